import type { ChannelResponse } from "@mmm/core/attribute/attribution.ts";
import { marginalAt, meanCurve, meanMarginalAt, valueAt } from "@mmm/core/attribute/steady-state.ts";
import fc from "fast-check";

function response(ceiling: number[], halfSaturation: number[], slope: number[]): ChannelResponse {
  return {
    name: "Search",
    group: "performance",
    curve: "hill",
    ceiling: Float64Array.from(ceiling),
    scale: Float64Array.from(halfSaturation),
    steepness: Float64Array.from(slope),
    observedMax: 100,
    currentWeekly: 50,
  };
}

describe("steady-state response", () => {
  it("reaches half the ceiling at the half-saturation point and 16/17 of it at four times that with slope 2", () => {
    const one = response([1000], [25], [2]);
    expect(valueAt(one, 0, 25)).toBeCloseTo(500, 9);
    expect(valueAt(one, 0, 100)).toBeCloseTo((1000 * 16) / 17, 9);
    expect(valueAt(one, 0, 0)).toBe(0);
  });

  it("is the mean of the draws' values, not the value of their means", () => {
    const two = response([100, 300], [10, 90], [1, 1]);
    // 100·30/40 = 75 and 300·30/120 = 75
    expect(meanCurve(two)(30)).toBeCloseTo(75, 9);
    // 100·10/20 = 50 and 300·10/100 = 30; at mean ceiling 200 and half-saturation 50 it would be 33.3
    expect(meanCurve(two)(10)).toBeCloseTo(40, 9);
  });

  it("has the slope that central differences find", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e4, noNaN: true }),
        fc.double({ min: 1, max: 200, noNaN: true }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        fc.double({ min: 5, max: 100, noNaN: true }),
        (ceiling, half, slope, spend) => {
          const one = response([ceiling], [half], [slope]);
          const step = spend * 1e-5;
          const difference = (valueAt(one, 0, spend + step) - valueAt(one, 0, spend - step)) / (2 * step);
          // error of a central difference: step²/6 · f‴ plus rounding of f / step, both far below 1e-6 of the scale
          expect(Math.abs(marginalAt(one, 0, spend) - difference)).toBeLessThan((1e-6 * ceiling) / spend);
        },
      ),
      { seed: 1 },
    );
  });

  it("has a finite slope at zero spend although a Hill curve with slope below 1 starts vertically", () => {
    const one = response([1000], [25], [0.5]);
    expect(meanMarginalAt(one, 0)).toBeGreaterThan(meanMarginalAt(one, 1));
    expect(Number.isFinite(meanMarginalAt(one, 0))).toBe(true);
  });
});
