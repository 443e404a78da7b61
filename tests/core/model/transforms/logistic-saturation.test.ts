import { logisticDerivative, logisticSaturation } from "@mmm/core/model/transforms/logistic-saturation.ts";
import fc from "fast-check";

const exposures = fc.double({ min: 0, max: 50, noNaN: true });
const rates = fc.double({ min: 0.01, max: 5, noNaN: true });

describe("logistic saturation", () => {
  it("is (1 − ½) / (1 + ½) = 1/3 where e^(−rate·x) is a half, by hand", () => {
    expect(logisticSaturation(Math.LN2, 1)).toBeCloseTo(1 / 3, 15);
    // slope 2 · ½ / (3/2)²
    expect(logisticDerivative(Math.LN2, 1)).toBeCloseTo(4 / 9, 15);
  });

  it("is the quotient that PyMC-Marketing writes, where that loses no digits", () => {
    fc.assert(
      fc.property(exposures, rates, (exposure, rate) => {
        const left = Math.exp(-rate * exposure);
        expect(logisticSaturation(exposure, rate)).toBeCloseTo((1 - left) / (1 + left), 14);
      }),
    );
  });

  it("is half of rate times exposure for the smallest exposure, to the last digits", () => {
    expect(logisticSaturation(1e-18, 3) / 1.5e-18).toBeCloseTo(1, 14);
    expect(logisticSaturation(0, 3)).toBe(0);
  });

  it("reaches its ceiling far out, and then gains nothing", () => {
    expect(logisticSaturation(1e6, 5)).toBe(1);
    expect(logisticDerivative(1e6, 5)).toBe(0);
  });

  it("has the slope of its own central difference", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 10, noNaN: true }), rates, (exposure, rate) => {
        const step = 1e-5;
        const rise = logisticSaturation(exposure + step, rate) - logisticSaturation(exposure - step, rate);
        // third derivative up to rate³/4 times step²/6, and the rounding of 1 over step: 1e-9
        expect(Math.abs(logisticDerivative(exposure, rate) - rise / (2 * step))).toBeLessThan(1e-8);
      }),
    );
  });

  it("refuses what is a mistake in our code", () => {
    expect(() => logisticSaturation(-1, 1)).toThrow("exposure must be 0 or more, not -1");
    expect(() => logisticDerivative(1, 0)).toThrow("rate must be above 0, not 0");
  });
});
