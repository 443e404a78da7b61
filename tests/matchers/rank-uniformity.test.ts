import { createRandom } from "@mmm/core/numerics/random.ts";
import { chiSquareTail9, decileChiSquare, rankOf } from "./rank-uniformity.ts";

describe("ranks of truths among draws", () => {
  it("count the draws below", () => {
    expect(rankOf(2.5, [1, 2, 3, 4])).toBe(2);
    expect(rankOf(0, [1, 2, 3, 4])).toBe(0);
    expect(rankOf(9, [1, 2, 3, 4])).toBe(4);
  });

  it("have χ² 0 when every decile holds its share, and 9 n when one holds all", () => {
    const all = Array.from({ length: 100 }, (_, rank) => rank);
    expect(decileChiSquare(all, 100)).toBe(0);
    expect(
      decileChiSquare(
        all.map(() => 99),
        100,
      ),
    ).toBeCloseTo(900, 9);
  });

  it("need as many places as fall into ten bins alike", () => {
    expect(() => decileChiSquare([1], 99)).toThrow(RangeError);
  });

  // critical values: Abramowitz & Stegun, table 26.8, nine degrees of freedom; printed to five digits
  it.each([
    [4.16816, 0.9],
    [8.34283, 0.5],
    [16.919, 0.05],
    [21.666, 0.01],
    [27.8772, 0.001],
  ])("a χ² of %d has the tail %d", (x, tail) => {
    expect(Math.abs(chiSquareTail9(x) / tail - 1)).toBeLessThan(1e-4);
  });

  it("are uniform for a posterior that is right, and not for one half as wide", () => {
    const random = createRandom(1, 0);
    const ranks = (width: number): number[] =>
      Array.from({ length: 300 }, () => {
        // N(0, 1) prior, one datum of sd 1: the posterior is N(y / 2, √½)
        const truth = random.normal();
        const y = truth + random.normal();
        const draws = Array.from({ length: 99 }, () => y / 2 + width * Math.SQRT1_2 * random.normal());
        return rankOf(truth, draws);
      });
    expect(chiSquareTail9(decileChiSquare(ranks(1), 100))).toBeGreaterThan(0.001);
    expect(chiSquareTail9(decileChiSquare(ranks(0.5), 100))).toBeLessThan(1e-6);
  });
});
