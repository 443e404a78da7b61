/** The generalized Pareto distribution of what lies above a threshold: fitted in closed form, and its quantiles. */

import { exp, expm1, log, log1p } from "./elementary.ts";
import { logSumExp } from "./log-sum-exp.ts";

/** Shape (0 exponential, above 0 heavier than that: moments of order 1 / shape and beyond do not exist) and scale. */
export interface GeneralizedPareto {
  readonly shape: number;
  readonly scale: number;
}

/** Zhang & Stephens (2009): the profile posterior is averaged over 20 + √n points; Vehtari et al. (2024) take 30 + √n. */
const FEWEST_POINTS = 30;
/** Zhang & Stephens (2009): the prior of θ is a generalized Pareto of scale 1 / (3 · first quartile). */
const PRIOR_QUARTILES = 3;
/** Vehtari et al. (2024): the prior of the shape weighs as much as 10 exceedances at ½. */
const PRIOR_EXCEEDANCES = 10;
const PRIOR_SHAPE = 0.5;

/**
 * Fits a generalized Pareto distribution to exceedances.
 *
 * @param exceedances - ascending, above 0, at least 5.
 * @returns the shape pulled a little towards ½ (by as much as 10 exceedances would), the scale without that pull.
 * @throws RangeError for fewer than 5 exceedances, or when the largest is not a positive number.
 * Source: Zhang & Stephens (2009), "A new and efficient estimation method for the generalized Pareto distribution",
 * Technometrics 51; Vehtari, Simpson, Gelman, Yao & Gabry (2024), "Pareto smoothed importance sampling", JMLR 25.
 * Their k is −shape in Zhang & Stephens.
 */
export function fitGeneralizedPareto(exceedances: Float64Array): GeneralizedPareto {
  const size = exceedances.length;
  const largest = exceedances[size - 1];
  if (size < FEWEST_EXCEEDANCES) throw new RangeError(`a fit needs at least 5 exceedances, not ${size}`);
  if (!(largest > 0 && largest < Number.POSITIVE_INFINITY))
    throw new RangeError(`the largest exceedance must be a number above 0, not ${largest}`);
  const theta = posteriorMeanTheta(exceedances);
  const shape = meanLog1p(exceedances, -theta);
  return {
    shape: (size * shape + PRIOR_EXCEEDANCES * PRIOR_SHAPE) / (size + PRIOR_EXCEEDANCES),
    scale: -shape / theta,
  };
}

/** Fewer say nothing about a tail (Vehtari et al. 2024). */
export const FEWEST_EXCEEDANCES = 5;

/**
 * The value below which a share of a generalized Pareto distribution lies.
 *
 * @param distribution - scale above 0.
 * @param share - in [0, 1).
 * @returns at least 0: scale · ((1 − share)^(−shape) − 1) / shape; e.g. shape 1 and scale 2 give 2 at ½; for shape 0
 *   the exponential's −scale · log(1 − share).
 */
export function generalizedParetoQuantile({ shape, scale }: GeneralizedPareto, share: number): number {
  const exponential = -log1p(-share);
  return shape === 0 ? scale * exponential : (scale * expm1(shape * exponential)) / shape;
}

/** θ = −shape / scale, averaged over its profile posterior on a grid of points. */
function posteriorMeanTheta(exceedances: Float64Array): number {
  const size = exceedances.length;
  const points = FEWEST_POINTS + Math.floor(Math.sqrt(size));
  const quartile = exceedances[Math.floor(size / 4 + 0.5) - 1];
  const thetas = new Float64Array(points);
  const logPosterior = new Float64Array(points);
  for (let point = 0; point < points; point++) {
    const theta =
      1 / exceedances[size - 1] + (1 - Math.sqrt(points / (point + 0.5))) / (PRIOR_QUARTILES * quartile);
    const shape = meanLog1p(exceedances, -theta);
    thetas[point] = theta;
    logPosterior[point] = size * (log(-theta / shape) - shape - 1);
  }
  const total = logSumExp(logPosterior);
  let theta = 0;
  for (let point = 0; point < points; point++) theta += thetas[point] * exp(logPosterior[point] - total);
  return theta;
}

/** mean log(1 + factor · x): the shape that a θ = −factor implies. */
function meanLog1p(exceedances: Float64Array, factor: number): number {
  let sum = 0;
  for (let index = 0; index < exceedances.length; index++) sum += log1p(factor * exceedances[index]);
  return sum / exceedances.length;
}
