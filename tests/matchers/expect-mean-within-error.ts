/** A tolerance that knows its own size: Monte Carlo error, gated by effective sample size (style.md §2A). */

import { essBulk } from "@mmm/core/diagnose/ess.ts";
import { mcseMean } from "@mmm/core/diagnose/monte-carlo-error.ts";

/** Five standard errors: one false alarm in two million comparisons. */
const STANDARD_ERRORS = 5;

/**
 * Passes when there are enough effective draws and their mean lies within 5 Monte Carlo standard errors of the truth.
 *
 * @param chains - [chain][draw]
 * @param truth - exact mean.
 * @param minEss - below it the comparison would mean nothing, so it fails.
 */
export function expectMeanWithinError(chains: readonly Float64Array[], truth: number, minEss = 400): void {
  const ess = essBulk(chains);
  if (!(ess >= minEss)) throw new Error(`only ${ess} effective draws, ${minEss} are needed`);
  const error = mcseMean(chains);
  const count = chains.reduce((sum, draws) => sum + draws.length, 0);
  const mean = chains.reduce((sum, draws) => sum + draws.reduce((part, draw) => part + draw, 0), 0) / count;
  if (!(Math.abs(mean - truth) < STANDARD_ERRORS * error)) {
    throw new Error(`mean ${mean} is ${(mean - truth) / error} standard errors from ${truth}`);
  }
}
