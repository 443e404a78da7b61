/** Values far from their column: z scores with the sample standard deviation, and robust ones (X-17, B-16). */

import { isConstant, mean, sampleSd } from "../numerics/moments.ts";
import { quantile } from "../numerics/quantile.ts";
import type { Outlier } from "./scorecard.ts";

const NORMAL_QUARTILE = 0.674_489_750_196_081_7; // 75 % quantile of N(0, 1): MAD / it estimates the sd

const SMALLEST = 1e-150; // squares of smaller distances underflow, so that their sum is no scale to divide by

/**
 * Distance of each value from the mean, in sample standard deviations (divisor n − 1).
 *
 * @param values - [week].
 * @returns [week]; e.g. [1, 2, 3] gives −1, 0, 1; all 0 for a constant column.
 */
export function zScores(values: Float64Array): Float64Array {
  const [center, sd] = [mean(values), sampleSd(values)];
  return values.map((value) => (sd > SMALLEST ? (value - center) / sd : 0));
}

/**
 * Distance of each value from the median, in median absolute deviations scaled to a Normal's sd.
 *
 * @param values - [week].
 * @returns [week]; e.g. [1, 2, 3, 4, 100] gives 65.4 for the last (97 × 0.6745 / 1). All 0 where more than half of
 * the values are equal, since the method then has no scale.
 * Source: Iglewicz & Hoaglin (1993), "How to detect and handle outliers", modified z score.
 */
export function robustScores(values: Float64Array): Float64Array {
  const center = quantile(values.slice().sort(), 0.5);
  const deviation = quantile(values.map((value) => Math.abs(value - center)).sort(), 0.5);
  // A deviation lost in the rounding of the largest value is no scale to divide by.
  const rounding = Number.EPSILON * values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return values.map((value) => (deviation > rounding ? (NORMAL_QUARTILE * (value - center)) / deviation : 0));
}

/**
 * Weeks whose value lies at least so many sample standard deviations from the mean, farthest first.
 *
 * @param column - name for the sheet.
 * @param weeks - [week] ISO dates.
 */
export function outliersOf(
  column: string,
  weeks: readonly string[],
  values: Float64Array,
  threshold: number,
): Outlier[] {
  if (isConstant(values)) return [];
  const [z, robust] = [zScores(values), robustScores(values)];
  return weeks
    .map((week, place) => ({
      column,
      week,
      value: values[place] ?? 0,
      z: z[place] ?? 0,
      robustZ: robust[place] ?? 0,
    }))
    .filter((outlier) => Math.abs(outlier.z) > threshold)
    .sort((first, second) => Math.abs(second.z) - Math.abs(first.z));
}
