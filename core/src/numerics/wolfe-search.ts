/** How far to go along a descent direction: far enough to have learned something, not so far that it rises again. */

/** A function to make small: writes its gradient and returns its value, Infinity outside its domain. */
export type Objective = (position: Float64Array, gradient: Float64Array) => number;

/** A point with the value and the gradient of the objective there. */
export interface ObjectivePoint {
  readonly position: Float64Array;
  readonly gradient: Float64Array;
  value: number;
}

// Nocedal & Wright (2006), §3.1: the values usual for quasi-Newton directions.
const SUFFICIENT_DECREASE = 1e-4;
const CURVATURE = 0.9;
/** Halving a unit step thirty times reaches a billionth: below that a descent direction is lost to rounding. */
const MAX_TRIES = 30;

/**
 * A step that meets the weak Wolfe conditions: the value falls in proportion to the step, and the slope has flattened.
 *
 * Brackets by doubling and halves the bracket; a value that is not finite counts as a step too long.
 *
 * @param objective - to be made small.
 * @param from - where the search begins; not changed.
 * @param direction - [dimension] a descent direction.
 * @param to - overwritten with the last point tried.
 * @returns whether a step was found, and evaluations used; e.g. on x² / 2 from 1 along −1 the first try, the whole step, will do.
 * Source: Nocedal & Wright (2006), equation 3.6; bisection: Lewis & Overton (2013), algorithm 2.6.
 */
export function wolfeSearch(
  objective: Objective,
  from: Readonly<ObjectivePoint>,
  direction: Float64Array,
  to: ObjectivePoint,
): { readonly found: boolean; readonly evaluations: number } {
  const slope = dot(from.gradient, direction);
  let shortest = 0;
  let longest = Number.POSITIVE_INFINITY;
  let step = 1;
  for (let evaluations = 1; evaluations <= MAX_TRIES; evaluations++) {
    for (let axis = 0; axis < direction.length; axis++)
      to.position[axis] = from.position[axis] + step * direction[axis];
    to.value = objective(to.position, to.gradient);
    if (!(to.value <= from.value + SUFFICIENT_DECREASE * step * slope)) longest = step;
    else if (dot(to.gradient, direction) < CURVATURE * slope) shortest = step;
    else return { found: true, evaluations };
    step = longest === Number.POSITIVE_INFINITY ? 2 * step : 0.5 * (shortest + longest);
  }
  return { found: false, evaluations: MAX_TRIES };
}

/** Inner product of two vectors of one length; e.g. 11 for (1, 2) and (3, 4). */
export function dot(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let axis = 0; axis < first.length; axis++) sum += first[axis] * second[axis];
  return sum;
}
