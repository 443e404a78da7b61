/** Pareto-smoothed importance sampling: weights one can average with, and k-hat, which tells whether one should. */

import { exp, log } from "./elementary.ts";
import { FEWEST_EXCEEDANCES, fitGeneralizedPareto, generalizedParetoQuantile } from "./generalized-pareto.ts";
import { logSumExp } from "./log-sum-exp.ts";

/** What smoothing makes of importance ratios. */
export interface SmoothedWeights {
  /** [draw] logarithms of weights that sum to 1. */
  readonly logWeights: Float64Array;
  /** Shape of the ratios' tail; Infinity where there is no tail to fit, so that nothing is known about it. */
  readonly khat: number;
  /** Draws that the weighted ones are worth: relative efficiency / Σ weight². */
  readonly effectiveDraws: number;
}

/** Vehtari et al. (2024): the tail is a fifth of the draws, or 3 √(draws / relative efficiency) if that is less. */
const TAIL_SHARE = 0.2;
const TAIL_ROOTS = 3;
/** Logarithm of the smallest normal double: a weight under it, next to the largest of 1, is rounding error. */
const LOG_LEAST = -708.3964185322641;

/**
 * Smooths importance ratios: the largest are replaced by the quantiles that a generalized Pareto distribution, fitted to
 * them, puts in their places, and none may pass the largest raw ratio.
 *
 * @param logRatios - [draw] log target density − log proposal density, each up to a constant; −Infinity is a ratio of 0;
 *   not changed.
 * @param relativeEfficiency - ESS / draws of the ratios, above 0; 1 for independent draws.
 * @returns weights to average with; trust them while k-hat is below `khatLimit(draws, …)`. Fewer than 5 draws in the
 *   tail, or a tail of equals, leave the ratios as they are with k-hat Infinity; e.g. four equal ratios give ¼ each.
 * @throws RangeError when a ratio is NaN or Infinity, when all are 0, or when relativeEfficiency is not above 0.
 * Source: Vehtari, Simpson, Gelman, Yao & Gabry (2024), "Pareto smoothed importance sampling", JMLR 25.
 */
export function smoothWeights(logRatios: Float64Array, relativeEfficiency: number): SmoothedWeights {
  if (!(relativeEfficiency > 0))
    throw new RangeError(`relativeEfficiency must be above 0, not ${relativeEfficiency}`);
  const largest = largestOf(logRatios);
  const draws = logRatios.length;
  const logWeights = logRatios.map((ratio) => ratio - largest);
  const tail = Math.ceil(Math.min(TAIL_SHARE * draws, TAIL_ROOTS * Math.sqrt(draws / relativeEfficiency)));
  const khat = smoothTail(logWeights, tail);
  const total = logSumExp(logWeights);
  let squares = 0;
  for (let draw = 0; draw < draws; draw++) {
    logWeights[draw] -= total;
    squares += exp(2 * logWeights[draw]);
  }
  return { logWeights, khat, effectiveDraws: relativeEfficiency / squares };
}

/**
 * The k-hat up to which smoothed weights can be trusted.
 *
 * @param draws - how many, above 1.
 * @param most - limit for however many draws, usually 0.7: beyond it no practical number of draws is enough.
 * @returns the smaller of `most` and 1 − 1 / log₁₀(draws); e.g. 0.5 for 100 draws, ⅔ for 1000, 0.7 from 2155 on.
 * Source: Vehtari et al. (2024).
 */
export function khatLimit(draws: number, most: number): number {
  return Math.min(most, 1 - Math.LN10 / log(draws));
}

/** Smooths the `tail` largest in place; returns k-hat. */
function smoothTail(logWeights: Float64Array, tail: number): number {
  const sorted = logWeights.slice().sort();
  let first = sorted.length - tail;
  while (sorted[first] <= LOG_LEAST) first += 1;
  const size = sorted.length - first;
  if (size < FEWEST_EXCEEDANCES) return Number.POSITIVE_INFINITY;
  const cutoff = first === 0 ? 0 : exp(sorted[first - 1]);
  const exceedances = new Float64Array(size);
  for (let place = 0; place < size; place++) exceedances[place] = exp(sorted[first + place]) - cutoff;
  if (!(exceedances[size - 1] > exceedances[0])) return Number.POSITIVE_INFINITY;
  const fitted = fitGeneralizedPareto(exceedances);
  // undefined where a quarter of the tail sits on the cutoff itself
  if (Number.isNaN(fitted.shape)) return Number.POSITIVE_INFINITY;
  largestDraws(logWeights, sorted[first], size).forEach((draw, place) => {
    const smoothed = cutoff + generalizedParetoQuantile(fitted, (place + 0.5) / size);
    // 0 is the largest raw log ratio
    logWeights[draw] = Math.min(0, log(smoothed));
  });
  return fitted.shape;
}

/** The `size` largest draws, ascending, all at least `least`; of equals the earlier one counts as smaller. */
function largestDraws(logWeights: Float64Array, least: number, size: number): number[] {
  const draws: number[] = [];
  for (let draw = 0; draw < logWeights.length; draw++) if (logWeights[draw] >= least) draws.push(draw);
  return draws.sort((one, other) => logWeights[one] - logWeights[other]).slice(-size);
}

function largestOf(logRatios: Float64Array): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const ratio of logRatios) {
    if (!(ratio < Number.POSITIVE_INFINITY)) throw new RangeError(`a log ratio must not be ${ratio}`);
    largest = Math.max(largest, ratio);
  }
  if (largest === Number.NEGATIVE_INFINITY) throw new RangeError("no ratio is above 0");
  return largest;
}
