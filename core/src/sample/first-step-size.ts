/** A step size of the right order, found by doubling or halving before adaptation begins. */

import { log } from "../numerics/elementary.ts";
import type { Random } from "../numerics/random.ts";
import { leapfrog } from "./leapfrog.ts";
import { drawMomentum, type Metric } from "./metric.ts";
import { copyPhasePoint, createPhasePoint, hamiltonian, type PhasePoint } from "./phase-point.ts";
import type { Target } from "./target.ts";

/** One step should be accepted with about this probability: Stan's value (Hoffman & Gelman used ½). */
const ACCEPTANCE = 0.8;
const SMALLEST = 1e-12;
const LARGEST = 1e6;

/**
 * Doubles or halves the step size until the acceptance of a single leapfrog crosses 0.8.
 *
 * @param target - log density and gradient.
 * @param metric - only read.
 * @param from - where the chain stands; not changed.
 * @param guess - step size to begin with.
 * @param random - a fresh momentum is drawn for every try.
 * @returns the step size and how many gradients it took.
 * Source: Hoffman & Gelman (2014), algorithm 4, with Stan's threshold.
 */
export function firstStepSize(
  target: Target,
  metric: Metric,
  from: PhasePoint,
  guess: number,
  random: Random,
): { readonly stepSize: number; readonly gradientEvaluations: number } {
  const point = createPhasePoint(target.dimension);
  const threshold = log(ACCEPTANCE);
  let stepSize = guess;
  let gradientEvaluations = 0;
  let growing: boolean | null = null;
  while (stepSize > SMALLEST && stepSize < LARGEST) {
    copyPhasePoint(from, point);
    drawMomentum(metric, random, point);
    const before = hamiltonian(point);
    leapfrog(target, metric, point, stepSize);
    gradientEvaluations += 1;
    const accepted = before - hamiltonian(point) > threshold;
    growing ??= accepted;
    if (accepted !== growing) break;
    stepSize *= growing ? 2 : 0.5;
  }
  return { stepSize, gradientEvaluations };
}
