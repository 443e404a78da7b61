/** Centers and scales a series by the weeks that the likelihood sees. */

/** Below this share of the largest magnitude a standard deviation is rounding error: the series is constant. */
const CONSTANT = 1e-12;

export interface Standardized {
  /** [week] (value − mean) / sd, held-out weeks included. */
  readonly values: Float64Array;
  readonly mean: number;
  /** Sample standard deviation (n − 1), above 0. */
  readonly sd: number;
}

/**
 * A series in standard deviations from its mean.
 *
 * @param values - [week] finite.
 * @param fittedWeeks - mean and sample standard deviation come from weeks 0 … fittedWeeks − 1 only: held-out weeks
 *   must not leak into the fit.
 * @returns e.g. 1, 3 gives −1/√2, 1/√2 (mean 2, sd √2); null when the fitted weeks are constant.
 */
export function standardize(values: Float64Array, fittedWeeks: number): Standardized | null {
  const { mean, sd, largest } = sampleMoments(values, fittedWeeks);
  if (!(sd > CONSTANT * largest)) return null;
  const standardized = new Float64Array(values.length);
  for (let week = 0; week < values.length; week++) standardized[week] = (values[week] - mean) / sd;
  return { values: standardized, mean, sd };
}

/**
 * Mean and sample standard deviation of the first weeks of a series.
 *
 * @param values - [week]
 * @param weeks - how many, at least 1.
 * @returns sd with n − 1, 0 for a single week; `largest` is the largest magnitude; e.g. 1, 3 gives 2, √2, 3.
 */
export function sampleMoments(
  values: Float64Array,
  weeks: number,
): { readonly mean: number; readonly sd: number; readonly largest: number } {
  let sum = 0;
  let largest = 0;
  for (let week = 0; week < weeks; week++) {
    sum += values[week];
    largest = Math.max(largest, Math.abs(values[week]));
  }
  const mean = sum / weeks;
  let squares = 0;
  for (let week = 0; week < weeks; week++) squares += (values[week] - mean) * (values[week] - mean);
  return { mean, sd: Math.sqrt(squares / Math.max(1, weeks - 1)), largest };
}
