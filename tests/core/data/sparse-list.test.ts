import { daysFromIso, isoDate } from "@mmm/core/data/calendar.ts";
import { readWith } from "../../fixtures/reading.ts";
import { table } from "../../fixtures/weekly-table.ts";

describe("a list in which no two channels fall on one date (IN-10)", () => {
  const first = daysFromIso("2024-01-01") ?? 0;
  const rows = Array.from({ length: 210 }, (_, day) => [
    isoDate(first + day),
    day % 2 === 0 ? "TV" : "Radio",
    100 + ((day * 37) % 91) + Math.floor(day / 7),
    9000 + ((day * 131) % 977),
  ]);

  it("keeps the channels apart instead of adding them up as one", () => {
    const source = table([["date", "channel", "cost", "revenue"], ...rows]);
    expect(readWith(source).questions.map(({ id }) => id)).toEqual(["IN-38:Radio", "IN-38:TV"]);
    const reading = readWith(source, { "IN-38": "zero" });
    expect(reading.history?.channels.map(({ name }) => name)).toEqual(["Radio", "TV"]);
  });

  it("leaves a table alone whose one channel is named in every row", () => {
    const one = table([
      ["date", "source", "cost", "revenue"],
      ...rows.map(([date, , ...rest]) => [date ?? null, "Google", ...rest]),
    ]);
    expect(readWith(one).mapping.layout).toBe("wide");
  });
});
