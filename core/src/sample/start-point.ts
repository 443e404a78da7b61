/** Where a chain begins: spread out around the middle of the prior. */

import type { Random } from "../numerics/random.ts";
import { createPhasePoint, type PhasePoint } from "./phase-point.ts";
import type { Target } from "./target.ts";

/** Half a prior sd: overdispersed against any informed posterior, yet never in the far tail (sampler.md §2). */
const SPREAD = 0.5;
const TRIES = 100;

/**
 * A start with finite log density and gradient: mean + 0.5 sd · N(0, 1), redrawn while it is not.
 *
 * @param target - with its `start`.
 * @param random - the stream of the walk.
 * @param chain - for the message.
 * @returns the point and how many gradients it took.
 * @throws RangeError after 100 tries.
 */
export function drawStart(
  target: Target,
  random: Random,
  chain: number,
): { readonly point: PhasePoint; readonly gradientEvaluations: number } {
  const point = createPhasePoint(target.dimension);
  const { mean, sd } = target.start;
  for (let tries = 1; tries <= TRIES; tries++) {
    for (let dimension = 0; dimension < target.dimension; dimension++) {
      point.position[dimension] = mean[dimension] + SPREAD * sd[dimension] * random.normal();
    }
    point.logDensity = target.logDensity(point.position, point.gradient);
    if (Number.isFinite(point.logDensity) && point.gradient.every(Number.isFinite)) {
      return { point, gradientEvaluations: tries };
    }
  }
  throw new RangeError(`chain ${chain} found no start with a finite log density in ${TRIES} tries`);
}
