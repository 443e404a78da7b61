/** A lasting change of the KPI's level that trend and season do not explain (IN-59). */

import { Matrix, solve } from "ml-matrix";
import { mean } from "../numerics/moments.ts";

export interface LevelShift {
  /** Last week before the change. */
  readonly week: number;
  /** Largest excursion of the residuals' running sum, in units of a Brownian bridge. */
  readonly statistic: number;
  /** Mean residual after minus before, in KPI units. */
  readonly shift: number;
}

const WEEKS_PER_YEAR = 52.18; // decisions §2

/**
 * OLS-CUSUM of the KPI after intercept, linear trend and one yearly wave, scaled by the long-run variance.
 *
 * @param values - [week] KPI, at least 8 weeks.
 * @returns the likeliest week of a shift, or null where the residuals vanish. A statistic above 1.358 is unlikely
 * (5 %) without a break. Source: Ploberger & Krämer (1992), "The CUSUM test with OLS residuals"; long-run variance
 * with Bartlett weights, Newey & West (1987).
 */
export function levelShift(values: Float64Array): LevelShift | null {
  const residuals = withoutTrendAndSeason(values);
  const scale = Math.sqrt(longRunVariance(residuals) * residuals.length);
  if (!(scale > Number.EPSILON * values.length * (Math.abs(mean(values)) + 1))) return null;
  let running = 0;
  let [week, largest] = [0, 0];
  residuals.forEach((residual, place) => {
    running += residual;
    if (Math.abs(running) > largest && place < residuals.length - 1)
      [week, largest] = [place, Math.abs(running)];
  });
  const shift = mean(residuals.slice(week + 1)) - mean(residuals.slice(0, week + 1));
  return { week, statistic: largest / scale, shift };
}

function withoutTrendAndSeason(values: Float64Array): Float64Array {
  const design = new Matrix(
    Array.from(values, (_, week) => {
      const turn = (2 * Math.PI * week) / WEEKS_PER_YEAR;
      return [1, week / values.length, Math.cos(turn), Math.sin(turn)];
    }),
  );
  const fitted = design.mmul(solve(design, Matrix.columnVector(Array.from(values)), true));
  return values.map((value, week) => value - fitted.get(week, 0));
}

/** Newey & West (1994): lags grow as 4 (n / 100)^(2/9). */
const LAG_FACTOR = 4;
const LAG_EXPONENT = 2 / 9;

function longRunVariance(residuals: Float64Array): number {
  const weeks = residuals.length;
  const lags = Math.floor(LAG_FACTOR * (weeks / 100) ** LAG_EXPONENT);
  let variance = 0;
  for (let lag = 0; lag <= lags; lag++) {
    let product = 0;
    for (let week = lag; week < weeks; week++)
      product += (residuals[week] ?? 0) * (residuals[week - lag] ?? 0);
    variance += ((lag === 0 ? 1 : 2 * (1 - lag / (lags + 1))) * product) / weeks;
  }
  return variance;
}
