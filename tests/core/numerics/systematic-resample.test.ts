import { systematicResample } from "@mmm/core/numerics/systematic-resample.ts";
import fc from "fast-check";

const uniform = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

describe("systematic resampling", () => {
  it("picks 0, 0, 0, 1 of weights ¾ and ¼, wherever its comb begins", () => {
    fc.assert(
      fc.property(uniform, (offset) => {
        const weights = Float64Array.of(Math.log(0.75), Math.log(0.25));
        expect([...systematicResample(weights, 4, offset)]).toEqual([0, 0, 0, 1]);
      }),
    );
  });

  it("picks each draw as often as its weight says, give or take one", () => {
    const parts = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(parts, uniform, fc.integer({ min: 1, max: 200 }), (weights, offset, count) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const picked = systematicResample(
          Float64Array.from(weights, (weight) => Math.log(weight / total)),
          count,
          offset,
        );
        weights.forEach((weight, draw) => {
          const times = picked.filter((index) => index === draw).length;
          // the comb has a tooth every 1 / count: an interval of w holds fewer than w · count + 1 and more than w · count − 1
          expect(Math.abs(times - (count * weight) / total)).toBeLessThan(1 + 1e-9);
        });
      }),
    );
  });

  it("never picks a draw of weight 0", () => {
    const weights = Float64Array.of(Number.NEGATIVE_INFINITY, 0, Number.NEGATIVE_INFINITY);
    expect([...systematicResample(weights, 3, 0.5)]).toEqual([1, 1, 1]);
  });
});
