import { readFileSync } from "node:fs";
import { khatLimit, smoothWeights } from "@mmm/core/numerics/pareto-smoothing.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import fc from "fast-check";
import { describeShared } from "../../matchers/shared.ts";

interface Golden {
  /** [observation][draw] */
  readonly log_lik: readonly number[][];
  readonly loo: { readonly pareto_k: readonly number[]; readonly n_eff: readonly number[] };
  readonly loo_reff: { readonly r_eff: readonly number[]; readonly pareto_k: readonly number[] };
  readonly psis_log_weights_obs24: readonly number[];
}

describe("Pareto-smoothed importance sampling", () => {
  it("gives equal ratios equal weights, and says that nothing is known of their tail", () => {
    const smoothed = smoothWeights(new Float64Array(100).fill(-700), 1);
    for (const logWeight of smoothed.logWeights) expect(logWeight).toBeCloseTo(-Math.log(100), 13);
    expect(smoothed.khat).toBe(Infinity);
    expect(smoothed.effectiveDraws).toBeCloseTo(100, 10);
  });

  it("leaves ratios alone whose tail has fewer than 5 draws: a fifth of 20 is 4", () => {
    const ratios = Float64Array.from({ length: 20 }, (_, draw) => Math.log(draw + 1));
    const { logWeights, khat } = smoothWeights(ratios, 1);
    expect(khat).toBe(Infinity);
    expect(Math.exp(logWeights[19])).toBeCloseTo(20 / 210, 13);
  });

  it("tells the tail of exponential proposals: rate r for rate 1 has ratios of Pareto shape 1 − r", () => {
    // x ~ Exp(1), ratio e^{(1 − r) x}: P(ratio > t) = t^{−1 / (1 − r)}
    const random = createRandom(2, 0);
    const draws = Float64Array.from({ length: 20_000 }, () => -Math.log(random.uniform()));
    for (const shape of [0.3, 0.5, 0.8]) {
      const { khat } = smoothWeights(
        draws.map((x) => shape * x),
        1,
      );
      // (1 + k) / √425 = 0.09 at most
      expect(Math.abs(khat - shape)).toBeLessThan(0.2);
    }
  });

  it("estimates a mean that plain weights miss less well: N(1, 1) from draws of N(0, 1), error within 0.1", () => {
    const random = createRandom(3, 0);
    const draws = Float64Array.from({ length: 4000 }, () => random.normal());
    const { logWeights, khat } = smoothWeights(
      draws.map((x) => x - 0.5),
      1,
    );
    const mean = draws.reduce((sum, x, draw) => sum + x * Math.exp(logWeights[draw]), 0);
    // weights e^{x}: variance e − 1 relative, so about 1000 effective draws: error 0.03 at one standard error
    expect(Math.abs(mean - 1)).toBeLessThan(0.1);
    expect(khat).toBeLessThan(khatLimit(4000, 0.7));
  });

  it("gives weights that sum to 1, keeps the order of the ratios, and changes nothing given", () => {
    // whole numbers: log ratios 1e-12 apart have a tail whose quantiles are rounding error
    const ratios = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 25, maxLength: 200 });
    fc.assert(
      fc.property(ratios, (values) => {
        const given = Float64Array.from(values);
        const { logWeights } = smoothWeights(given, 1);
        expect([...given]).toEqual(values);
        expect(logWeights.reduce((sum, logWeight) => sum + Math.exp(logWeight), 0)).toBeCloseTo(1, 10);
        const order = values.map((_, draw) => draw).sort((a, b) => values[a] - values[b]);
        for (let place = 1; place < order.length; place++) {
          expect(logWeights[order[place]]).toBeGreaterThanOrEqual(logWeights[order[place - 1]] - 1e-12);
        }
      }),
    );
  });

  it("does not see a constant factor of all ratios", () => {
    const ratios = Float64Array.from({ length: 200 }, (_, draw) => (draw * draw) % 61);
    const { logWeights } = smoothWeights(ratios, 1);
    // whole numbers shift without rounding
    const shifted = smoothWeights(
      ratios.map((ratio) => ratio - 512),
      1,
    );
    expect([...shifted.logWeights]).toEqual([...logWeights]);
  });

  it("counts a draw that the target never visits as weightless", () => {
    const ratios = Float64Array.from({ length: 100 }, (_, draw) => (draw < 50 ? -Infinity : draw / 50));
    const { logWeights, khat } = smoothWeights(ratios, 1);
    expect(logWeights[0]).toBe(-Infinity);
    expect(khat).toBeLessThan(0.5);
  });

  it("fits only the ratios above 0 where they are fewer than the tail, and none if they are fewer than 5", () => {
    const few = (count: number): Float64Array =>
      Float64Array.from({ length: 100 }, (_, draw) => (draw < count ? Math.log(draw + 1) : -Infinity));
    const { logWeights, khat } = smoothWeights(few(10), 1);
    expect(khat).toBeLessThan(0.5);
    expect(logWeights[50]).toBe(-Infinity);
    expect(smoothWeights(few(4), 1).khat).toBe(Infinity);
    expect(Math.exp(smoothWeights(few(4), 1).logWeights[3])).toBeCloseTo(0.4, 13);
  });

  it("refuses what is not a ratio", () => {
    expect(() => smoothWeights(new Float64Array([0, Number.NaN]), 1)).toThrow("must not be NaN");
    expect(() => smoothWeights(new Float64Array([0, Infinity]), 1)).toThrow("must not be Infinity");
    expect(() => smoothWeights(new Float64Array([-Infinity]), 1)).toThrow("no ratio is above 0");
    expect(() => smoothWeights(new Float64Array([0]), 0)).toThrow(
      "relativeEfficiency must be above 0, not 0",
    );
  });
});

describe("the k-hat that a number of draws can bear", () => {
  it("is 1 − 1/2 for 100 draws, 1 − 1/3 for 1000, and never above the limit for any number", () => {
    expect(khatLimit(100, 0.7)).toBeCloseTo(0.5, 14);
    expect(khatLimit(1000, 0.7)).toBeCloseTo(2 / 3, 14);
    expect(khatLimit(1e9, 0.7)).toBe(0.7);
  });
});

describeShared("PSIS against R's loo 2.5.1", (path) => {
  const file = readFileSync(path("data", "diagnostics-golden", "psis_loo_golden.json"), "utf8");
  const golden = JSON.parse(file) as Golden;
  const columns = golden.log_lik.map((column) => Float64Array.from(column, (value) => -value));
  const relative = (got: number, expected: number): number => Math.abs(got / expected - 1);

  it("k-hat and effective draws of 24 observations, within 1e-10 relative", () => {
    columns.forEach((ratios, observation) => {
      const { khat, effectiveDraws } = smoothWeights(ratios, 1);
      expect(relative(khat, golden.loo.pareto_k[observation])).toBeLessThan(1e-10);
      expect(relative(effectiveDraws, golden.loo.n_eff[observation])).toBeLessThan(1e-10);
    });
  });

  it("k-hat where the draws are worth less than their number, within 1e-10 relative", () => {
    columns.forEach((ratios, observation) => {
      const { khat } = smoothWeights(ratios, golden.loo_reff.r_eff[observation]);
      expect(relative(khat, golden.loo_reff.pareto_k[observation])).toBeLessThan(1e-10);
    });
  });

  it("the 1000 normalized log weights of the planted outlier, within 1e-10", () => {
    const { logWeights } = smoothWeights(columns[23], 1);
    logWeights.forEach((logWeight, draw) => {
      expect(Math.abs(logWeight - golden.psis_log_weights_obs24[draw])).toBeLessThan(1e-10);
    });
  });
});
