/** Reading a grid between its points, exactly as the Curves sheet's formulas do. */

export interface GridReading {
  /** Zero-based grid point at or below x, never the last; null outside the grid. */
  readonly point: number | null;
  readonly value: number | null;
}

/**
 * Linear interpolation inside a grid; outside it nothing is said.
 *
 * @param xs - ascending, at least two.
 * @param ys - as long as xs.
 * @returns e.g. xs [0, 10], ys [0, 4] at 5 gives 2.
 */
export function interpolate(xs: Float64Array, ys: Float64Array, x: number): GridReading {
  const last = xs.length - 1;
  if (x < 0 || x > (xs[last] ?? Number.NaN) || xs.length < 2) return { point: null, value: null };
  let point = 0;
  while (point < last - 1 && (xs[point + 1] ?? 0) <= x) point += 1;
  const [left, right] = [xs[point] ?? 0, xs[point + 1] ?? 0];
  const [low, high] = [ys[point] ?? 0, ys[point + 1] ?? 0];
  return { point, value: low + ((x - left) * (high - low)) / (right - left) };
}
