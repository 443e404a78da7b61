/** The saturation of any family, its slope and its series: outside the hot path, in the plainest form. */

import { exp, log } from "../numerics/elementary.ts";
import { type Curve, LOGISTIC_HALF } from "./curve.ts";
import { hill, hillDerivative, hillSeries } from "./transforms/hill.ts";
import { logisticDerivative, logisticSaturation } from "./transforms/logistic-saturation.ts";

/** One channel's curve in one draw. */
export interface CurveShape {
  readonly curve: Curve;
  /** Where Hill and logistic are one half, where a power is 1; above 0, in the unit of the exposure. */
  readonly scale: number;
  /** The Hill slope or the power's exponent, above 0; the logistic curve has none. */
  readonly steepness: number;
}

/**
 * The curve at an exposure.
 *
 * @param exposure - after carryover, at least 0.
 * @returns a share of the ceiling for Hill and logistic, unbounded for a power; e.g. one half at the scale, and
 *   (9/4)^½ = 1.5 for the power ½ of scale 4 at 9.
 */
export function curveAt({ curve, scale, steepness }: CurveShape, exposure: number): number {
  if (exposure === 0) return 0;
  if (curve === "hill") return hill(exposure, scale, steepness);
  if (curve === "logistic") return logisticSaturation(exposure, LOGISTIC_HALF / scale);
  return exp(steepness * (log(exposure) - log(scale)));
}

/**
 * Slope of the curve: what one more unit of exposure adds.
 *
 * @returns per unit of exposure; at 0 the limit, which may be Infinity; e.g. ½ · 1.5 / 9 for the power ½ of scale 4 at 9.
 */
export function curveDerivative(shape: CurveShape, exposure: number): number {
  const { curve, scale, steepness } = shape;
  if (curve === "hill") return hillDerivative(exposure, scale, steepness);
  if (curve === "logistic") return logisticDerivative(exposure, LOGISTIC_HALF / scale);
  if (exposure > 0) return (steepness * curveAt(shape, exposure)) / exposure;
  return steepness < 1 ? Number.POSITIVE_INFINITY : 1 / scale;
}

/**
 * The curve of a whole series.
 *
 * @param exposure - [week] at least 0.
 * @param out - [week] overwritten; may be `exposure` itself.
 * @returns the sum of `out`.
 */
export function curveSeries(shape: CurveShape, exposure: Float64Array, out: Float64Array): number {
  if (shape.curve === "hill") return hillSeries(exposure, shape.scale, shape.steepness, out);
  let sum = 0;
  for (let week = 0; week < exposure.length; week++) {
    out[week] = curveAt(shape, exposure[week]);
    sum += out[week];
  }
  return sum;
}
