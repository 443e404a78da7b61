import { correlation, isConstant, mean, sampleSd } from "@mmm/core/numerics/moments.ts";
import fc from "fast-check";

const series = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 30 });

describe("sampleSd, divisor n - 1", () => {
  it("is 1 for 1, 2, 3 and 0 for a single value", () => {
    expect(sampleSd([1, 2, 3])).toBe(1);
    expect(sampleSd([5])).toBe(0);
    expect(mean([1, 2, 6])).toBe(3);
  });

  it("is exactly 0 for a constant that doubles can not hold", () => {
    expect(isConstant([0.1, 0.1, 0.1])).toBe(true);
    expect(sampleSd([0.1, 0.1, 0.1])).toBe(0);
  });
});

describe("correlation", () => {
  it("is 0.5 for 1, 2, 3 with 1, 3, 2: cross product 1, squares 2 and 2", () => {
    expect(correlation([1, 2, 3], [1, 3, 2])).toBeCloseTo(0.5, 12);
  });

  it("is symmetric, within -1 and 1, and 1 with itself unless constant", () => {
    fc.assert(
      fc.property(series, (values) => {
        const reversed = [...values].reverse();
        const r = correlation(values, reversed);
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(correlation(reversed, values)).toBeCloseTo(r, 9);
        // differences below 1e-150 vanish when squared; the series then counts as constant
        fc.pre(sampleSd(values) > 1e-100);
        expect(correlation(values, values)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("is 0 with a constant, which moves with nothing", () => {
    expect(correlation([1, 2, 3], [4, 4, 4])).toBe(0);
  });
});
