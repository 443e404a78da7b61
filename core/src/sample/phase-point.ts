/** A point of the walk in phase space: where it is, how it moves, how steep it is there. */

const INFINITY = Number.POSITIVE_INFINITY;

/** Buffers that the integrator overwrites; all are [dimension]. */
export interface PhasePoint {
  readonly position: Float64Array;
  readonly momentum: Float64Array;
  /** Inverse metric × momentum: the time derivative of the position. */
  readonly velocity: Float64Array;
  /** Gradient of the log density at the position. */
  readonly gradient: Float64Array;
  logDensity: number;
}

/**
 * A point at the origin, at rest.
 *
 * @param dimension - number of coordinates.
 */
export function createPhasePoint(dimension: number): PhasePoint {
  return {
    position: new Float64Array(dimension),
    momentum: new Float64Array(dimension),
    velocity: new Float64Array(dimension),
    gradient: new Float64Array(dimension),
    logDensity: Number.NEGATIVE_INFINITY,
  };
}

/** Overwrites one point with another. */
export function copyPhasePoint(from: PhasePoint, to: PhasePoint): void {
  to.position.set(from.position);
  to.momentum.set(from.momentum);
  to.velocity.set(from.velocity);
  to.gradient.set(from.gradient);
  to.logDensity = from.logDensity;
}

/**
 * The Hamiltonian: kinetic energy ½ p·v less the log density.
 *
 * @returns Infinity where the sum is not a number, so that such a point is never proposed; e.g. 0.5 for p = v = 1 and log density 0.
 */
export function hamiltonian(point: PhasePoint): number {
  let twiceKinetic = 0;
  for (let dimension = 0; dimension < point.momentum.length; dimension++) {
    twiceKinetic += point.momentum[dimension] * point.velocity[dimension];
  }
  const energy = 0.5 * twiceKinetic - point.logDensity;
  // not Math.min, which would hand NaN on
  if (!(energy < INFINITY)) return INFINITY;
  return energy;
}
