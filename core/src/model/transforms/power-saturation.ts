/** Concave power saturation: every further unit adds less, but there is no ceiling. */

import { exp, log } from "../../numerics/elementary.ts";

/**
 * Effect of exposure, up to a factor.
 *
 * @param exposure - after carryover, at least 0, in a unit that makes 1 an ordinary week.
 * @param exponent - in (0, 1]; 1 is no saturation.
 * @returns at least 0: x^exponent; e.g. `powerSaturation(9, 0.5)` is 3.
 * @throws RangeError when exposure is below 0 or exponent is not in (0, 1].
 * Source: PyMC-Marketing `RootSaturation`.
 */
export function powerSaturation(exposure: number, exponent: number): number {
  assertPower(exposure, exponent);
  return exposure === 0 ? 0 : exp(exponent * log(exposure));
}

/**
 * Slope of the curve: what one more unit of exposure adds.
 *
 * @param exposure - at least 0.
 * @param exponent - in (0, 1].
 * @returns exponent · x^(exponent − 1); at 0 its limit, Infinity below exponent 1; e.g. `powerDerivative(9, 0.5)` is 1/6.
 * @throws RangeError as `powerSaturation`.
 */
export function powerDerivative(exposure: number, exponent: number): number {
  assertPower(exposure, exponent);
  if (exponent === 1) return 1;
  return exposure === 0 ? Number.POSITIVE_INFINITY : exponent * exp((exponent - 1) * log(exposure));
}

function assertPower(exposure: number, exponent: number): void {
  if (!(exposure >= 0)) throw new RangeError(`exposure must be 0 or more, not ${exposure}`);
  if (!(exponent > 0 && exponent <= 1)) throw new RangeError(`exponent must be in (0, 1], not ${exponent}`);
}
