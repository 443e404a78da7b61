/** Logistic saturation: a ceiling approached exponentially, without an S. */

import { exp } from "../../numerics/elementary.ts";
import { tanh } from "../../numerics/hyperbolic.ts";

/**
 * Share of a channel's ceiling that is reached.
 *
 * @param exposure - after carryover, at least 0, in any unit.
 * @param rate - steepness, above 0, per unit of exposure.
 * @returns in [0, 1]: (1 − e^(−rate·x)) / (1 + e^(−rate·x)); e.g. `logisticSaturation(ln 2, 1)` is 1/3.
 * @throws RangeError when exposure is below 0 or rate is not above 0.
 * Source: PyMC-Marketing `logistic_saturation`, which names this other form too.
 */
export function logisticSaturation(exposure: number, rate: number): number {
  assertLogistic(exposure, rate);
  // the same quotient, but for small x without the difference 1 − e^(−rate·x), which would lose its digits
  return tanh((rate * exposure) / 2);
}

/**
 * Slope of the logistic curve: what one more unit of exposure adds, as a share of the ceiling.
 *
 * @param exposure - at least 0.
 * @param rate - above 0.
 * @returns 2 · rate · e^(−rate·x) / (1 + e^(−rate·x))²; e.g. `logisticDerivative(0, 3)` is 1.5, `logisticDerivative(ln 2, 1)` is 4/9.
 * @throws RangeError as `logisticSaturation`.
 */
export function logisticDerivative(exposure: number, rate: number): number {
  assertLogistic(exposure, rate);
  const left = exp(-rate * exposure);
  return (2 * rate * left) / ((1 + left) * (1 + left));
}

function assertLogistic(exposure: number, rate: number): void {
  if (!(exposure >= 0)) throw new RangeError(`exposure must be 0 or more, not ${exposure}`);
  if (!(rate > 0)) throw new RangeError(`rate must be above 0, not ${rate}`);
}
