/** Dual averaging: the step size that makes the mean acceptance meet its target. */

import { exp, log } from "../numerics/elementary.ts";

// Hoffman & Gelman (2014), §3.2.1; the values are theirs and Stan's.
const SHRINKAGE = 0.05;
const STABILIZATION = 10;
const FORGETTING = 0.75;
/** Dual averaging shrinks towards ten times the step it starts from: large steps are cheap to try. */
const BOLDNESS = 10;

export interface StepSizeAdaptation {
  /** Forgets everything and starts again from a step size. */
  restart(stepSize: number): void;
  /**
   * Takes in the acceptance of one transition, in [0, 1].
   *
   * @returns the step size to try next.
   */
  update(acceptance: number): number;
  /** The weighted geometric mean of the steps tried since the restart: the one to sample with. */
  averaged(): number;
}

/**
 * Step-size adaptation.
 *
 * @param targetAcceptance - mean acceptance to reach, in (0, 1).
 * @returns e.g. an acceptance above the target makes the next step larger than one below it.
 * Source: Hoffman & Gelman (2014), equation 6 and algorithm 5; Nesterov (2009).
 */
export function adaptStepSize(targetAcceptance: number): StepSizeAdaptation {
  let center = 0;
  let count = 0;
  let meanShortfall = 0;
  let logAverage = 0;
  return {
    restart(stepSize) {
      center = log(BOLDNESS * stepSize);
      count = 0;
      meanShortfall = 0;
      logAverage = log(stepSize);
    },
    update(acceptance) {
      count += 1;
      const weight = 1 / (count + STABILIZATION);
      meanShortfall += weight * (targetAcceptance - acceptance - meanShortfall);
      const logStep = center - (meanShortfall * Math.sqrt(count)) / SHRINKAGE;
      const averagingWeight = exp(-FORGETTING * log(count));
      logAverage += averagingWeight * (logStep - logAverage);
      return exp(logStep);
    },
    averaged() {
      return exp(logAverage);
    },
  };
}
