/** Finds where a smooth function is smallest, from values and gradients alone. */

import { dot, type Objective, type ObjectivePoint, wolfeSearch } from "./wolfe-search.ts";

/** When to stop. */
export interface DescentLimits {
  /** The largest entry of the gradient at which the point counts as the minimum, above 0. */
  readonly gradientTolerance: number;
  readonly maxIterations: number;
}

/** Where a descent ended. */
export interface Minimum extends Readonly<ObjectivePoint> {
  /** False when it stopped for another reason than a flat gradient. */
  readonly converged: boolean;
  /** Of the objective with its gradient. */
  readonly evaluations: number;
}

/** A step taken and the change of gradient that it brought. */
interface Correction {
  readonly step: Float64Array;
  readonly change: Float64Array;
  /** 1 / (step · change) */
  readonly inverse: number;
}

/** Pairs of steps and changes remembered; Nocedal & Wright (2006), §7.2: 3 to 20 serve well. */
const MEMORY = 12;

/**
 * A local minimum by limited-memory BFGS.
 *
 * @param objective - finite at the start; Infinity elsewhere is a wall that the search turns back from.
 * @param start - [dimension] not changed.
 * @param limits - when to stop.
 * @returns e.g. (1, 1) for Rosenbrock's valley from (−1.2, 1).
 * @throws RangeError when the objective is not finite at the start.
 * Source: Nocedal & Wright (2006), algorithms 7.4 and 7.5.
 */
export function limitedMemoryBfgs(objective: Objective, start: Float64Array, limits: DescentLimits): Minimum {
  let current = pointAt(start.slice());
  current.value = objective(current.position, current.gradient);
  if (!Number.isFinite(current.value))
    throw new RangeError(`a descent must start where the objective is finite, not ${current.value}`);
  let next = pointAt(new Float64Array(start.length));
  let corrections: readonly Correction[] = [];
  let evaluations = 1;
  for (let iteration = 0; iteration < limits.maxIterations; iteration++) {
    if (isFlat(current.gradient, limits)) return { ...current, converged: true, evaluations };
    const search = wolfeSearch(objective, current, descentDirection(current.gradient, corrections), next);
    evaluations += search.evaluations;
    if (!search.found) {
      if (corrections.length === 0) break;
      // the remembered curvature may be what misled it: begin again along the gradient
      corrections = [];
      continue;
    }
    corrections = [...corrections, correctionOf(current, next)].slice(-MEMORY);
    [current, next] = [next, current];
  }
  return { ...current, converged: isFlat(current.gradient, limits), evaluations };
}

/** −H g by the two loops over remembered corrections, newest first and then oldest first. */
function descentDirection(gradient: Float64Array, corrections: readonly Correction[]): Float64Array {
  const direction = gradient.map((slope) => -slope);
  const weights = new Float64Array(corrections.length);
  for (let index = corrections.length - 1; index >= 0; index--) {
    const { step, change, inverse } = corrections[index];
    weights[index] = inverse * dot(step, direction);
    add(direction, change, -weights[index]);
  }
  const scale = firstScale(gradient, corrections);
  for (let axis = 0; axis < direction.length; axis++) direction[axis] *= scale;
  for (let index = 0; index < corrections.length; index++) {
    const { step, change, inverse } = corrections[index];
    add(direction, step, weights[index] - inverse * dot(change, direction));
  }
  return direction;
}

/** The newest curvature as the scale of the whole (equation 7.20); before there is any, a step of length 1 at most. */
function firstScale(gradient: Float64Array, corrections: readonly Correction[]): number {
  const newest = corrections[corrections.length - 1];
  if (newest === undefined) return Math.min(1, 1 / Math.sqrt(dot(gradient, gradient)));
  return 1 / (newest.inverse * dot(newest.change, newest.change));
}

function correctionOf(from: ObjectivePoint, to: ObjectivePoint): Correction {
  const step = to.position.map((value, axis) => value - from.position[axis]);
  const change = to.gradient.map((value, axis) => value - from.gradient[axis]);
  // above 0: the second Wolfe condition sees to it
  return { step, change, inverse: 1 / dot(step, change) };
}

function isFlat(gradient: Float64Array, { gradientTolerance }: DescentLimits): boolean {
  return gradient.every((slope) => Math.abs(slope) <= gradientTolerance);
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let axis = 0; axis < to.length; axis++) to[axis] += times * what[axis];
}

function pointAt(position: Float64Array): ObjectivePoint {
  return { position, gradient: new Float64Array(position.length), value: Number.NaN };
}
