/** How many weeks a second fit is not shown. */

import type { DiagnoseRules } from "./rules.ts";

/**
 * Length of the holdout by length of history.
 *
 * @param weeks - of history.
 * @param rules - the tiers.
 * @returns e.g. 13 of 104 or more, 8 of 60 … 103, 4 of 30 … 59, else 0.
 */
export function holdoutWeeks(weeks: number, rules: DiagnoseRules): number {
  if (weeks >= rules.holdoutFullFrom) return rules.holdoutFullWeeks;
  if (weeks >= rules.holdoutCaveatFrom) return rules.holdoutCaveatWeeks;
  return weeks >= rules.holdoutDirectionalFrom ? rules.holdoutDirectionalWeeks : 0;
}
