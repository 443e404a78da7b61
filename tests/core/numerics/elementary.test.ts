import { exp, expm1, log, log1p, log1pExp, logAddExp } from "@mmm/core/numerics/elementary.ts";
import fc from "fast-check";

const ULP = Number.EPSILON;

/** |a − b| in units of relative rounding. */
function relative(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.abs(b);
}

describe("exp", () => {
  it("knows e, 1 and the ends of its range", () => {
    expect(exp(0)).toBe(1);
    expect(relative(exp(1), Math.E)).toBeLessThanOrEqual(ULP);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(-746)).toBe(0);
    expect(exp(710)).toBe(Infinity);
    expect(exp(Number.NaN)).toBeNaN();
    expect(exp(-745)).toBe(5e-324); // the smallest double: e^−745 = 4.99e−324
  });

  it("agrees with the engine within 1 ulp over the whole range", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -700, max: 709, noNaN: true }),
        (x) => relative(exp(x), Math.exp(x)) <= ULP,
      ),
      { numRuns: 2000 },
    );
  });

  it("stays within the last subnormal bit below 2.2e-308", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -745, max: -708, noNaN: true }),
        (x) => Math.abs(exp(x) - Math.exp(x)) <= Math.max(5e-324, Math.exp(x) * ULP),
      ),
    );
  });
});

describe("log", () => {
  it("knows ln 2, ln 10 and the ends of its range", () => {
    expect(log(1)).toBe(0);
    expect(log(2)).toBe(Math.LN2);
    expect(log(10)).toBe(Math.LN10);
    expect(log(0)).toBe(-Infinity);
    expect(log(Infinity)).toBe(Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(5e-324)).toBeCloseTo(-1074 * Math.LN2, 9); // 2^−1074
    expect(log(Number.MAX_VALUE)).toBeCloseTo(1024 * Math.LN2, 9);
  });

  it("agrees with the engine within 1 ulp over all positive doubles", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true }),
        (x) => relative(log(x), Math.log(x)) <= ULP,
      ),
      { numRuns: 2000 },
    );
  });

  it("keeps full relative accuracy on either side of 1", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => relative(log(x), Math.log(x)) <= ULP),
      { numRuns: 1000 },
    );
  });
});

describe("log1p, log1pExp and logAddExp", () => {
  it("lose no digits near 0", () => {
    expect(log1p(1e-20)).toBe(1e-20);
    expect(log1p(-1)).toBe(-Infinity);
    expect(log1p(Infinity)).toBe(Infinity);
    // three operations of half an ulp each, and log within 1
    fc.assert(
      fc.property(
        fc.double({ min: -0.9, max: 10, noNaN: true }),
        (x) => relative(log1p(x), Math.log1p(x)) <= 4 * ULP,
      ),
    );
  });

  it("do not overflow", () => {
    expect(log1pExp(1000)).toBe(1000);
    expect(log1pExp(-1000)).toBe(0);
    expect(log1pExp(0)).toBeCloseTo(Math.LN2, 15);
    expect(logAddExp(1000, 1000)).toBeCloseTo(1000 + Math.LN2, 10);
  });

  it("treat −Infinity as the logarithm of zero", () => {
    expect(logAddExp(-Infinity, -Infinity)).toBe(-Infinity);
    expect(logAddExp(-Infinity, 3)).toBe(3);
    expect(logAddExp(3, -Infinity)).toBe(3);
  });

  it("add logarithms whatever their order", () => {
    const exponent = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(exponent, exponent, (a, b) => {
        expect(logAddExp(a, b)).toBe(logAddExp(b, a));
        expect(logAddExp(a, b)).toBeCloseTo(Math.log(Math.exp(a) + Math.exp(b)), 10);
      }),
    );
  });
});

describe("expm1", () => {
  it("keeps the digits that exp(x) − 1 loses near 0, and knows its ends", () => {
    expect(expm1(1e-20)).toBe(1e-20);
    expect(expm1(-1000)).toBe(-1);
    expect(expm1(710)).toBe(Infinity);
    expect(expm1(0)).toBe(0);
    expect(expm1(Number.NaN)).toBeNaN();
  });

  it("agrees with the engine within 4 units of rounding: one each for exp, log, product and quotient", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -40, max: 700, noNaN: true }),
        (x) => relative(expm1(x), Math.expm1(x)) <= 4 * ULP,
      ),
      { numRuns: 2000 },
    );
  });
});
