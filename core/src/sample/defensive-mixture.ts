/** Where a quick fit proposes: mostly near N(0, 1), and now and then far out, lest it miss what lies there. */

import { exp, log } from "../numerics/elementary.ts";
import type { Random } from "../numerics/random.ts";

// Measured on seven media models and three bent or skewed targets: without the wide parts k-hat vouched for draws that
// had missed a tail, since it sees no place that nobody proposed; with them it costs at most a third of the draws.
const ONE_AXIS_SHARE = 0.2;
const ONE_AXIS_WIDTH = 2.5;
const ALL_AXES_SHARE = 0.1;
const ALL_AXES_WIDTH = 2;
const NARROW_SHARE: number = 1 - ONE_AXIS_SHARE - ALL_AXES_SHARE;

/**
 * Draws z: N(0, 1) on every axis in 70 of 100 draws, one axis 2.5 times as wide in 20, all axes twice as wide in 10.
 *
 * @param random - source of randomness.
 * @param z - [dimension] overwritten.
 * @returns the log density of z under the whole mixture, up to a constant.
 * Source: Hesterberg (1995), "Weighted average importance sampling and defensive mixture distributions".
 */
export function drawDefensively(random: Random, z: Float64Array): number {
  const which = random.uniform();
  const wideAxis = which < ONE_AXIS_SHARE ? Math.floor((which / ONE_AXIS_SHARE) * z.length) : -1;
  const width = which > 1 - ALL_AXES_SHARE ? ALL_AXES_WIDTH : 1;
  for (let axis = 0; axis < z.length; axis++)
    z[axis] = random.normal() * (axis === wideAxis ? ONE_AXIS_WIDTH : width);
  return logMixtureDensity(z);
}

/** log of the mixture's density, up to the constant of N(0, 1). */
function logMixtureDensity(z: Float64Array): number {
  let squares = 0;
  let oneAxis = 0;
  for (let axis = 0; axis < z.length; axis++) {
    const square = z[axis] * z[axis];
    squares += square;
    oneAxis += widened(square, ONE_AXIS_WIDTH, 1) / z.length;
  }
  const allAxes = widened(squares, ALL_AXES_WIDTH, z.length);
  return -0.5 * squares + log(NARROW_SHARE + ONE_AXIS_SHARE * oneAxis + ALL_AXES_SHARE * allAxes);
}

/** Density of N(0, width²) over that of N(0, 1) on some axes, from their sum of squares. */
function widened(squares: number, width: number, axes: number): number {
  return exp(0.5 * squares * (1 - 1 / (width * width)) - axes * log(width));
}
