/** The steady-state response of a channel: the same spend every week, from nothing to the most ever spent. */

import { type CurveShape, curveAt, curveDerivative } from "../model/saturation-curve.ts";
import { quantile } from "../numerics/quantile.ts";
import type { ChannelResponse, ResponseCurve } from "./attribution.ts";

/**
 * A channel's response curve with its interval.
 *
 * @param response - draws of the curve's parameters; values are in their unit per week.
 * @param points - grid points from 0 to `observedMax`, at least 2.
 * @param level - probability inside the interval.
 * @returns mean, lo and hi over all draws; `marginal` is the mean slope, at 0 that of the chord to the next point,
 *   because a curve of slope below 1 starts out vertical. Decisions §2.
 */
export function responseCurve(response: ChannelResponse, points: number, level: number): ResponseCurve {
  const spend = new Float64Array(points);
  const mean = new Float64Array(points);
  const lo = new Float64Array(points);
  const hi = new Float64Array(points);
  const marginal = new Float64Array(points);
  for (let point = 1; point < points; point++) {
    spend[point] = (response.observedMax * point) / (points - 1);
    const values = valuesAt(response, spend[point]).sort();
    mean[point] = meanOf(values);
    lo[point] = quantile(values, (1 - level) / 2);
    hi[point] = quantile(values, (1 + level) / 2);
    marginal[point] = meanOf(slopesAt(response, spend[point]));
  }
  marginal[0] = mean[1] / spend[1];
  return { spend, value: { mean, lo, hi }, marginal };
}

/** A channel's curve in one draw, in currency per week. */
export function shapeAt({ curve, scale, steepness }: ChannelResponse, draw: number): CurveShape {
  return { curve, scale: scale[draw], steepness: steepness[draw] };
}

/**
 * Value per week at a steady weekly spend.
 *
 * @param weeklySpend - at least 0.
 * @returns [draw] ceiling · curve(weeklySpend).
 */
export function valuesAt(response: ChannelResponse, weeklySpend: number): Float64Array {
  return response.ceiling.map((ceiling, draw) => ceiling * curveAt(shapeAt(response, draw), weeklySpend));
}

function slopesAt(response: ChannelResponse, weeklySpend: number): Float64Array {
  return response.ceiling.map(
    (ceiling, draw) => ceiling * curveDerivative(shapeAt(response, draw), weeklySpend),
  );
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
