/** Effective sample size: how many independent draws the correlated ones are worth. */

import { log } from "../numerics/elementary.ts";
import { quantile } from "../numerics/quantile.ts";
import { autocorrelation } from "./autocorrelation.ts";
import { type ChainMatrix, isDiagnosable, mapDraws, sortedDraws, splitChains } from "./chain-matrix.ts";
import { locationScores } from "./split-scores.ts";

/** Tail ESS looks at these quantiles, the ends of a 90 % interval (Vehtari et al. 2021, §4.3). */
const TAIL = 0.05;
const FEWEST_DRAWS = 3;

/**
 * Bulk ESS: for the center of the distribution.
 *
 * @param chains - [chain][draw], equally long.
 * @returns draws, at most S log₁₀ S for S draws; NaN when a draw is not finite, all are equal, or there are too few.
 * Source: Vehtari et al. (2021), §4.1.
 */
export function essBulk(chains: ChainMatrix): number {
  const sorted = sortedDraws(chains);
  return isDiagnosable(sorted) ? essOfScores(locationScores(chains, sorted)) : Number.NaN;
}

/**
 * Tail ESS: the smaller ESS of the two 90 % interval ends.
 *
 * @param chains - [chain][draw], equally long.
 * @returns draws; NaN as for the bulk. An end that sits on an atom which holds it in every draw is known exactly and left out.
 * Source: Vehtari et al. (2021), §4.3.
 */
export function essTail(chains: ChainMatrix): number {
  const sorted = sortedDraws(chains);
  return isDiagnosable(sorted) ? essOfTails(chains, sorted) : Number.NaN;
}

/**
 * Tail ESS of draws that are known to be finite and not all equal.
 *
 * @param chains - [chain][draw].
 * @param sorted - the same draws, ascending.
 */
export function essOfTails(chains: ChainMatrix, sorted: Float64Array): number {
  const lower = essOfQuantile(chains, quantile(sorted, TAIL));
  return Math.min(lower, essOfQuantile(chains, quantile(sorted, 1 - TAIL)));
}

/**
 * ESS of a quantile: of the share of draws at or below it.
 *
 * @param chains - [chain][draw], finite, not all equal.
 * @param value - the quantile.
 * @returns draws; Infinity where every draw is at or below the value.
 * Source: Vehtari et al. (2021), §4.3.
 */
export function essOfQuantile(chains: ChainMatrix, value: number): number {
  const below = mapDraws(chains, (draw) => (draw <= value ? 1 : 0));
  const isKnown = below.every((flags) => flags.every((flag) => flag === 1));
  return isKnown ? Number.POSITIVE_INFINITY : essOfScores(splitChains(below));
}

/**
 * S / τ, with τ the integrated autocorrelation time by Geyer's initial monotone sequence.
 *
 * @param chains - [chain][draw], split, not all constant.
 */
export function essOfScores(chains: ChainMatrix): number {
  const draws = chains[0].length;
  if (draws < FEWEST_DRAWS) return Number.NaN;
  const size = draws * chains.length;
  // antithetic chains may beat independence, but not without bound
  return size / Math.max(autocorrelationTime(autocorrelation(chains), draws), Math.LN10 / log(size));
}

/** Autocovariances of the last lags rest on a handful of products; Stan stops the sum before them. */
const LAST_LAGS = 5;

/**
 * −1 + 2 Σ autocorrelations, over the pairs of lags whose sum is positive, made to fall.
 * Source: Geyer (1992), §3.3; the last even term alone, "improved": Vehtari et al. (2021), appendix A via Stan.
 */
function autocorrelationTime(at: (lag: number) => number, draws: number): number {
  const pairs: number[] = [];
  let even = 1;
  let odd = at(1);
  let lag = 0;
  while (even + odd > 0 && lag < draws - LAST_LAGS) {
    pairs.push(even + odd);
    lag += 2;
    even = at(lag);
    odd = at(lag + 1);
  }
  let sum = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (const pair of pairs) {
    smallest = Math.min(smallest, pair);
    sum += smallest;
  }
  return -1 + 2 * sum + Math.max(even, 0);
}
