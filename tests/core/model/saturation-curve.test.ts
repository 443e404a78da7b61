import type { Curve } from "@mmm/core/model/curve.ts";
import { curveOf } from "@mmm/core/model/curve.ts";
import { curveAt, curveDerivative, curveSeries } from "@mmm/core/model/saturation-curve.ts";
import fc from "fast-check";

const CURVES: readonly Curve[] = ["hill", "logistic", "power"];

describe("the saturation of a family", () => {
  it("is one half at the scale of Hill and logistic, and 1 at that of a power, whatever the steepness", () => {
    for (const steepness of [0.3, 1, 2.5]) {
      expect(curveAt({ curve: "hill", scale: 7, steepness }, 7)).toBeCloseTo(0.5, 14);
      expect(curveAt({ curve: "logistic", scale: 7, steepness }, 7)).toBeCloseTo(0.5, 14);
      expect(curveAt({ curve: "power", scale: 7, steepness }, 7)).toBeCloseTo(1, 14);
    }
  });

  it("is 1.5 for the power ½ of scale 4 at 9, and 9/13 for Michaelis–Menten, by hand", () => {
    expect(curveAt({ curve: "power", scale: 4, steepness: 0.5 }, 9)).toBeCloseTo(1.5, 14);
    expect(curveAt({ curve: "hill", scale: 4, steepness: 1 }, 9)).toBeCloseTo(9 / 13, 14);
  });

  it("is tanh(atanh(½) x / scale) for the logistic curve: tanh and logistic are one", () => {
    for (const x of [0.1, 1, 3, 40])
      expect(curveAt({ curve: "logistic", scale: 2, steepness: 1 }, x)).toBeCloseTo(
        Math.tanh((Math.atanh(0.5) * x) / 2),
        14,
      );
  });

  it.each(CURVES)("has for %s the slope that central differences find", (curve) => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 200, noNaN: true }),
        fc.double({ min: 0.2, max: 3, noNaN: true }),
        fc.double({ min: 5, max: 100, noNaN: true }),
        (scale, steepness, x) => {
          const shape = { curve, scale, steepness };
          const step = 1e-5 * x;
          const slope = (curveAt(shape, x + step) - curveAt(shape, x - step)) / (2 * step);
          // step² times a third derivative of order steepness³ / x³, plus 1e-16 / 1e-5 of rounding
          const size = Math.max(curveAt(shape, x), 1e-3) / x;
          expect(Math.abs(curveDerivative(shape, x) - slope)).toBeLessThan(1e-7 * size);
        },
      ),
      { seed: 1 },
    );
  });

  it("has at 0 the limit of its slope", () => {
    expect(curveDerivative({ curve: "power", scale: 4, steepness: 0.5 }, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(curveDerivative({ curve: "power", scale: 4, steepness: 1 }, 0)).toBe(0.25);
    // d/du (1 − e^−u) / (1 + e^−u) is ½ at 0, and u is ln 3 · x / scale
    expect(curveDerivative({ curve: "logistic", scale: 4, steepness: 1 }, 0)).toBeCloseTo(
      Math.log(3) / 8,
      15,
    );
  });

  it.each(CURVES)("of a series of %s is that of every week, and their sum", (curve) => {
    const shape = { curve, scale: 2, steepness: 0.8 };
    const out = new Float64Array(3);
    const sum = curveSeries(shape, Float64Array.of(0, 1, 5), out);
    expect([...out]).toEqual([0, curveAt(shape, 1), curveAt(shape, 5)]);
    expect(sum).toBe(out[0] + out[1] + out[2]);
  });
});

describe("the curve of a family", () => {
  it("is Hill for Michaelis–Menten, logistic for tanh, a power for none", () => {
    expect(curveOf("michaelis-menten")).toBe("hill");
    expect(curveOf("tanh")).toBe("logistic");
    expect(curveOf("none")).toBe("power");
  });
});
