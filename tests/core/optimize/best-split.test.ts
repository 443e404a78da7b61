import { bestSplit } from "@mmm/core/optimize/best-split.ts";
import fc from "fast-check";

const power = (beta: number, exponent: number) => (spend: number) => beta * spend ** exponent;
const hill = (ceiling: number, half: number, slope: number) => (spend: number) =>
  spend <= 0 ? 0 : ceiling / (1 + (half / spend) ** slope);

/** Best value over every split on a grid of `steps` equal parts: slow, and sure. */
function bruteForce(curves: ReadonlyArray<(spend: number) => number>, total: number, steps: number): number {
  let best = Array.from({ length: steps + 1 }, (_, used) => curves[0]((used * total) / steps));
  for (const curve of curves.slice(1)) {
    const previous = best;
    best = previous.map((_, used) => {
      let top = Number.NEGATIVE_INFINITY;
      for (let own = 0; own <= used; own++)
        top = Math.max(top, previous[used - own] + curve((own * total) / steps));
      return top;
    });
  }
  return best[steps];
}

describe("bestSplit", () => {
  it("gives two equal square roots the same, by hand", () => {
    const root = { least: 0, most: 8, valueAt: Math.sqrt };
    const { spends, value } = bestSplit([root, root], 8);
    // the refined cell is 8 · 2 / 256 / 16³ wide
    expect(spends[0]).toBeCloseTo(4, 4);
    expect(spends[1]).toBeCloseTo(4, 4);
    expect(value).toBeCloseTo(4, 8);
  });

  it("finds the bounded optimum of requirements §0.2 and its value", () => {
    const current = [1.8, 2.5, 4.0];
    const curves = [power(4952.6, 0.118), power(2623.3, 0.458), power(1840, 0.72)];
    const bounded = curves.map((valueAt, channel) => ({
      least: 0.7 * current[channel],
      most: 1.3 * current[channel],
      valueAt,
    }));
    const { spends, value } = bestSplit(bounded, 8.3);
    // the vector is printed to four decimals, its value to one
    expect(spends.map((spend) => Number(spend.toFixed(4)))).toEqual([1.26, 1.9379, 5.1021]);
    expect(value).toBeCloseTo(14589.7, 1);
  });

  it("finds the unbounded optimum of requirements §0.2", () => {
    const curves = [power(4952.6, 0.118), power(2623.3, 0.458), power(1840, 0.72)];
    const { spends, value } = bestSplit(
      curves.map((valueAt) => ({ least: 0, most: 8.3, valueAt })),
      8.3,
    );
    expect(spends.map((spend) => Number(spend.toFixed(3)))).toEqual([0.683, 2.031, 5.586]);
    expect(Math.round(value)).toBe(14713);
  });

  it("leaves the local optimum of S-shaped curves for the global one", () => {
    // together each stays under its threshold; alone one passes it
    const steep = { least: 0, most: 10, valueAt: hill(100, 8, 6) };
    const { spends, value } = bestSplit([steep, steep], 10);
    expect(Math.max(...spends)).toBeCloseTo(10, 3);
    expect(value).toBeGreaterThan(2 * hill(100, 8, 6)(5) * 3);
  });

  it("is never worth less than any split on a grid, S-shaped or not", () => {
    const curve = fc.record({
      ceiling: fc.double({ min: 1, max: 100, noNaN: true }),
      half: fc.double({ min: 0.5, max: 12, noNaN: true }),
      slope: fc.double({ min: 0.6, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(curve, { minLength: 2, maxLength: 4 }),
        fc.double({ min: 1, max: 20, noNaN: true }),
        (drawn, total) => {
          const curves = drawn.map(({ ceiling, half, slope }) => hill(ceiling, half, slope));
          const split = bestSplit(
            curves.map((valueAt) => ({ least: 0, most: total, valueAt })),
            total,
          );
          expect(split.spends.reduce((sum, spend) => sum + spend, 0)).toBeCloseTo(total, 8);
          const grid = bruteForce(curves, total, 120);
          // 1e-5: the certificate of the table (sampler.md §10)
          expect(split.value).toBeGreaterThanOrEqual(grid * (1 - 1e-5));
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  it("does not depend on the order of the channels", () => {
    const curves = [hill(50, 3, 2), hill(80, 6, 1), hill(20, 1, 3)].map((valueAt) => ({
      least: 0,
      most: 9,
      valueAt,
    }));
    const forward = bestSplit(curves, 9);
    const backward = bestSplit([...curves].reverse(), 9);
    [...backward.spends].reverse().forEach((spend, channel) => {
      expect(spend).toBeCloseTo(forward.spends[channel], 3);
    });
    expect(backward.value).toBeCloseTo(forward.value, 6);
  });

  it("throws when the bounds cannot hold the total", () => {
    expect(() => bestSplit([{ least: 0, most: 1, valueAt: Math.sqrt }], 2)).toThrow(RangeError);
  });
});
