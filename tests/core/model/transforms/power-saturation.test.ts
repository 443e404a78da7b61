import { powerDerivative, powerSaturation } from "@mmm/core/model/transforms/power-saturation.ts";
import fc from "fast-check";

const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const exponents = fc.double({ min: 0.05, max: 1, noNaN: true });

describe("power saturation", () => {
  it("is 3 at 9 with exponent ½, by hand, with slope 1/6", () => {
    expect(powerSaturation(9, 0.5)).toBeCloseTo(3, 14);
    expect(powerDerivative(9, 0.5)).toBeCloseTo(1 / 6, 15);
  });

  it("is no saturation at exponent 1", () => {
    fc.assert(
      fc.property(positive, (exposure) => {
        expect(powerSaturation(exposure, 1) / exposure).toBeCloseTo(1, 14);
        expect(powerDerivative(exposure, 1)).toBe(1);
      }),
    );
    expect(powerDerivative(0, 1)).toBe(1);
  });

  it("gains the same factor from the same factor of exposure, wherever one starts", () => {
    fc.assert(
      fc.property(positive, positive, exponents, (exposure, factor, exponent) => {
        const gain = powerSaturation(exposure * factor, exponent) / powerSaturation(exposure, exponent);
        expect(gain / powerSaturation(factor, exponent)).toBeCloseTo(1, 13);
      }),
    );
  });

  it("starts from nothing with an infinite slope", () => {
    expect(powerSaturation(0, 0.5)).toBe(0);
    expect(powerDerivative(0, 0.5)).toBe(Number.POSITIVE_INFINITY);
  });

  it("has exponent times value over exposure as its slope", () => {
    fc.assert(
      fc.property(positive, exponents, (exposure, exponent) => {
        const slope = (exponent * powerSaturation(exposure, exponent)) / exposure;
        expect(powerDerivative(exposure, exponent) / slope).toBeCloseTo(1, 13);
      }),
    );
  });

  it("refuses what is a mistake in our code", () => {
    expect(() => powerSaturation(-1, 0.5)).toThrow("exposure must be 0 or more, not -1");
    expect(() => powerSaturation(1, 0)).toThrow("exponent must be in (0, 1], not 0");
    expect(() => powerDerivative(1, 1.1)).toThrow("exponent must be in (0, 1], not 1.1");
  });
});
