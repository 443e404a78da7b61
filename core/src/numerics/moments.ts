/** Mean, sample standard deviation and correlation, safe for constant series. */

/** Arithmetic mean; NaN for an empty series. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] ?? 0;
  return sum / values.length;
}

/**
 * Sample standard deviation, divisor n − 1.
 *
 * @returns e.g. 1 for [1, 2, 3]; 0 for fewer than two values.
 */
export function sampleSd(values: ArrayLike<number>): number {
  if (values.length < 2 || isConstant(values)) return 0;
  return Math.sqrt(varianceAbout(values, mean(values)));
}

/** Sample variance about a known mean, divisor n − 1; e.g. 1 for 1, 2, 3 about 2. */
export function varianceAbout(values: ArrayLike<number>, center: number): number {
  let squares = 0;
  for (let index = 0; index < values.length; index++) {
    const away = (values[index] ?? 0) - center;
    squares += away * away;
  }
  return squares / (values.length - 1);
}

/** True when all values are equal; rounding of the mean can not hide it. */
export function isConstant(values: ArrayLike<number>): boolean {
  for (let index = 1; index < values.length; index++) if (values[index] !== values[0]) return false;
  return true;
}

/**
 * Pearson's correlation of two series of one length.
 *
 * @returns in [−1, 1]; 0 where a series is constant, since it then moves with nothing.
 */
export function correlation(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const [firstSd, secondSd] = [sampleSd(first), sampleSd(second)];
  if (!(firstSd > 0) || !(secondSd > 0)) return 0;
  const [firstMean, secondMean] = [mean(first), mean(second)];
  let sum = 0;
  for (let index = 0; index < first.length; index++) {
    sum += (((first[index] ?? 0) - firstMean) / firstSd) * (((second[index] ?? 0) - secondMean) / secondSd);
  }
  return Math.max(-1, Math.min(1, sum / (first.length - 1)));
}
