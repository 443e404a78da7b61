/** The diagonal metric: how far one unit of momentum carries along each coordinate. */

import type { Random } from "../numerics/random.ts";
import type { PhasePoint } from "./phase-point.ts";

const { sqrt } = Math;

export interface Metric {
  /** [dimension] inverse metric: the variance that each coordinate is taken to have, above 0. */
  readonly variance: Float64Array;
}

/**
 * Draws a momentum from N(0, 1 / variance) and sets the velocity that belongs to it.
 *
 * @param metric - only read.
 * @param random - one normal per dimension is taken.
 * @param point - momentum and velocity are overwritten.
 */
export function drawMomentum(metric: Metric, random: Random, point: PhasePoint): void {
  const { variance } = metric;
  for (let dimension = 0; dimension < variance.length; dimension++) {
    const sd = sqrt(variance[dimension]);
    const z = random.normal();
    point.momentum[dimension] = z / sd;
    point.velocity[dimension] = z * sd;
  }
}
