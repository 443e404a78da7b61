import { cumulativeDistance, powerSensitivity } from "@mmm/core/diagnose/power-scaling.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";

const ORDER = Uint32Array.of(0, 1);

describe("the cumulative Jensen–Shannon distance", () => {
  it("is √((½ log₂ 4/3 + ¼ log₂ ⅔) / ¾) for values 0 and 1 whose weights ½, ½ become ¾, ¼, by hand", () => {
    const exact = Math.sqrt((0.5 * Math.log2(4 / 3) + 0.25 * Math.log2(2 / 3)) / 0.75);
    expect(cumulativeDistance(Float64Array.of(0, 1), ORDER, Float64Array.of(0.75, 0.25))).toBeCloseTo(
      exact,
      14,
    );
    expect(exact).toBeCloseTo(0.2858, 4);
  });

  it("is the same from either end, and does not see unit or origin", () => {
    const weights = Float64Array.of(0.25, 0.75);
    const one = cumulativeDistance(Float64Array.of(0, 1), ORDER, Float64Array.of(0.75, 0.25));
    expect(cumulativeDistance(Float64Array.of(0, 1), ORDER, weights)).toBeCloseTo(one, 14);
    expect(cumulativeDistance(Float64Array.of(70, 71_000), ORDER, weights)).toBeCloseTo(one, 13);
  });

  it("is 0 for weights that are all alike", () => {
    expect(cumulativeDistance(Float64Array.of(0, 1), ORDER, Float64Array.of(0.5, 0.5))).toBe(0);
  });
});

describe("the sensitivity of a figure to a component of its posterior", () => {
  it("is 0, and sure of it, for a component that says the same of every draw", () => {
    const values = Float64Array.from({ length: 100 }, (_, draw) => draw);
    const flat = powerSensitivity(values, new Float64Array(100));
    // √ of a rounding error of 1e-16
    expect(flat.sensitivity).toBeLessThan(1e-5);
    expect([flat.khat, flat.direction]).toEqual([0, 0]);
  });

  it("grows with how much the component moves a normal figure: a prior of precision share 0.8, 0.5, 0.1", () => {
    const random = createRandom(1, 0);
    const draws = Float64Array.from({ length: 4000 }, () => random.normal());
    // figure N(0, 1); prior N(3, 1 / share) in the figure's standard deviations
    const sensitivities = [0.8, 0.5, 0.1].map((share) =>
      powerSensitivity(
        draws,
        draws.map((value) => -0.5 * share * (value - 3) ** 2),
      ),
    );
    expect(sensitivities[0].sensitivity).toBeGreaterThan(sensitivities[1].sensitivity);
    expect(sensitivities[1].sensitivity).toBeGreaterThan(sensitivities[2].sensitivity);
    expect(sensitivities.map(({ direction }) => direction)).toEqual([1, 1, 1]);
  });

  it("is the slope of the exact distance: a mean that moves by 1 standard deviation per unit of log weight", () => {
    // log component x: power-scaling shifts N(0, 1) to N(δ, 1), δ = power; the distance of even quantiles is exact
    const size = 4000;
    const random = createRandom(2, 0);
    const values = Float64Array.from({ length: size }, () => random.normal()).sort();
    const shifted = (by: number): number => {
      const weights = values.map((value) => Math.exp(by * value));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const order = Uint32Array.from(values, (_, draw) => draw);
      return cumulativeDistance(
        values,
        order,
        weights.map((weight) => weight / total),
      );
    };
    const { sensitivity } = powerSensitivity(values, values);
    const exact = (shifted(0.01) + shifted(1 / 1.01 - 1)) / 2 / Math.log2(1.01);
    // smoothing moves a weight of e^{0.01 x} by less than a thousandth
    expect(Math.abs(sensitivity / exact - 1)).toBeLessThan(0.01);
    // 0.05 per doubling is thus about a quarter of a standard deviation per doubling
    expect(0.05 / (sensitivity * Math.LN2)).toBeGreaterThan(0.15);
    expect((0.05 / sensitivity) * Math.LN2).toBeLessThan(0.35);
  });
});
