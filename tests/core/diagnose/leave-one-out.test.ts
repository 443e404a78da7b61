import { readFileSync } from "node:fs";
import { leaveOneOut, sumError, waic } from "@mmm/core/diagnose/leave-one-out.ts";
import type { LogLikelihood } from "@mmm/core/diagnose/log-likelihood.ts";
import { relativeEfficiencies } from "@mmm/core/diagnose/log-likelihood.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { describeShared } from "../../matchers/shared.ts";
import { autoregressiveChains } from "./made-chains.ts";

const KHAT = 0.7;

/** Draws of the mean of normal data with known sd 1 under a flat prior, and the density of every observation. */
function normalMean(observed: readonly number[], draws: number, seed: number): LogLikelihood {
  const random = createRandom(seed, 0);
  const size = observed.length;
  const center = observed.reduce((sum, value) => sum + value, 0) / size;
  const chains = [0, 1, 2, 3].map(() => {
    const values = new Float64Array(draws * size);
    for (let draw = 0; draw < draws; draw++) {
      const mean = center + random.normal() / Math.sqrt(size);
      observed.forEach((value, week) => {
        values[draw * size + week] = -0.5 * Math.log(2 * Math.PI) - 0.5 * (value - mean) ** 2;
      });
    }
    return values;
  });
  return { weeks: size, chains };
}

describe("leave-one-out cross-validation", () => {
  it("is the sum of the densities, with no parameters, where all draws say the same", () => {
    const same: LogLikelihood = { weeks: 2, chains: [Float64Array.of(-1, -2, -1, -2)] };
    for (const accuracy of [leaveOneOut(same, KHAT), waic(same)]) {
      expect(accuracy.elpd).toBeCloseTo(-3, 14);
      expect(accuracy.parameters).toBeCloseTo(0, 14);
      expect(accuracy.elpdSe).toBeCloseTo(1, 14);
    }
  });

  it("finds the exact answer of a normal mean: the others foretell y with N(their mean, 1 + 1 / (n − 1))", () => {
    const observed = [0.3, -1.2, 0.8, 2.1, -0.4, 0.1, 1.3, -0.9, 0.6, -0.2, 0.5, 1.9];
    const size = observed.length;
    const total = observed.reduce((sum, value) => sum + value, 0);
    const variance = 1 + 1 / (size - 1);
    const exact = observed.map((value) => {
      const others = (total - value) / (size - 1);
      return -0.5 * Math.log(2 * Math.PI * variance) - (0.5 * (value - others) ** 2) / variance;
    });
    const loo = leaveOneOut(normalMean(observed, 1000, 1), KHAT);
    // Monte Carlo error of one week's log density: sd of weights about 0.3 / √4000 = 0.005; six of these
    exact.forEach((part, week) => {
      expect(Math.abs(loo.pointwise[week] - part)).toBeLessThan(0.03);
    });
    expect(Math.max(...loo.khat)).toBeLessThan(loo.khatLimit);
    expect(loo.khatLimit).toBe(KHAT);
    expect(Math.abs(waic(normalMean(observed, 1000, 1)).elpd - loo.elpd)).toBeLessThan(0.05);
  });

  it("leans on an observation far from all others: k-hat is highest there", () => {
    const { khat } = leaveOneOut(normalMean([0.1, -0.2, 0.3, 0, -0.1, 5], 1000, 2), KHAT);
    expect(khat.indexOf(Math.max(...khat))).toBe(5);
  });

  it("counts correlated draws as fewer: an autoregression with ρ = 0.9 has efficiency (1 − ρ) / (1 + ρ)", () => {
    const chains = autoregressiveChains(1, 4, 4000, 0.9).map((chain) => chain.map((draw) => 0.01 * draw));
    // e^{x / 100} is nearly linear in x; the estimate itself has an error of some 10 %
    expect(Math.abs(relativeEfficiencies({ weeks: 1, chains })[0] / (0.1 / 1.9) - 1)).toBeLessThan(0.4);
  });
});

describe("the error of a sum over weeks", () => {
  it("is √(2 · 2) = 2 for 0 and 2, by hand", () => {
    expect(sumError(Float64Array.of(0, 2))).toBeCloseTo(2, 14);
  });
});

interface Golden {
  /** [observation][draw] */
  readonly log_lik: readonly number[][];
  /** [estimate, standard error][elpd, p, −2 elpd] */
  readonly loo: {
    readonly estimates: readonly number[][];
    readonly pointwise_elpd: readonly number[];
    readonly pareto_k: readonly number[];
  };
  readonly loo_reff: {
    readonly r_eff: readonly number[];
    readonly estimates: readonly number[][];
    readonly pareto_k: readonly number[];
  };
  readonly waic: { readonly estimates: readonly number[][]; readonly pointwise: readonly number[] };
}

describeShared("LOO and WAIC against R's loo 2.5.1, all within 1e-10 relative", (path) => {
  const file = readFileSync(path("data", "diagnostics-golden", "psis_loo_golden.json"), "utf8");
  const golden = JSON.parse(file) as Golden;
  const weeks = golden.log_lik.length;
  const draws = golden.log_lik[0].length;
  const rows = Float64Array.from(
    { length: draws * weeks },
    (_, at) => golden.log_lik[at % weeks][Math.floor(at / weeks)],
  );
  const logLikelihood: LogLikelihood = { weeks, chains: [rows] };
  const expectClose = (got: number, expected: number): void => {
    expect(Math.abs(got / expected - 1)).toBeLessThan(1e-10);
  };

  function expectEstimates(got: ReturnType<typeof waic>, estimates: readonly number[][]): void {
    const [values, errors] = estimates;
    const estimated = [got.elpd, got.parameters, -2 * got.elpd];
    const standardErrors = [got.elpdSe, got.parametersSe, 2 * got.elpdSe];
    for (const row of [0, 1, 2]) {
      expectClose(estimated[row], values[row]);
      expectClose(standardErrors[row], errors[row]);
    }
  }

  it("elpd, p and the information criterion with their errors, every part, and k-hat, for independent draws", () => {
    const loo = leaveOneOut(logLikelihood, KHAT, new Float64Array(weeks).fill(1));
    expectEstimates(loo, golden.loo.estimates);
    golden.loo.pointwise_elpd.forEach((part, week) => {
      expectClose(loo.pointwise[week], part);
      expectClose(loo.khat[week], golden.loo.pareto_k[week]);
    });
  });

  it("the same for draws that are worth less", () => {
    const loo = leaveOneOut(logLikelihood, KHAT, Float64Array.from(golden.loo_reff.r_eff));
    expectEstimates(loo, golden.loo_reff.estimates);
    golden.loo_reff.pareto_k.forEach((khat, week) => {
      expectClose(loo.khat[week], khat);
    });
  });

  it("WAIC with its errors and every part", () => {
    const accuracy = waic(logLikelihood);
    expectEstimates(accuracy, golden.waic.estimates);
    golden.waic.pointwise.forEach((part, week) => {
      expectClose(accuracy.pointwise[week], part);
    });
  });
});
