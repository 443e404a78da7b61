import { type ComparedFit, compareFits, stackingWeights } from "@mmm/core/diagnose/compare-fits.ts";
import { sumError } from "@mmm/core/diagnose/leave-one-out.ts";
import fc from "fast-check";

const WEEKS = ["2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22"];

function fitOf(name: string, parts: readonly number[], khat: readonly number[] = [0, 0, 0, 0]): ComparedFit {
  const pointwise = Float64Array.from(parts);
  return {
    name,
    weeks: WEEKS,
    observed: Float64Array.of(10, 12, 11, 14),
    loo: {
      elpd: parts.reduce((sum, part) => sum + part, 0),
      elpdSe: sumError(pointwise),
      parameters: 3,
      parametersSe: 1,
      pointwise,
      khat: Float64Array.from(khat),
      khatLimit: 0.7,
    },
  };
}

describe("the comparison of fits", () => {
  it("orders by elpd and takes the error of a difference from its weekly parts, by hand", () => {
    const comparison = compareFits([
      fitOf("plain", [-2, -2, -2, -2], [0.1, 0.8, 0.9, 0.2]),
      fitOf("rich", [-1, -2, -1, -2]),
    ]);
    if (comparison.kind === "refused") throw new Error(comparison.reason);
    const [best, other] = comparison.fits;
    expect([best.name, best.elpd, best.difference, best.differenceSe]).toEqual(["rich", -6, 0, 0]);
    // parts −1, 0, −1, 0: sum −2, variance ⅓, error √(4 / 3)
    expect([other.name, other.difference, other.unreliableWeeks]).toEqual(["plain", -2, 2]);
    expect(other.differenceSe).toBeCloseTo(Math.sqrt(4 / 3), 14);
    expect(best.weight).toBeGreaterThan(0.99);
  });

  it("refuses fits of other weeks or of another KPI, and says what to do", () => {
    const one = fitOf("one", [-1, -1, -1, -1]);
    for (const other of [
      { ...fitOf("two", [-1, -1, -1, -1]), weeks: [...WEEKS.slice(1), "2024-01-29"] },
      { ...fitOf("two", [-1, -1, -1, -1]), observed: Float64Array.of(10, 12, 11, 15) },
      { ...fitOf("two", [-1, -1, -1]), weeks: WEEKS.slice(1) },
    ]) {
      const comparison = compareFits([one, other]);
      expect(comparison).toMatchObject({ kind: "refused", reason: expect.stringContaining("two") });
    }
  });
});

describe("stacking weights", () => {
  it("are a half each for two fits of which each is right in half of the weeks", () => {
    const weights = stackingWeights([Float64Array.of(-1, -9), Float64Array.of(-9, -1)]);
    expect(weights[0]).toBeCloseTo(0.5, 10);
  });

  it("are the maximum of ¼ log(w + (1 − w)/e) + ¾ log(w/e + 1 − w), by hand: w = ¼ − ½ e⁻¹ / (1 − e⁻¹)… at its bound or inside", () => {
    // first fit better in one week of four: derivative 0 at w = (1 − 3 e⁻¹) / (4 (1 − e⁻¹)) < 0, so the bound 0
    const bound = stackingWeights([Float64Array.of(-1, -2, -2, -2), Float64Array.of(-2, -1, -1, -1)]);
    expect(bound[0]).toBeLessThan(1e-3);
    // with a gap of 3: w = (1 − 3 e⁻³) / (4 (1 − e⁻³))
    const inside = stackingWeights([Float64Array.of(-1, -4, -4, -4), Float64Array.of(-4, -1, -1, -1)]);
    expect(inside[0]).toBeCloseTo((1 - 3 * Math.exp(-3)) / (4 * (1 - Math.exp(-3))), 5);
  });

  it("sum to 1 and mix no worse than the best fit alone", () => {
    const parts = fc.array(fc.double({ min: -10, max: 0, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(parts, { minLength: 2, maxLength: 4 }), (fits) => {
        const weights = stackingWeights(fits.map((fit) => Float64Array.from(fit)));
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
        const mixture = fits[0].reduce(
          (sum, _, week) =>
            sum +
            Math.log(fits.reduce((density, fit, index) => density + weights[index] * Math.exp(fit[week]), 0)),
          0,
        );
        const best = Math.max(...fits.map((fit) => fit.reduce((sum, part) => sum + part, 0)));
        // the climb stops when no weight moves by 1e-7
        expect(mixture).toBeGreaterThan(best - 0.01);
      }),
    );
  });
});
