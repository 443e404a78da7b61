/** Sample quantiles, R type 7 (linear between order statistics). */

/**
 * The value below which a share of the sorted values lies.
 *
 * @param sorted - ascending values, at least one.
 * @param share - in [0, 1].
 * @returns e.g. `quantile([1, 2, 3, 4], 0.5)` is 2.5; NaN for an empty sample.
 * Source: Hyndman & Fan (1996), definition 7.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
}
