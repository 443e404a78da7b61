/** A mean with the equal-tailed interval that the same draws give. */

import { quantile } from "./quantile.ts";

/** Mean and equal-tailed interval of a quantity, all three from the same draws. */
export interface Interval {
  readonly mean: number;
  readonly lo: number;
  readonly hi: number;
}

/**
 * Mean and equal-tailed interval of draws.
 *
 * @param draws - [draw] values of one quantity; not changed.
 * @param level - probability inside the interval, in (0, 1): 0.9 leaves 5 % on either side.
 * @returns quantiles of R type 7; e.g. draws 1…101 at 0.9 give mean 51, lo 6, hi 96.
 */
export function summarize(draws: Float64Array, level: number): Interval {
  const sorted = draws.slice().sort();
  let sum = 0;
  for (const draw of draws) sum += draw;
  const tail = (1 - level) / 2;
  return { mean: sum / draws.length, lo: quantile(sorted, tail), hi: quantile(sorted, 1 - tail) };
}
