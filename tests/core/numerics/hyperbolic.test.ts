import { expm1, tanh } from "@mmm/core/numerics/hyperbolic.ts";
import fc from "fast-check";

const EPSILON = Number.EPSILON;

describe("e^x − 1", () => {
  it("keeps the digits that exp(x) − 1 loses, and both ends", () => {
    expect(expm1(1e-20)).toBe(1e-20);
    expect(expm1(0)).toBe(0);
    expect(expm1(Math.LN2)).toBeCloseTo(1, 15);
    expect(expm1(-800)).toBe(-1);
    expect(expm1(800)).toBe(Number.POSITIVE_INFINITY);
    expect(expm1(Number.NaN)).toBeNaN();
  });

  it("equals the platform's", () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (x) => {
        // exp and log are good to 1 ulp, three operations and the platform's own error: 8 epsilon
        expect(Math.abs(expm1(x) - Math.expm1(x))).toBeLessThanOrEqual(8 * EPSILON * Math.abs(Math.expm1(x)));
      }),
    );
  });
});

describe("the hyperbolic tangent", () => {
  it("is 1/3 at half the logarithm of 2, by hand: (1 − ½) / (1 + ½)", () => {
    expect(tanh(Math.LN2 / 2)).toBeCloseTo(1 / 3, 15);
  });

  it("is its argument near 0 and 1 far from it, and odd", () => {
    expect(tanh(1e-20)).toBe(1e-20);
    expect(tanh(400)).toBe(1);
    expect(tanh(-400)).toBe(-1);
    expect(tanh(-0.3)).toBe(-tanh(0.3));
  });

  it("is never beyond 1, which rounding could reach", () => {
    fc.assert(
      fc.property(fc.double({ min: 10, max: 400, noNaN: true }), (x) => {
        expect(tanh(x)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("equals the platform's", () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        // as above, with an addition and a division more
        expect(Math.abs(tanh(x) - Math.tanh(x))).toBeLessThanOrEqual(12 * EPSILON * Math.abs(Math.tanh(x)));
      }),
    );
  });
});
