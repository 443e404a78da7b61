/** Draws from gamma and beta distributions. */

import { exp, log } from "./elementary.ts";
import type { Random } from "./random.ts";

/**
 * A draw from Gamma(shape, scale 1).
 *
 * @param random - source of randomness.
 * @param shape - above 0.
 * @returns above 0, with mean and variance `shape`.
 * @throws RangeError when shape is not above 0.
 * Source: Marsaglia & Tsang (2000), "A simple method for generating gamma variables"; shapes below 1 by their §6.
 */
export function drawGamma(random: Random, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`the shape of a gamma distribution must be above 0, not ${shape}`);
  if (shape < 1) return drawGamma(random, shape + 1) * exp(log(random.uniform()) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const cube = root * root * root;
    if (log(random.uniform()) < 0.5 * x * x + d * (1 - cube + log(cube))) return d * cube;
  }
}

/**
 * A draw from Beta(a, b).
 *
 * @param random - source of randomness.
 * @param a - above 0.
 * @param b - above 0.
 * @returns in [0, 1], with mean a / (a + b).
 */
export function drawBeta(random: Random, a: number, b: number): number {
  const x = drawGamma(random, a);
  return x / (x + drawGamma(random, b));
}
