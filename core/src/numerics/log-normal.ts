/** The log-normal distribution, found from what a person can say: a mean and a spread, or a range. */

import { exp, log, log1p } from "./elementary.ts";
import { normalQuantile } from "./normal.ts";

/** exp of a normal with this mean and standard deviation. */
export interface LogNormal {
  readonly logMean: number;
  /** Above 0. */
  readonly logSd: number;
}

/**
 * The log-normal with a given mean and standard deviation.
 *
 * @param mean - above 0.
 * @param sd - above 0.
 * @returns logSd² = ln(1 + (sd / mean)²), logMean = ln mean − logSd² / 2; e.g. mean 1 and sd √(e − 1) give −½ and 1.
 * @throws RangeError when an argument is not above 0.
 * Source: moments of the log-normal; as Meridian's `lognormal_dist_from_mean_std`.
 */
export function logNormalFromMeanSd(mean: number, sd: number): LogNormal {
  if (!(mean > 0)) throw new RangeError(`mean must be above 0, not ${mean}`);
  if (!(sd > 0)) throw new RangeError(`sd must be above 0, not ${sd}`);
  const spread = sd / mean;
  const variance = log1p(spread * spread);
  return { logMean: log(mean) - variance / 2, logSd: Math.sqrt(variance) };
}

/**
 * The log-normal that lies in a range with a given probability, and below it as likely as above it.
 *
 * @param low - above 0.
 * @param high - above low.
 * @param level - probability of the range, in (0, 1).
 * @returns the median is √(low · high); e.g. 1/e, e and a level of 0.6827 (one standard deviation) give 0 and 1.
 * @throws RangeError when low is not above 0, high not above low or level not in (0, 1).
 * Source: quantiles of the log-normal; as Meridian's `lognormal_dist_from_range`.
 */
export function logNormalFromRange(low: number, high: number, level: number): LogNormal {
  if (!(low > 0)) throw new RangeError(`low must be above 0, not ${low}`);
  if (!(high > low)) throw new RangeError(`high must be above low ${low}, not ${high}`);
  const [logLow, logHigh] = [log(low), log(high)];
  return { logMean: (logLow + logHigh) / 2, logSd: (logHigh - logLow) / (2 * halfWidth(level)) };
}

/**
 * The equal-tailed range of a log-normal; undoes `logNormalFromRange`.
 *
 * @param level - probability of the range, in (0, 1).
 * @returns low and high, above 0; e.g. logMean 0, logSd 1 and level 0.6827 give 1/e and e.
 * @throws RangeError when level is not in (0, 1).
 */
export function logNormalRange({ logMean, logSd }: LogNormal, level: number): readonly [number, number] {
  const reach = logSd * halfWidth(level);
  return [exp(logMean - reach), exp(logMean + reach)];
}

/** Standard deviations on each side of the middle that hold this probability. */
function halfWidth(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be in (0, 1), not ${level}`);
  return normalQuantile((1 + level) / 2);
}
