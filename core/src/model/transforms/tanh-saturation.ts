/** Hyperbolic tangent saturation: a ceiling, and what a unit of it costs before anything is saturated. */

import { exp } from "../../numerics/elementary.ts";
import { tanh } from "../../numerics/hyperbolic.ts";

/**
 * Effect of exposure under a ceiling.
 *
 * @param exposure - after carryover, at least 0, in any unit.
 * @param ceiling - b: what no exposure exceeds, above 0, in units of the effect.
 * @param firstCost - c: exposure per unit of effect at no exposure, above 0.
 * @returns in [0, ceiling]: b · tanh(x / (b · c)); e.g. `tanhSaturation(½ ln 2, 1, 1)` is 1/3.
 * @throws RangeError when exposure is below 0 or another argument is not above 0.
 * Source: PyMC-Marketing `tanh_saturation`.
 */
export function tanhSaturation(exposure: number, ceiling: number, firstCost: number): number {
  assertTanh(exposure, ceiling, firstCost);
  return ceiling * tanh(exposure / (ceiling * firstCost));
}

/**
 * Slope of the curve: what one more unit of exposure adds.
 *
 * @param exposure - at least 0.
 * @param ceiling - above 0.
 * @param firstCost - above 0.
 * @returns (1 − tanh²(x / (b · c))) / c; e.g. `tanhDerivative(0, 7, 4)` is ¼, `tanhDerivative(½ ln 2, 1, 1)` is 8/9.
 * @throws RangeError as `tanhSaturation`.
 */
export function tanhDerivative(exposure: number, ceiling: number, firstCost: number): number {
  assertTanh(exposure, ceiling, firstCost);
  const left = exp((-2 * exposure) / (ceiling * firstCost));
  // 1 − tanh² without the difference, which would lose its digits near the ceiling
  return (4 * left) / ((1 + left) * (1 + left) * firstCost);
}

function assertTanh(exposure: number, ceiling: number, firstCost: number): void {
  if (!(exposure >= 0)) throw new RangeError(`exposure must be 0 or more, not ${exposure}`);
  if (!(ceiling > 0)) throw new RangeError(`ceiling must be above 0, not ${ceiling}`);
  if (!(firstCost > 0)) throw new RangeError(`firstCost must be above 0, not ${firstCost}`);
}
