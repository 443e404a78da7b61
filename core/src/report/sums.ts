/** Sums that the sheets' formulas compute as well, so that each formula carries the value it must give. */

import type { MediaHistory } from "../data/media-history.ts";

/** Σ values; 0 for none. */
export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** [week] spend over all channels. */
export function totalSpendByWeek(history: MediaHistory): number[] {
  return history.weeks.map((_, week) => sumOf(history.channels.map((channel) => channel.spend[week] ?? 0)));
}

/** Σ first · second, as SUMPRODUCT gives it. */
export function sumProduct(first: Float64Array, second: Float64Array): number {
  return sumOf(first.map((value, index) => value * (second[index] ?? 0)));
}
