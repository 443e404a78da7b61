/** Laplace's approximation: a normal distribution with the curvature that the log density has at its peak. */

import { symmetricEigen } from "../numerics/symmetric-eigen.ts";
import type { AffineMap, LogDensity } from "./affine-map.ts";

export interface LaplaceMap {
  /** z ~ N(0, 1) along its axes is the approximation; the axes are the curvature's own directions. */
  readonly map: AffineMap;
  readonly gradientEvaluations: number;
}

/** Cube root of a double's precision, rounded up: rounding and curvature err alike in a central difference of unit-scale coordinates. */
const DIFFERENCE = 1e-4;
/** Curvature below this is taken as this: a standard deviation of at most 4.5 where the prior's is 1. */
const LEAST_CURVATURE = 0.05;

/**
 * The normal approximation at a peak.
 *
 * @param logDensity - with its gradient, finite near the peak; coordinates of about unit scale.
 * @param peak - [dimension] where the gradient is 0; not changed.
 * @returns e.g. for N(m, diag(4, 9)) the center m and axes of length 3 and 2.
 * Source: Tierney & Kadane (1986); the Hessian by central differences of the gradient.
 */
export function laplaceMap(logDensity: LogDensity, peak: Float64Array): LaplaceMap {
  const dimension = peak.length;
  const { values, vectors } = symmetricEigen(curvatureAt(logDensity, peak), dimension);
  const lengths = values.map((curvature) => 1 / Math.sqrt(Math.max(curvature, LEAST_CURVATURE)));
  return {
    map: { center: peak.slice(), axes: vectors.map((entry, index) => entry * lengths[index % dimension]) },
    gradientEvaluations: 2 * dimension,
  };
}

/** [dimension × dimension] minus the Hessian, made symmetric: rounding differs between rows and columns. */
function curvatureAt(logDensity: LogDensity, peak: Float64Array): Float64Array {
  const dimension = peak.length;
  const position = peak.slice();
  const above = new Float64Array(dimension);
  const below = new Float64Array(dimension);
  const curvature = new Float64Array(dimension * dimension);
  for (let row = 0; row < dimension; row++) {
    position[row] = peak[row] + DIFFERENCE;
    logDensity(position, above);
    position[row] = peak[row] - DIFFERENCE;
    logDensity(position, below);
    position[row] = peak[row];
    for (let column = 0; column < dimension; column++) {
      const half = (below[column] - above[column]) / (4 * DIFFERENCE);
      curvature[row * dimension + column] += half;
      curvature[column * dimension + row] += half;
    }
  }
  return curvature;
}
