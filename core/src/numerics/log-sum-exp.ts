/** The logarithm of a sum of exponentials, without overflow. */

import { exp, log } from "./elementary.ts";

/**
 * log Σ e^x.
 *
 * @param values - logarithms; −Infinity is the logarithm of zero.
 * @returns e.g. ln 2 for 0, 0 and 1000 + ln 2 for 1000, 1000; −Infinity of nothing or of zeros, NaN when a value is.
 */
export function logSumExp(values: ArrayLike<number>): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index++) {
    // written so that a NaN stays: no comparison with it is true
    if (!(values[index] <= largest)) largest = values[index];
  }
  if (!Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += exp(values[index] - largest);
  return largest + log(sum);
}
