import { halfNormalAt, normalCdf, normalDensity, normalQuantile } from "@mmm/core/numerics/normal.ts";
import fc from "fast-check";

/** Φ by its power series in 80-digit decimal arithmetic (Python's decimal module), rounded to 17 digits. */
const CDF: ReadonlyArray<readonly [number, number]> = [
  [-10, 7.619853024160525e-24],
  [-8, 6.220960574271784e-16],
  [-5.75, 4.462172453901612e-9],
  [-5, 2.866515718791939e-7],
  [-2, 0.02275013194817921],
  [-1, 0.15865525393145705],
  [-0.5, 0.3085375387259869],
  [0.3, 0.6179114221889527],
  [1, 0.8413447460685429],
  [3, 0.9986501019683699],
];

describe("normalCdf", () => {
  it("equals the series in high precision to 1e-14 relative, in the lower tail too", () => {
    for (const [x, probability] of CDF) expect(Math.abs(normalCdf(x) / probability - 1)).toBeLessThan(1e-14);
  });

  it("is symmetric: Φ(x) + Φ(−x) = 1 within rounding", () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => {
        expect(Math.abs(normalCdf(x) + normalCdf(-x) - 1)).toBeLessThanOrEqual(2.3e-16);
      }),
    );
  });

  it("ends at 0 and 1 and keeps NaN", () => {
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });
});

describe("normalQuantile", () => {
  it("undoes the distribution function, within the rounding that the slope magnifies", () => {
    // relative error of p is about x times that of x, so 1e-15 in x becomes 1e-15 (1 + x²) in p
    fc.assert(
      fc.property(fc.double({ min: -300, max: -0.31, noNaN: true }), (logTen) => {
        const p = 10 ** logTen;
        const x = normalQuantile(p);
        expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThan(2e-15 * (3 + x * x));
      }),
    );
  });

  it("knows the 97.5 % point and the ends", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14); // tables, e.g. Abramowitz & Stegun 26.2
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
  });
});

describe("halfNormalAt", () => {
  it("puts the median of a half-normal at 0: the third quartile of a normal", () => {
    expect(halfNormalAt(0)).toBeCloseTo(normalQuantile(0.75), 15);
  });

  it("equals its definition where that loses no digits", () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (v) => {
        expect(halfNormalAt(v)).toBeCloseTo(normalQuantile((1 + normalCdf(v)) / 2), 12);
      }),
    );
  });

  it("keeps its digits in both tails: near Φ(v)/(2φ(0)) below, above v itself above", () => {
    expect(halfNormalAt(-20) / (normalCdf(-20) / (2 * normalDensity(0)))).toBeCloseTo(1, 12);
    expect(halfNormalAt(20)).toBeGreaterThan(20);
    expect(normalCdf(-halfNormalAt(20)) / (normalCdf(-20) / 2)).toBeCloseTo(1, 10);
  });

  it("has the derivative φ(v) / (2 φ(x)), against central differences", () => {
    fc.assert(
      fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (v) => {
        const step = 1e-5; // the error of the difference is about 1e-10
        const slope = (halfNormalAt(v + step) - halfNormalAt(v - step)) / (2 * step);
        expect(slope).toBeCloseTo(normalDensity(v) / (2 * normalDensity(halfNormalAt(v))), 7);
      }),
    );
  });
});
