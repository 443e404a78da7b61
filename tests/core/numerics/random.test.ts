import { createRandom } from "@mmm/core/numerics/random.ts";
import fc from "fast-check";

function take(count: number, draw: () => number): number[] {
  return Array.from({ length: count }, draw);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe("createRandom", () => {
  it("repeats itself for the same seed and stream", () => {
    const first = createRandom(7, 3);
    const second = createRandom(7, 3);
    expect(take(100, first.normal)).toEqual(take(100, second.normal));
  });

  it("gives every seed and every stream numbers of its own, beyond 32 bits too", () => {
    const pairs = [
      [1, 0],
      [0, 1],
      [2, 0],
      [1, 1],
      [1 + 2 ** 32, 0],
      [1, 2 ** 32],
    ];
    const starts = pairs.map(([seed, stream]) => createRandom(seed, stream).uniform());
    expect(new Set(starts).size).toBe(pairs.length);
  });

  it("goes on from wherever it stood, in the middle of a block of words and of a pair of normals too", () => {
    const draws = fc.array(fc.constantFrom("uniform", "normal" as const), { maxLength: 30 });
    fc.assert(
      fc.property(draws, (kinds) => {
        const whole = createRandom(7, 3);
        for (const kind of kinds) whole[kind as "uniform" | "normal"]();
        const resumed = createRandom(7, 3, whole.state());
        expect(take(9, resumed.uniform)).toEqual(take(9, whole.uniform));
        expect(take(9, resumed.normal)).toEqual(take(9, whole.normal));
        expect(resumed.state()).toEqual(whole.state());
      }),
    );
  });

  it("goes on past 2³² blocks, where the counter carries", () => {
    const from = { words: 4 * 2 ** 32 - 1, spareNormal: null };
    const { uniform, state } = createRandom(7, 3, from);
    const after = take(3, uniform);
    expect(state().words).toBe(from.words + 6);
    const further = createRandom(7, 3, { ...from, words: from.words + 2 });
    expect(further.uniform()).toBe(after[1]);
  });

  it("refuses what is not a whole number of 0 or more", () => {
    for (const bad of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => createRandom(bad, 0)).toThrow(RangeError);
      expect(() => createRandom(0, bad)).toThrow(RangeError);
    }
  });

  it("is uniform: the deciles of 100 000 draws pass a chi-square test at 1 in 10 000", () => {
    const { uniform } = createRandom(11, 0);
    const counts = new Array<number>(10).fill(0);
    const draws = take(100_000, uniform);
    expect(draws.every((value) => value > 0 && value < 1)).toBe(true);
    for (const value of draws) counts[Math.floor(value * 10)] += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(33.7); // upper 0.0001 point of chi-square with 9 degrees of freedom
  });

  it("has normal moments within 4 standard errors", () => {
    const draws = take(100_000, createRandom(12, 5).normal);
    const error = 1 / Math.sqrt(draws.length);
    expect(Math.abs(mean(draws))).toBeLessThan(4 * error);
    expect(Math.abs(mean(draws.map((z) => z ** 2)) - 1)).toBeLessThan(4 * Math.sqrt(2) * error); // var z² = 2
    expect(Math.abs(mean(draws.map((z) => z ** 4)) - 3)).toBeLessThan(4 * Math.sqrt(96) * error); // var z⁴ = 105 − 9
  });

  it("has streams that do not correlate, within 4 standard errors", () => {
    const first = take(50_000, createRandom(3, 0).normal);
    const second = take(50_000, createRandom(3, 1).normal);
    expect(Math.abs(mean(first.map((z, i) => z * second[i])))).toBeLessThan(4 / Math.sqrt(50_000));
  });
});
