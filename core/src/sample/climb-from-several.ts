/** Climbs to where the density is highest, from several starts, so that a second peak is noticed. */

import { limitedMemoryBfgs } from "../numerics/limited-memory-bfgs.ts";
import type { Random } from "../numerics/random.ts";
import type { Objective } from "../numerics/wolfe-search.ts";
import { drawStart } from "./start-point.ts";
import type { Target } from "./target.ts";

/** Where climbs ended. */
export interface Climbs {
  /** [climb] positions, the highest first. */
  readonly ends: readonly Float64Array[];
  readonly gradientEvaluations: number;
}

/** With the climb from the middle as many as the full fit has chains, and as likely to notice a second peak. */
const DRAWN_STARTS = 3;
/** Coordinates have about unit scale: a slope of a hundredth is about a hundredth of a standard deviation from the peak. */
const LIMITS = { gradientTolerance: 1e-2, maxIterations: 200 };

/**
 * Climbs from the middle of the start distribution and from draws of it.
 *
 * @param target - log density and start.
 * @param random - draws the starts.
 * @returns one end per climb; ends that lie apart are peaks apart, or one that was not reached.
 * @throws RangeError when no finite start is found.
 */
export function climbFromSeveral(target: Target, random: Random): Climbs {
  const drawn = Array.from({ length: DRAWN_STARTS }, (_, start) => drawStart(target, random, start));
  const starts = [target.start.mean, ...drawn.map(({ point }) => point.position)];
  const depth = negated(target);
  const slope = new Float64Array(target.dimension);
  const finite = starts.filter((start) => Number.isFinite(depth(start, slope)));
  const minima = finite
    .map((start) => limitedMemoryBfgs(depth, start, LIMITS))
    .sort((one, other) => one.value - other.value);
  return {
    ends: minima.map(({ position }) => position),
    gradientEvaluations:
      starts.length +
      drawn.reduce((sum, start) => sum + start.gradientEvaluations, 0) +
      minima.reduce((sum, { evaluations }) => sum + evaluations, 0),
  };
}

/** The log density upside down: what a descent goes down. */
function negated({ logDensity }: Target): Objective {
  return (position, gradient) => {
    const value = -logDensity(position, gradient);
    for (let axis = 0; axis < gradient.length; axis++) gradient[axis] = -gradient[axis];
    return value;
  };
}
