/** A change of coordinates x = center + axes · z that makes a posterior look like N(0, 1) in every z. */

import type { Target } from "./target.ts";

export interface AffineMap {
  /** [dimension] where z = 0 lies. */
  readonly center: Float64Array;
  /** [dimension × dimension] row-major: column j is what one unit of z_j adds to a position. */
  readonly axes: Float64Array;
}

/** A log density with its gradient, as `Target` has it. */
export type LogDensity = Target["logDensity"];

/**
 * The position of a point.
 *
 * @param z - [dimension]
 * @param position - [dimension] overwritten; e.g. the center for z = 0.
 */
export function placeAt({ center, axes }: AffineMap, z: Float64Array, position: Float64Array): void {
  const dimension = center.length;
  for (let row = 0; row < dimension; row++) {
    let sum = center[row];
    for (let axis = 0; axis < dimension; axis++) sum += axes[row * dimension + axis] * z[axis];
    position[row] = sum;
  }
}

/**
 * The same log density in the new coordinates, up to a constant: the map's determinant.
 *
 * @param logDensity - of positions.
 * @returns of z, its gradient axesᵀ · ∇.
 */
export function inCoordinates(logDensity: LogDensity, map: AffineMap): LogDensity {
  const dimension = map.center.length;
  const position = new Float64Array(dimension);
  const slope = new Float64Array(dimension);
  return (z, gradient) => {
    placeAt(map, z, position);
    const value = logDensity(position, slope);
    gradient.fill(0);
    for (let row = 0; row < dimension; row++) {
      for (let axis = 0; axis < dimension; axis++)
        gradient[axis] += map.axes[row * dimension + axis] * slope[row];
    }
    return value;
  };
}

/**
 * The map moved and stretched along its own axes.
 *
 * @param shift - [dimension] the new center, in z.
 * @param stretch - [dimension] above 0.
 * @returns a fresh map; shift 0 and stretch 1 leave it as it is.
 */
export function stretched(map: AffineMap, shift: Float64Array, stretch: Float64Array): AffineMap {
  const dimension = shift.length;
  const center = new Float64Array(dimension);
  placeAt(map, shift, center);
  return { center, axes: map.axes.map((entry, index) => entry * stretch[index % dimension]) };
}
