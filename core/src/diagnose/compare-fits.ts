/** Several fits of the same weeks side by side: which foretells best, by how much, and how surely. */

import { exp } from "../numerics/elementary.ts";
import { type LeaveOneOut, sumError } from "./leave-one-out.ts";

/** One fit to be compared. */
export interface ComparedFit {
  readonly name: string;
  /** [week] ISO dates of the fitted weeks. */
  readonly weeks: readonly string[];
  /** [week] KPI as the fit saw it. */
  readonly observed: Float64Array;
  readonly loo: LeaveOneOut;
}

/** A row of the table, best first. */
export interface FitRank {
  readonly name: string;
  readonly elpd: number;
  /** elpd less that of the best, at most 0, and the standard error of the difference; both 0 for the best. */
  readonly difference: number;
  readonly differenceSe: number;
  /** Weight in the mixture of the fits that foretells best, in [0, 1]; they sum to 1. */
  readonly weight: number;
  /** Weeks whose part is not to be trusted (k-hat above its limit). */
  readonly unreliableWeeks: number;
}

export type FitComparison =
  | { readonly kind: "compared"; readonly fits: readonly FitRank[] }
  | { readonly kind: "refused"; readonly reason: string; readonly remedy: string };

/**
 * The comparison of fits by their leave-one-out densities.
 *
 * @param fits - at least one, of the same weeks and the same KPI; another week or unit moves elpd for no merit.
 * @returns rows by falling elpd, or why they can not be compared.
 * Source: Vehtari, Gelman & Gabry (2017), equation 24 (standard error of the difference from its weekly parts).
 */
export function compareFits(fits: readonly ComparedFit[]): FitComparison {
  const [first] = fits;
  const odd = fits.find((fit) => !sawTheSame(fit, first));
  if (odd !== undefined)
    return {
      kind: "refused",
      reason: `"${odd.name}" and "${first.name}" saw different weeks or a different KPI, so how well each foretells says nothing about the other.`,
      remedy: "Fit them on the same weeks of the same KPI, in the same unit, then compare.",
    };
  const weights = stackingWeights(fits.map(({ loo }) => loo.pointwise));
  const best = fits.reduce((leader, fit) => (fit.loo.elpd > leader.loo.elpd ? fit : leader));
  const rows = fits.map(({ name, loo }, index): FitRank => {
    const parts = loo.pointwise.map((part, week) => part - best.loo.pointwise[week]);
    return {
      name,
      elpd: loo.elpd,
      difference: loo.elpd - best.loo.elpd,
      differenceSe: sumError(parts),
      weight: weights[index],
      unreliableWeeks: loo.khat.filter((khat) => khat > loo.khatLimit).length,
    };
  });
  return { kind: "compared", fits: rows.sort((one, other) => other.elpd - one.elpd) };
}

function sawTheSame(fit: ComparedFit, first: ComparedFit): boolean {
  return (
    fit.weeks.length === first.weeks.length &&
    fit.weeks.every((week, index) => week === first.weeks[index]) &&
    fit.observed.every((kpi, index) => kpi === first.observed[index])
  );
}

/** A step that moves no weight by more than this ends the search: weights are shown to two digits. */
const STILL = 1e-7;
const MOST_STEPS = 20_000;

/**
 * Stacking: the weights of the mixture with the largest Σ_t log Σ_k w_k exp(elpd_kt).
 *
 * @param pointwise - [fit][week] log predictive densities.
 * @returns [fit] at least 0, summing to 1; e.g. ½ and ½ for two fits of which each is right in half of the weeks.
 * Source: Yao, Vehtari, Simpson & Gelman (2018), "Using stacking to average Bayesian predictive distributions", equation 4;
 * the sum is concave, and the step w_k ← w_k · mean_t (p_kt / Σ_j w_j p_jt) of Dempster, Laird & Rubin (1977) climbs it.
 */
export function stackingWeights(pointwise: readonly Float64Array[]): Float64Array {
  const fits = pointwise.length;
  const weeks = pointwise[0].length;
  const densities = pointwise.map(() => new Float64Array(weeks));
  for (let week = 0; week < weeks; week++) {
    const largest = pointwise.reduce((most, parts) => Math.max(most, parts[week]), Number.NEGATIVE_INFINITY);
    for (let fit = 0; fit < fits; fit++) densities[fit][week] = exp(pointwise[fit][week] - largest);
  }
  let weights = new Float64Array(fits).fill(1 / fits);
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = climbed(weights, densities, weeks);
    const moved = next.reduce((most, weight, fit) => Math.max(most, Math.abs(weight - weights[fit])), 0);
    weights = next;
    if (moved < STILL) break;
  }
  return weights;
}

function climbed(
  weights: Float64Array,
  densities: readonly Float64Array[],
  weeks: number,
): Float64Array<ArrayBuffer> {
  const next = new Float64Array(weights.length);
  for (let week = 0; week < weeks; week++) {
    let mixture = 0;
    for (let fit = 0; fit < weights.length; fit++) mixture += weights[fit] * densities[fit][week];
    for (let fit = 0; fit < weights.length; fit++)
      next[fit] += (weights[fit] * densities[fit][week]) / mixture / weeks;
  }
  return next;
}
