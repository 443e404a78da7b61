import { logSumExp } from "@mmm/core/numerics/log-sum-exp.ts";
import fc from "fast-check";

describe("logSumExp", () => {
  it("is ln 2 more for two equal values, far beyond the range of exp too", () => {
    expect(logSumExp([0, 0])).toBeCloseTo(Math.LN2, 15);
    expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 12);
    expect(logSumExp([-1000, -1000])).toBeCloseTo(-1000 + Math.LN2, 12);
  });

  it("counts −Infinity as zero, is −Infinity of nothing, and does not hide a NaN", () => {
    expect(logSumExp([Number.NEGATIVE_INFINITY, 3])).toBe(3);
    expect(logSumExp([])).toBe(Number.NEGATIVE_INFINITY);
    expect(logSumExp([1, Number.NaN, 2])).toBeNaN();
    expect(logSumExp([Number.NaN, 1])).toBeNaN();
  });

  it("shifts with its values and lies within log n above the largest", () => {
    const values = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.double({ min: -500, max: 500, noNaN: true }), (logs, shift) => {
        const sum = logSumExp(logs);
        expect(logSumExp(logs.map((value) => value + shift))).toBeCloseTo(sum + shift, 10);
        expect(sum).toBeGreaterThanOrEqual(Math.max(...logs));
        expect(sum).toBeLessThanOrEqual(Math.max(...logs) + Math.log(logs.length) + 1e-12);
      }),
    );
  });
});
