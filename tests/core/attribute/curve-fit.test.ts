import { curveR2 } from "@mmm/core/attribute/curve-fit.ts";

describe("a curve's R² (A-70)", () => {
  it("is 0.9 for residual 1, −1 and contribution 3, 3, by hand: 1 − 2 / (16 + 4)", () => {
    expect(curveR2(Float64Array.of(1, -1), Float64Array.of(3, 3))).toBe(0.9);
  });

  it("is 1 where nothing is left and 0 where nothing was brought", () => {
    expect(curveR2(Float64Array.of(0, 0), Float64Array.of(1, 2))).toBe(1);
    expect(curveR2(Float64Array.of(1, 2), Float64Array.of(0, 0))).toBe(0);
    expect(curveR2(Float64Array.of(0, 0), Float64Array.of(0, 0))).toBe(0);
  });

  it("is negative where the rest alone fits better", () => {
    expect(curveR2(Float64Array.of(-2, -2), Float64Array.of(1, 1))).toBe(1 - 8 / 2);
  });
});
