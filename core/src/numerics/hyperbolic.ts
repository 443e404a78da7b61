/** e^x − 1 and the hyperbolic tangent, with all digits near 0. */

import { exp, log } from "./elementary.ts";

/**
 * e^x − 1 without the loss of digits near x = 0.
 *
 * @param x - any number; NaN gives NaN.
 * @returns at least −1, a few ulp off at most; e.g. `expm1(1e-20)` is 1e-20, `expm1(Math.LN2)` is 1.
 * Source: Kahan's correction, in Higham (2002), "Accuracy and Stability of Numerical Algorithms", §1.14.1.
 */
export function expm1(x: number): number {
  const power = exp(x);
  if (power === 1) return x;
  // far from 0 nothing cancels, and the quotient below could round to less than −1
  if (Math.abs(x) > 1) return power - 1;
  // the rounding of `power` is in both differences, and cancels in their ratio
  return ((power - 1) * x) / log(power);
}

/**
 * Hyperbolic tangent.
 *
 * @param x - any number; NaN gives NaN.
 * @returns in [−1, 1]; e.g. `tanh(1e-20)` is 1e-20, `tanh(½ ln 2)` is 1/3.
 * Source: tanh x = (1 − e^(−2x)) / (1 + e^(−2x)), odd in x.
 */
export function tanh(x: number): number {
  const lost = expm1(-2 * Math.abs(x));
  const size = -lost / (2 + lost);
  return x < 0 ? -size : size;
}
