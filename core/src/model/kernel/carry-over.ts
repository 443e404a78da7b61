/** The hot path's carryover: value and derivative in one forward recursion (sampler.md §3). */

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

/**
 * Carried spend before normalization, and its derivative by retention.
 *
 * @param spend - [week] at least 0.
 * @param retention - in [0, 1].
 * @param maxLag - whole number, at least 0.
 * @param carried - [week] overwritten: Σ retention^lag · spend[week − lag].
 * @param slope - [week] overwritten: the derivative of `carried` by retention.
 *   Both are recursions: what enters at lag 0 leaves again at lag maxLag + 1.
 */
export function carryOver(
  spend: Float64Array,
  retention: number,
  maxLag: number,
  carried: Float64Array,
  slope: Float64Array,
): void {
  const weeks = carried.length;
  const window = maxLag + 1;
  const last = lastWeight(retention, maxLag);
  const leavingWeight = last * retention;
  const leavingSlope = window * last;
  let sum = 0;
  let sumSlope = 0;
  for (let week = 0; week < weeks; week++) {
    const leaving = week >= window ? spend[week - window] : 0;
    sumSlope = sum + retention * sumSlope - leavingSlope * leaving;
    sum = spend[week] + retention * sum - leavingWeight * leaving;
    carried[week] = sum;
    slope[week] = sumSlope;
  }
}
