/** The generalized no-U-turn criterion: has a stretch of trajectory begun to come back on itself? */

/** Momentum and velocity at one end of a stretch. */
export interface End {
  readonly momentum: Float64Array;
  readonly velocity: Float64Array;
}

/** A stretch of trajectory: its two ends and the sum of the momenta on it. */
export interface Stretch {
  readonly begin: End;
  readonly end: End;
  /** [dimension] */
  readonly momentumSum: Float64Array;
}

/**
 * Whether two adjoining stretches, joined, turn back.
 *
 * Looks at the whole and at either half with the nearest point of the other. Without the two extra looks,
 * trajectories on a near-Gaussian target can close a full circle unnoticed.
 *
 * @param first - begins where the whole begins.
 * @param second - begins beside the end of the first.
 * @returns e.g. true when the velocities at the two ends point in opposite directions.
 * Source: Betancourt (2017), appendix A.4.2; the extra looks: Stan 2.21 (stan-dev/stan#2800).
 */
export function turnsAcross(first: Stretch, second: Stretch): boolean {
  return (
    turns(first.begin, second.end, first.momentumSum, second.momentumSum) ||
    turns(first.begin, second.begin, first.momentumSum, second.begin.momentum) ||
    turns(first.end, second.end, second.momentumSum, first.end.momentum)
  );
}

/** Whether the velocity at either end has ceased to point along the sum of momenta, given in two parts. */
function turns(begin: End, end: End, sum: Float64Array, rest: Float64Array): boolean {
  let alongBegin = 0;
  let alongEnd = 0;
  for (let dimension = 0; dimension < sum.length; dimension++) {
    const momentum = sum[dimension] + rest[dimension];
    alongBegin += begin.velocity[dimension] * momentum;
    alongEnd += end.velocity[dimension] * momentum;
  }
  return !(alongBegin > 0 && alongEnd > 0);
}
