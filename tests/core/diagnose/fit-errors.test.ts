import { ebfmi } from "@mmm/core/diagnose/ebfmi.ts";
import { fitErrors } from "@mmm/core/diagnose/fit-errors.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import fc from "fast-check";

describe("errors of a fit", () => {
  it("are MAPE 0.1, wMAPE 0.1, R² 0.9 and Durbin–Watson 1.8 for 100, 200 against 110, 180", () => {
    const errors = fitErrors(Float64Array.of(100, 200), Float64Array.of(110, 180));
    expect(errors.weeks).toBe(2);
    expect(errors.mape).toBeCloseTo(0.1, 15);
    expect(errors.wmape).toBeCloseTo(0.1, 15);
    expect(errors.r2).toBeCloseTo(0.9, 15); // 1 − 500 / 5000
    expect(errors.durbinWatson).toBeCloseTo(1.8, 15); // (20 + 10)² / (10² + 20²)
  });

  it("leave weeks without a KPI out of the MAPE, yet count them in the wMAPE", () => {
    const errors = fitErrors(Float64Array.of(0, 100), Float64Array.of(10, 100));
    expect(errors.mape).toBe(0);
    expect(errors.wmape).toBeCloseTo(0.1, 15);
  });

  it("do not change with the currency", () => {
    const weeks = fc.array(
      fc.tuple(fc.double({ min: 1, max: 1e3, noNaN: true }), fc.double({ min: 1, max: 1e3, noNaN: true })),
      {
        minLength: 3,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(weeks, (pairs) => {
        const of = (rate: number) =>
          fitErrors(
            Float64Array.from(pairs, ([observed]) => observed * rate),
            Float64Array.from(pairs, ([, expected]) => expected * rate),
          );
        fc.pre(new Set(pairs.map(([observed]) => observed)).size > 1);
        const one = of(1);
        const other = of(1024); // a power of two scales without rounding
        expect(other).toEqual(one);
      }),
    );
  });

  it("have a Durbin–Watson near 2 for white noise, below for runs, above for alternation", () => {
    const { normal } = createRandom(1, 0);
    const noise = Float64Array.from({ length: 4000 }, normal);
    const zero = new Float64Array(4000);
    expect(Math.abs(fitErrors(noise, zero).durbinWatson - 2)).toBeLessThan(4 * (2 / Math.sqrt(4000)));
    expect(fitErrors(Float64Array.of(1, 1, 1, -1, -1, -1), new Float64Array(6)).durbinWatson).toBeCloseTo(
      4 / 6,
      15,
    );
    expect(fitErrors(Float64Array.of(1, -1, 1, -1), new Float64Array(4)).durbinWatson).toBe(3);
  });

  it("refuse series of different lengths", () => {
    expect(() => fitErrors(new Float64Array(3), new Float64Array(2))).toThrow(RangeError);
  });
});

describe("E-BFMI", () => {
  it("is 3 for the energies 0, 1, 0, 1, by hand", () => {
    // 0 1 0 1: three steps of 1; squared deviations from ½ sum to 1
    expect(ebfmi(Float64Array.of(0, 1, 0, 1))).toBeCloseTo(3, 15);
  });

  it("is near 2 for independent energies and near 0 for a slow drift", () => {
    const { normal } = createRandom(1, 0);
    const independent = ebfmi(Float64Array.from({ length: 4000 }, normal));
    expect(Math.abs(independent - 2)).toBeLessThan(4 * (2 / Math.sqrt(4000)));
    expect(ebfmi(Float64Array.from({ length: 1000 }, (_, draw) => draw))).toBeLessThan(1e-4);
  });

  it("is undefined for an energy that never changes", () => {
    expect(ebfmi(new Float64Array(10))).toBeNaN();
  });
});
