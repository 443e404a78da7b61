import { decimalSum, decimals } from "@mmm/core/numerics/decimal-sum.ts";
import fc from "fast-check";

describe("decimalSum", () => {
  it("adds cents as on paper", () => {
    expect(decimalSum([0.1, 0.2])).toBe(0.3);
    expect(decimalSum([1234.56, 0.01, -0.57])).toBe(1234);
    expect(decimalSum([])).toBe(0);
  });

  it("gives any number of cents back to the cent, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 400 }), (cents) => {
        const total = cents.reduce((sum, cent) => sum + cent, 0) / 100;
        expect(decimalSum(cents.map((cent) => cent / 100))).toBe(total === 0 ? 0 : total);
        expect(decimalSum([...cents].reverse().map((cent) => cent / 100))).toBe(total === 0 ? 0 : total);
      }),
    );
  });

  it("falls back to plain sums where nothing is written in decimals", () => {
    expect(decimalSum([1 / 3, 1 / 3])).toBe(2 / 3);
    expect(decimalSum([1e300, 0.5])).toBe(1e300);
  });
});

describe("decimals", () => {
  it.each([
    [3, 0],
    [12.5, 1],
    [1e-7, 7],
    [1.5e-7, 8],
    [1e21, 0],
  ])("of %p are %p", (value, places) => {
    expect(decimals(value)).toBe(places);
  });
});
