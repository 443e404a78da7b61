/** Targets of stan-dev/posteriordb, written from the formulas of ../shared/data/posteriordb/SOURCES.md. */

import { readFileSync } from "node:fs";
import type { Target } from "@mmm/core/sample/target.ts";
import { flatSigma, halfCauchySigma, halfNormalSigma, regressionTarget } from "./regression-target.ts";

interface Summary {
  readonly mean: number;
  readonly sd: number;
  readonly mcse_mean: number;
}

export interface PosteriorFile {
  readonly data: Readonly<Record<string, unknown>>;
  readonly reference: Readonly<Record<string, Summary>>;
}

export function readPosterior(path: string): PosteriorFile {
  return JSON.parse(readFileSync(path, "utf8")) as PosteriorFile;
}

export function numbers(file: PosteriorFile, key: string): number[] {
  return file.data[key] as number[];
}

export function number(file: PosteriorFile, key: string): number {
  return file.data[key] as number;
}

/** Regression on an uncentered year: the correlation of −1 is the stress test of adaptation. */
export function kilpisjarvi(file: PosteriorFile): Target {
  const alpha = { mean: number(file, "pmualpha"), sd: number(file, "psalpha") };
  const beta = { mean: number(file, "pmubeta"), sd: number(file, "psbeta") };
  return regressionTarget({
    outcome: numbers(file, "y"),
    design: numbers(file, "x").map((x) => [1, x]),
    prior: [alpha, beta],
    sigmaPrior: flatSigma,
    start: { mean: [alpha.mean, beta.mean, 0], sd: [alpha.sd, beta.sd, 1] },
    names: ["alpha", "beta", "sigma"],
  });
}

export function kidscore(file: PosteriorFile): Target {
  const iq = numbers(file, "mom_iq");
  const flat = { mean: 0, sd: Number.POSITIVE_INFINITY };
  return regressionTarget({
    outcome: numbers(file, "kid_score"),
    design: numbers(file, "mom_hs").map((hs, row) => [1, hs, iq[row]]),
    prior: [flat, flat, flat],
    sigmaPrior: halfCauchySigma(2.5),
    start: { mean: [0, 0, 0, 3], sd: [50, 10, 1, 1] },
    names: ["beta[1]", "beta[2]", "beta[3]", "sigma"],
  });
}

export function sblrc(file: PosteriorFile): Target {
  const design = file.data.X as number[][];
  return regressionTarget({
    outcome: numbers(file, "y"),
    design,
    prior: design[0].map(() => ({ mean: 0, sd: 10 })),
    sigmaPrior: halfNormalSigma(10),
    start: { mean: [0, 0, 0, 0, 0, 0], sd: [1, 1, 1, 1, 1, 1] },
    names: ["beta[1]", "beta[2]", "beta[3]", "beta[4]", "beta[5]", "sigma"],
  });
}

/** Autoregression of order 5: a regression on the five values before. */
export function autoregression(file: PosteriorFile): Target {
  const series = numbers(file, "y");
  return regressionTarget({
    outcome: series.slice(5),
    design: series.slice(5).map((_, t) => [1, ...[1, 2, 3, 4, 5].map((lag) => series[t + 5 - lag])]),
    prior: [1, 2, 3, 4, 5, 6].map(() => ({ mean: 0, sd: 10 })),
    sigmaPrior: halfCauchySigma(2.5),
    start: { mean: [0, 0, 0, 0, 0, 0, 0], sd: [1, 1, 1, 1, 1, 1, 1] },
    names: ["alpha", "beta[1]", "beta[2]", "beta[3]", "beta[4]", "beta[5]", "sigma"],
  });
}

/** Eight schools, θ_j = μ + τ η_j; coordinates η, μ, log τ. */
export function eightSchools(file: PosteriorFile): Target {
  const effects = numbers(file, "y");
  const errors = numbers(file, "sigma");
  const schools = effects.length;
  return {
    dimension: schools + 2,
    start: { mean: new Float64Array(schools + 2), sd: new Float64Array(schools + 2).fill(1) },
    quantities: [...effects.map((_, school) => `theta[${school + 1}]`), "mu", "tau"],
    logDensity(position, gradient) {
      const mu = position[schools];
      const tau = Math.exp(position[schools + 1]);
      // μ ~ N(0, 5); τ ~ half-Cauchy(0, 5) with the Jacobian log τ
      const cauchy = (tau / 5) ** 2;
      let sum = -0.5 * (mu / 5) ** 2 - Math.log1p(cauchy) + position[schools + 1];
      gradient[schools] = -mu / 25;
      gradient[schools + 1] = 1 - (2 * cauchy) / (1 + cauchy);
      for (let school = 0; school < schools; school++) {
        const eta = position[school];
        const residual = (effects[school] - mu - tau * eta) / errors[school];
        const pull = residual / errors[school];
        sum -= 0.5 * eta * eta + 0.5 * residual * residual;
        gradient[school] = -eta + pull * tau;
        gradient[schools] += pull;
        gradient[schools + 1] += pull * tau * eta;
      }
      return sum;
    },
    record(position, _random, out) {
      const tau = Math.exp(position[schools + 1]);
      for (let school = 0; school < schools; school++)
        out[school] = position[schools] + tau * position[school];
      out[schools] = position[schools];
      out[schools + 1] = tau;
    },
  };
}
