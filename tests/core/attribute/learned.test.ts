import { learnedFrom, learnedShare } from "@mmm/core/attribute/learned.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { ATTRIBUTE_ROWS } from "@mmm/core/govern/rows/attribute-rows.ts";

const RULES = defaultRules(ATTRIBUTE_ROWS);

describe("what was learned from the data", () => {
  it("is nothing where the coordinate still varies as before: −1, 0, 1 has variance 1", () => {
    expect(learnedShare(Float64Array.of(-1, 0, 1))).toBe(0);
  });

  it("is three quarters where half the standard deviation is left", () => {
    expect(learnedShare(Float64Array.of(1.5, 2, 2.5))).toBe(0.75);
  });

  it("is everything for a coordinate that does not move, and never less than nothing", () => {
    expect(learnedShare(Float64Array.of(2, 2, 2))).toBe(1);
    expect(learnedShare(Float64Array.of(-3, 0, 3))).toBe(0);
  });

  it("is called data from 0.75, mixed from 0.25, else prior (decisions §2)", () => {
    expect([0.75, 0.7499, 0.25, 0.2499].map((share) => learnedFrom(share, RULES))).toEqual([
      "data",
      "mixed",
      "mixed",
      "prior",
    ]);
  });
});
