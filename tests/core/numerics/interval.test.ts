import { summarize } from "@mmm/core/numerics/interval.ts";
import { quantile } from "@mmm/core/numerics/quantile.ts";
import fc from "fast-check";

describe("quantile, R type 7", () => {
  it("lies linearly between order statistics", () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4], 0.1)).toBeCloseTo(1.3, 15);
    expect(quantile([1, 2, 3, 4], 0)).toBe(1);
    expect(quantile([1, 2, 3, 4], 1)).toBe(4);
    expect(quantile([7], 0.3)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe("summarize", () => {
  it("gives mean 51, 6 and 96 for 1 … 101 at 90 %", () => {
    const draws = Float64Array.from({ length: 101 }, (_, draw) => 101 - draw);
    const { mean, lo, hi } = summarize(draws, 0.9);
    expect(mean).toBe(51);
    expect(lo).toBeCloseTo(6, 12);
    expect(hi).toBeCloseTo(96, 12);
    expect(draws[0]).toBe(101);
  });

  it("widens with its level and stays within the draws", () => {
    const draws = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(draws, (values) => {
        const narrow = summarize(Float64Array.from(values), 0.5);
        const wide = summarize(Float64Array.from(values), 0.9);
        expect(wide.lo).toBeLessThanOrEqual(narrow.lo);
        expect(wide.hi).toBeGreaterThanOrEqual(narrow.hi);
        expect(wide.lo).toBeGreaterThanOrEqual(Math.min(...values));
        expect(wide.hi).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });
});
