/** Gathers one weekly series over draws: the mean of all, the interval of a thinned part. */

import { quantile } from "../numerics/quantile.ts";
import type { WeeklyInterval } from "./attribution.ts";

/** Which draws are kept for intervals: every `stride`-th. */
export interface Thinning {
  readonly stride: number;
  readonly kept: number;
}

export interface WeeklyDraws {
  readonly sum: Float64Array;
  /** [kept][week] */
  readonly kept: Float64Array;
  readonly thinning: Thinning;
}

/**
 * Evenly spaced draws.
 *
 * @param draws - how many there are.
 * @param most - how many may be kept.
 * @returns e.g. 2500 draws and at most 1000 give every third: 834.
 */
export function thinning(draws: number, most: number): Thinning {
  const stride = Math.max(1, Math.ceil(draws / most));
  return { stride, kept: Math.ceil(draws / stride) };
}

export function weeklyDraws(weeks: number, thin: Thinning): WeeklyDraws {
  return { sum: new Float64Array(weeks), kept: new Float64Array(thin.kept * weeks), thinning: thin };
}

/**
 * Adds one draw's series.
 *
 * @param gathered - changed.
 * @param draw - its number, from 0.
 * @param series - [week]
 */
export function addDraw(gathered: WeeklyDraws, draw: number, series: Float64Array): void {
  const { sum, kept, thinning: thin } = gathered;
  for (let week = 0; week < sum.length; week++) sum[week] += series[week];
  if (draw % thin.stride === 0) kept.set(series, (draw / thin.stride) * sum.length);
}

/**
 * Mean and equal-tailed interval of every week.
 *
 * @param gathered - all draws added.
 * @param draws - how many were added: the mean is over all of them, the interval over the kept ones.
 * @param level - probability inside.
 */
export function weeklyInterval(gathered: WeeklyDraws, draws: number, level: number): WeeklyInterval {
  const { sum, kept, thinning: thin } = gathered;
  const weeks = sum.length;
  const tail = (1 - level) / 2;
  const lo = new Float64Array(weeks);
  const hi = new Float64Array(weeks);
  const sorted = new Float64Array(thin.kept);
  for (let week = 0; week < weeks; week++) {
    for (let index = 0; index < thin.kept; index++) sorted[index] = kept[index * weeks + week];
    sorted.sort();
    lo[week] = quantile(sorted, tail);
    hi[week] = quantile(sorted, 1 - tail);
  }
  return { mean: sum.map((total) => total / draws), lo, hi };
}
