/** How well a fit would foretell a week that it has not seen: PSIS-LOO and WAIC. */

import { log } from "../numerics/elementary.ts";
import { logSumExp } from "../numerics/log-sum-exp.ts";
import { mean, varianceAbout } from "../numerics/moments.ts";
import { khatLimit, smoothWeights } from "../numerics/pareto-smoothing.ts";
import { pooled } from "./chain-matrix.ts";
import { type LogLikelihood, relativeEfficiencies, weekChains } from "./log-likelihood.ts";

/** Expected log predictive density of new weeks like the observed ones; higher is better. */
export interface PredictiveAccuracy {
  /** Sum over the weeks. */
  readonly elpd: number;
  readonly elpdSe: number;
  /** Effective number of parameters: how much better the weeks fit than they are foretold. */
  readonly parameters: number;
  readonly parametersSe: number;
  /** [week] parts of `elpd`. */
  readonly pointwise: Float64Array;
}

export interface LeaveOneOut extends PredictiveAccuracy {
  /** [week] how much the fit leans on it: above `khatLimit` the week's part is not to be trusted. */
  readonly khat: Float64Array;
  readonly khatLimit: number;
}

/**
 * Leave-one-out cross-validation without a second fit: each week is taken out by reweighting the draws with 1 / its
 * likelihood.
 *
 * @param logLikelihood - of the draws.
 * @param mostKhat - limit of k-hat for however many draws, usually 0.7.
 * @param efficiencies - [week] relative efficiency of the draws.
 * @returns elpd = Σ_t log (Σ_s w_s p(y_t | θ_s) / Σ_s w_s); standard errors √(T · variance of the parts); e.g. one draw
 *   whose weeks have log density −1 and −2 has elpd −3 and 0 parameters.
 * Source: Vehtari, Gelman & Gabry (2017), "Practical Bayesian model evaluation using leave-one-out cross-validation and
 * WAIC", equations 10 and 22–23; smoothing by Vehtari et al. (2024).
 */
export function leaveOneOut(
  logLikelihood: LogLikelihood,
  mostKhat: number,
  efficiencies: Float64Array = relativeEfficiencies(logLikelihood),
): LeaveOneOut {
  const { weeks } = logLikelihood;
  const pointwise = new Float64Array(weeks);
  const parameters = new Float64Array(weeks);
  const khat = new Float64Array(weeks);
  let draws = 0;
  for (let week = 0; week < weeks; week++) {
    const densities = pooled(weekChains(logLikelihood, week));
    draws = densities.length;
    const smoothed = smoothWeights(
      densities.map((density) => -density),
      efficiencies[week],
    );
    pointwise[week] = logSumExp(densities.map((density, draw) => density + smoothed.logWeights[draw]));
    parameters[week] = logMean(densities) - pointwise[week];
    khat[week] = smoothed.khat;
  }
  return { ...summed(pointwise, parameters), khat, khatLimit: khatLimit(draws, mostKhat) };
}

/**
 * The widely applicable information criterion, as elpd; quicker than LOO and blind to weeks that the fit leans on.
 *
 * @returns elpd = Σ_t (log mean_s p(y_t | θ_s) − variance_s log p(y_t | θ_s)).
 * Source: Watanabe (2010); Vehtari, Gelman & Gabry (2017), equations 11–13.
 */
export function waic(logLikelihood: LogLikelihood): PredictiveAccuracy {
  const pointwise = new Float64Array(logLikelihood.weeks);
  const parameters = new Float64Array(logLikelihood.weeks);
  for (let week = 0; week < logLikelihood.weeks; week++) {
    const densities = pooled(weekChains(logLikelihood, week));
    parameters[week] = varianceAbout(densities, mean(densities));
    pointwise[week] = logMean(densities) - parameters[week];
  }
  return summed(pointwise, parameters);
}

function summed(pointwise: Float64Array, parameters: Float64Array): PredictiveAccuracy {
  return {
    elpd: sumOf(pointwise),
    elpdSe: sumError(pointwise),
    parameters: sumOf(parameters),
    parametersSe: sumError(parameters),
    pointwise,
  };
}

/**
 * Standard error of a sum over weeks that are taken for independent.
 *
 * @param parts - [week], at least 2.
 * @returns √(weeks · variance); e.g. 2 for 0, 2: √(2 · 2).
 */
export function sumError(parts: Float64Array): number {
  return Math.sqrt(parts.length * varianceAbout(parts, mean(parts)));
}

function sumOf(parts: Float64Array): number {
  return parts.reduce((sum, part) => sum + part, 0);
}

function logMean(logs: Float64Array): number {
  return logSumExp(logs) - log(logs.length);
}
