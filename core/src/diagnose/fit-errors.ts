/** How far the expected KPI lies from the observed one. */

import { mean } from "../numerics/moments.ts";
import type { FitErrors } from "./fit-health.ts";

/**
 * Errors of a fit or of a forecast.
 *
 * @param observed - [week] KPI.
 * @param expected - [week] in the same unit.
 * @returns fractions and statistics; e.g. observed 100, 200 and expected 110, 180 give MAPE 0.1, wMAPE 0.1, R² 0.9,
 * Durbin–Watson 1.8. MAPE is NaN without a week of a KPI other than 0, R² when the KPI never changes, Durbin–Watson
 * without any error.
 * @throws RangeError when the lengths differ.
 * Source: Durbin & Watson (1950); E-02, E-09.
 */
export function fitErrors(observed: Float64Array, expected: Float64Array): FitErrors {
  const weeks = observed.length;
  if (expected.length !== weeks) {
    throw new RangeError(
      `observed and expected must be equally long, not ${weeks} and ${expected.length} weeks`,
    );
  }
  const errors = observed.map((kpi, week) => kpi - expected[week]);
  const level = mean(observed);
  const relative = errors.map((error, week) => Math.abs(error / observed[week])).filter(Number.isFinite);
  return {
    weeks,
    mape: mean(relative),
    wmape: sumOf(errors, Math.abs) / sumOf(observed, Math.abs),
    r2: 1 - sumOf(errors, square) / sumOf(observed, (kpi) => square(kpi - level)),
    durbinWatson:
      sumOf(errors.subarray(1), (error, week) => square(error - errors[week])) / sumOf(errors, square),
  };
}

function sumOf(values: Float64Array, part: (value: number, index: number) => number): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += part(values[index], index);
  return sum;
}

function square(value: number): number {
  return value * value;
}
