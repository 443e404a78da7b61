/** The leapfrog integrator: one gradient per step, reversible, and it keeps volume. */

import type { Metric } from "./metric.ts";
import type { PhasePoint } from "./phase-point.ts";
import type { Target } from "./target.ts";

/**
 * Moves a point by one step of time; a negative step goes back.
 *
 * @param target - whose log density and gradient are asked for once.
 * @param metric - only read.
 * @param point - overwritten; momentum, velocity and gradient must belong to its position.
 * @param stepSize - step of time, e.g. one step of 0.1 on N(0, 1) from position 1 at rest leads to position 0.995, momentum −0.09975.
 * Source: Neal (2011), "MCMC using Hamiltonian dynamics", equations 2.28–2.30.
 */
export function leapfrog(target: Target, metric: Metric, point: PhasePoint, stepSize: number): void {
  const { position, momentum, velocity, gradient } = point;
  const { variance } = metric;
  const halfStep = 0.5 * stepSize;
  for (let dimension = 0; dimension < position.length; dimension++) {
    momentum[dimension] += halfStep * gradient[dimension];
    position[dimension] += stepSize * variance[dimension] * momentum[dimension];
  }
  point.logDensity = target.logDensity(position, gradient);
  for (let dimension = 0; dimension < position.length; dimension++) {
    momentum[dimension] += halfStep * gradient[dimension];
    velocity[dimension] = variance[dimension] * momentum[dimension];
  }
}
