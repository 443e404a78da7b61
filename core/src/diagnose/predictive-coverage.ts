/** How many observed weeks lie inside their predictive interval, and how many a calibrated model would put there. */

import { exp, log } from "../numerics/elementary.ts";
import type { FitHealth } from "./fit-health.ts";
import type { DiagnoseRules } from "./rules.ts";

/**
 * Posterior predictive coverage with its binomial band (C-14 as corrected in requirements §0.4).
 *
 * @param observed - [week] KPI.
 * @param lo - [week] lower end of the predictive interval.
 * @param hi - [week] upper end.
 * @param rules - level of the interval, and the error rate of the failing bound.
 * @returns the share inside, the share from which it passes (the level itself) and the one below which it fails.
 * Passing at the level alone would be a coin flip for a calibrated model, hence the band.
 */
export function predictiveCoverage(
  observed: Float64Array,
  lo: Float64Array,
  hi: Float64Array,
  rules: Pick<DiagnoseRules, "intervalLevel" | "coverageErrorRate">,
): FitHealth["coverage90"] {
  const weeks = observed.length;
  let inside = 0;
  for (let week = 0; week < weeks; week++) {
    if (observed[week] >= lo[week] && observed[week] <= hi[week]) inside += 1;
  }
  const failBelow = binomialQuantile(weeks, rules.intervalLevel, rules.coverageErrorRate) / weeks;
  return { value: inside / weeks, reviewAt: rules.intervalLevel, failBelow };
}

/**
 * The smallest count whose cumulative binomial probability reaches p.
 *
 * @param trials - whole number of 1 or more.
 * @param success - probability of success, in (0, 1), not small: the sum starts from `trials` successes.
 * @param p - in (0, 1).
 * @returns e.g. 88 for 104 trials, 0.9 and 0.05.
 */
export function binomialQuantile(trials: number, success: number, p: number): number {
  let probability = exp(trials * log(success));
  let atLeast = probability;
  let count = trials;
  while (count > 0 && atLeast <= 1 - p) {
    probability *= (count * (1 - success)) / ((trials - count + 1) * success);
    count -= 1;
    atLeast += probability;
  }
  return count;
}
