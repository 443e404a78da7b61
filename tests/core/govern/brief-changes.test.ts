import { emptyBrief } from "@mmm/core/data/read-brief.ts";
import { briefChanges } from "@mmm/core/govern/brief-changes.ts";
import { methodology } from "@mmm/core/govern/methodology.ts";

describe("what a brief changes in the methodology", () => {
  it("is nothing where it states nothing", () => {
    expect(briefChanges(emptyBrief())).toEqual({});
  });

  it("is the rows of its baseline, and with them the version and the rules", () => {
    const brief = { ...emptyBrief(), baseline: { trendKnots: 4, quarterlyPairs: 1, holidays: null } };
    const changed = methodology(briefChanges(brief));
    expect(changed.rules.model).toMatchObject({ trendKnots: 4, quarterlyPairs: 1 });
    expect(changed.version).not.toBe(methodology().version);
  });

  it("stays within the rows' bounds at the most that a brief may ask for", () => {
    const brief = { ...emptyBrief(), baseline: { trendKnots: 24, quarterlyPairs: 3, holidays: null } };
    expect(() => methodology(briefChanges(brief))).not.toThrow();
  });
});
