import { readBrief } from "@mmm/core/data/read-brief.ts";

function holidays(stated: unknown) {
  const reading = readBrief({ baseline: { holidays: stated } });
  return reading.kind === "brief" ? reading.brief.baseline.holidays : reading.problems;
}

describe("baseline.holidays of a brief", () => {
  it("is a market, with its usual retail events, none, or those named", () => {
    expect(holidays({ market: "US", retail: true })).toEqual({ market: "US", retail: "usual" });
    expect(holidays({ market: "DE" })).toEqual({ market: "DE", retail: [] });
    expect(holidays({ market: "FR", retail: false })).toEqual({ market: "FR", retail: [] });
    expect(holidays({ market: "GB", retail: ["Black Friday", "prime day"] })).toEqual({
      market: "GB",
      retail: ["Black Friday", "Prime Day"],
    });
  });

  it("is nothing where the brief says nothing", () => {
    expect(holidays(null)).toBeNull();
  });

  it("names the nearest market, event and key to a mistyped one", () => {
    expect(holidays({ market: "UK" })).toEqual([
      expect.objectContaining({
        message: expect.stringContaining("baseline.holidays.market: must be one of US, GB"),
        remedy: expect.stringContaining('Did you mean "'),
      }),
    ]);
    expect(holidays({ market: "US", retail: ["Blak Friday"] })).toEqual([
      expect.objectContaining({ remedy: expect.stringContaining('Did you mean "Black Friday"?') }),
    ]);
    expect(holidays({ market: "US", retails: true })).toEqual([
      expect.objectContaining({ remedy: expect.stringContaining('Did you mean "retail"?') }),
    ]);
  });

  it("asks for the form when it is another", () => {
    expect(holidays("US")).toEqual([
      expect.objectContaining({ remedy: 'Write "holidays: { market: US, retail: true }".' }),
    ]);
    expect(holidays({ retail: true })).toEqual([
      expect.objectContaining({ message: "baseline.holidays.market: is missing" }),
    ]);
    expect(holidays({ market: "US", retail: "Black Friday" })).toEqual([
      expect.objectContaining({ message: expect.stringContaining("must be true, false or a list") }),
    ]);
  });
});
