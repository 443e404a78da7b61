/** Hill saturation: the more is spent, the less the next unit adds. */

import { exp, log } from "../../numerics/elementary.ts";

/**
 * Share of a channel's ceiling that is reached.
 *
 * @param exposure - after carryover, at least 0, in any unit.
 * @param halfSaturation - exposure at which half the ceiling is reached, above 0, in the same unit.
 * @param slope - steepness, above 0, dimensionless; above 1 the curve is S-shaped.
 * @returns in [0, 1]: exposure^slope / (exposure^slope + halfSaturation^slope); e.g. `hill(2, 4, 2)` is 0.2.
 * @throws RangeError when exposure is below 0 or another argument is not above 0.
 * Source: Hill (1910); Jin et al. (2017), eq. 5.
 */
export function hill(exposure: number, halfSaturation: number, slope: number): number {
  assertHill(exposure, halfSaturation, slope);
  if (exposure === 0) return 0;
  // the ratio form keeps exposure^slope from overflowing
  return 1 / (1 + exp(slope * (log(halfSaturation) - log(exposure))));
}

/**
 * The Hill curve of a whole series.
 *
 * @param exposure - [week] at least 0.
 * @param halfSaturation - above 0.
 * @param slope - above 0.
 * @param out - [week] overwritten with `hill` of each week; may be `exposure` itself.
 * @returns the sum of `out`.
 * @throws RangeError as `hill`, but looks at the two parameters only.
 */
export function hillSeries(
  exposure: Float64Array,
  halfSaturation: number,
  slope: number,
  out: Float64Array,
): number {
  assertHill(0, halfSaturation, slope);
  const logHalf = log(halfSaturation);
  let sum = 0;
  for (let week = 0; week < exposure.length; week++) {
    const reached = exposure[week] > 0 ? 1 / (1 + exp(slope * (logHalf - log(exposure[week])))) : 0;
    out[week] = reached;
    sum += reached;
  }
  return sum;
}

/**
 * Slope of the Hill curve: what one more unit of exposure adds, as a share of the ceiling.
 *
 * @param exposure - at least 0.
 * @param halfSaturation - above 0.
 * @param slope - above 0.
 * @returns slope · h · (1 − h) / exposure with h the curve itself; at 0 its limit: 0 for slope above 1,
 *   1 / halfSaturation for 1, Infinity below 1; e.g. `hillDerivative(4, 4, 2)` is 2 · ¼ / 4 = 0.125.
 * @throws RangeError as `hill`.
 */
export function hillDerivative(exposure: number, halfSaturation: number, slope: number): number {
  if (exposure === 0) return derivativeAtZero(halfSaturation, slope);
  const reached = hill(exposure, halfSaturation, slope);
  return (slope * reached * (1 - reached)) / exposure;
}

function derivativeAtZero(halfSaturation: number, slope: number): number {
  assertHill(0, halfSaturation, slope);
  if (slope === 1) return 1 / halfSaturation;
  return slope > 1 ? 0 : Number.POSITIVE_INFINITY;
}

function assertHill(exposure: number, halfSaturation: number, slope: number): void {
  if (!(exposure >= 0)) throw new RangeError(`exposure must be 0 or more, not ${exposure}`);
  if (!(halfSaturation > 0)) throw new RangeError(`halfSaturation must be above 0, not ${halfSaturation}`);
  if (!(slope > 0)) throw new RangeError(`slope must be above 0, not ${slope}`);
}
