import { exp, log } from "@mmm/core/numerics/elementary.ts";
import {
  fillLogExpTables,
  LOG_EXP_TABLE_SIZE,
  tableExp,
  tableLog,
} from "@mmm/core/numerics/table-elementary.ts";
import fc from "fast-check";

describe("the table-driven logarithm", () => {
  it("agrees with fdlibm's to 6e-16 plus 2 ulp from 1e-300 to 1e300", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        const expected = log(x);
        expect(Math.abs(tableLog(x) - expected)).toBeLessThanOrEqual(
          6e-16 + 2 * Number.EPSILON * Math.abs(expected),
        );
      }),
      { numRuns: 5000 },
    );
  });

  it("is as good around 1, where the logarithm itself vanishes", () => {
    for (let step = -2000; step <= 2000; step++) {
      const x = 1 + step / 1000 / 1024;
      expect(Math.abs(tableLog(x) - log(x))).toBeLessThanOrEqual(6e-16);
    }
  });

  it("is exact to rounding at the powers of two", () => {
    for (const power of [-990, -3, 5, 990])
      expect(Math.abs(tableLog(2 ** power) / (power * Math.LN2) - 1)).toBeLessThan(3 * Number.EPSILON);
  });
});

describe("the table-driven exponential", () => {
  it("agrees with fdlibm's to 4 ulp from −700 to 700", () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(tableExp(x) / exp(x) - 1)).toBeLessThanOrEqual(4 * Number.EPSILON);
      }),
      { numRuns: 5000 },
    );
  });

  it("is 1 at 0 and e at 1", () => {
    expect(tableExp(0)).toBe(1);
    expect(Math.abs(tableExp(1) / Math.E - 1)).toBeLessThan(3 * Number.EPSILON);
  });

  it("does not jump where it changes cells: halves of ln 2 / 64", () => {
    for (let cell = -200; cell <= 200; cell++) {
      const edge = ((cell + 0.5) * Math.LN2) / 64;
      const jump = tableExp(edge + 1e-13) / tableExp(edge - 1e-13) - 1;
      expect(Math.abs(jump - 2e-13)).toBeLessThan(8 * Number.EPSILON);
    }
  });
});

describe("the tables", () => {
  it("hold reciprocals of the 128 cell middles, minus their logarithms, and the 64 roots of 2", () => {
    const tables = new Float64Array(LOG_EXP_TABLE_SIZE);
    fillLogExpTables(tables);
    expect(LOG_EXP_TABLE_SIZE).toBe(2 * 128 + 64);
    for (let cell = 0; cell < 128; cell++) {
      const middle = 1 + (cell + 0.5) / 128;
      expect(tables[2 * cell]).toBe(1 / middle);
      // one rounding of the reciprocal, one of the logarithm
      expect(Math.abs(tables[2 * cell + 1] - Math.log(middle))).toBeLessThan(3e-16);
    }
    // 1 ulp of exp and one rounding of its argument, below 2
    for (let cell = 0; cell < 64; cell++)
      expect(Math.abs(tables[256 + cell] - 2 ** (cell / 64))).toBeLessThan(7e-16);
  });
});
