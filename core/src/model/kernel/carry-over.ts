/** The hot path's carryover: value and derivative in one forward recursion (sampler.md §3). */

import { LEAVING_SLOPE_AT, LEAVING_WEIGHT_AT, RETENTION_AT } from "./media-kernel.ts";

/** Index of Σ retention^lag, and of its derivative, in what `carryNorm` writes. */
export const NORM = 0;
export const NORM_SLOPE = 1;

/**
 * Sum of the weights before normalization and its derivative by retention.
 *
 * @param retention - in [0, 1].
 * @param maxLag - whole number, at least 0.
 * @param out - [2] overwritten; e.g. retention ½ and maxLag 2 give 1.75 and 1 + 2·½ = 2.
 */
export function carryNorm(retention: number, maxLag: number, out: Float64Array): void {
  let sum = 1;
  let slope = 0;
  // Horner's scheme stays exact at retention 1, where (1 − r^n) / (1 − r) is 0 / 0
  for (let lag = 0; lag < maxLag; lag++) {
    slope = sum + retention * slope;
    sum = 1 + retention * sum;
  }
  out[NORM] = sum;
  out[NORM_SLOPE] = slope;
}

/**
 * The weight of the oldest spend that still carries over, before normalization.
 *
 * @param retention - in [0, 1].
 * @param maxLag - whole number, at least 0.
 * @returns retention^maxLag by products alone, e.g. ¼ for ½ and 2.
 */
export function lastWeight(retention: number, maxLag: number): number {
  let last = 1;
  for (let lag = 0; lag < maxLag; lag++) last *= retention;
  return last;
}

/** A channel's spend with room before it, so that the recursion needs no test. */
export interface SpendRows {
  /** [window + lead + week]: the first `window` rows are 0, the next `lead` only carry over, the rest are the weeks. */
  readonly spend: Float64Array;
  readonly window: number;
  readonly lead: number;
}

/**
 * Lays spend out for the recursion.
 *
 * @param spend - [week] the weeks whose carried spend is wanted.
 * @param before - [week] the weeks before them, oldest first.
 * @param window - weeks after which spend leaves, at least 1.
 * @returns e.g. spend 5, 6 after 4 with window 2 gives rows 0, 0, 4, 5, 6 and lead 1.
 */
export function spendRows(spend: Float64Array, before: Float64Array, window: number): SpendRows {
  const rows = new Float64Array(window + before.length + spend.length);
  rows.set(before, window);
  rows.set(spend, window + before.length);
  return { spend: rows, window, lead: before.length };
}

/**
 * Carried spend before normalization, and its derivative by retention.
 *
 * @param rows - spend, at least 0.
 * @param settings - retention, leaving weight and leaving slope stand at their places after `at`.
 * @param at - of the channel's first setting.
 * @param carried - [week] overwritten: Σ retention^lag · spend[week − lag].
 * @param slope - [week] overwritten: the derivative of `carried` by retention.
 *   Both are recursions: what enters at lag 0 leaves again `window` weeks later.
 */
export function carryOver(
  { spend, window, lead }: SpendRows,
  settings: Float64Array,
  at: number,
  carried: Float64Array,
  slope: Float64Array,
): void {
  const retention = settings[at + RETENTION_AT];
  const leavingWeight = settings[at + LEAVING_WEIGHT_AT];
  const leavingSlope = settings[at + LEAVING_SLOPE_AT];
  const first = window + lead;
  let sum = 0;
  let sumSlope = 0;
  for (let row = window; row < spend.length; row++) {
    const leaving = spend[row - window];
    sumSlope = sum + retention * sumSlope - leavingSlope * leaving;
    sum = spend[row] + retention * sum - leavingWeight * leaving;
    if (row < first) continue;
    carried[row - first] = sum;
    slope[row - first] = sumSlope;
  }
}
