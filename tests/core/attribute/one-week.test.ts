import { oneWeekOf } from "@mmm/core/attribute/one-week.ts";

const WEEKS = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"];
const RULES = { oneWeekShare: 1 / 3 };

describe("a contribution", () => {
  it("is the work of one week where that week has a third of it or more", () => {
    expect(oneWeekOf(WEEKS, Float64Array.of(1, 6, 2, 1), RULES)).toEqual({ week: "2026-01-12", share: 0.6 });
  });

  it("is no single week's where all weeks share in it", () => {
    expect(oneWeekOf(WEEKS, Float64Array.of(1, 1, 1, 1), RULES)).toBeNull();
  });

  it("is no week's where there is none", () => {
    expect(oneWeekOf(WEEKS, new Float64Array(4), RULES)).toBeNull();
  });
});
