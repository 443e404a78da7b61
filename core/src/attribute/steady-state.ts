/** The steady-state response of a channel: what the same spend every week brings in, draw by draw. */

import { curveAt, curveDerivative } from "../model/saturation-curve.ts";
import { exp, log } from "../numerics/elementary.ts";
import type { ChannelResponse } from "./attribution.ts";
import { shapeAt } from "./response-curve.ts";

/** Share of the observed maximum used as the smallest step where a derivative at zero spend is not finite. */
const SMALLEST_STEP = 1e-3;

/**
 * Value per week of one draw at a constant weekly spend.
 *
 * @param response - the channel's draws.
 * @param draw - index into them.
 * @param weekly - currency per week, ≥ 0.
 * @returns ceiling · curve(b), in the response's value unit; e.g. half the ceiling at a Hill curve's half-saturation
 *   point. With normalized adstock a constant spend is its own carried series.
 * Source: Hill (1910); Jin et al. (2017), equation 5.
 */
export function valueAt(response: ChannelResponse, draw: number, weekly: number): number {
  return response.ceiling[draw] * curveAt(shapeAt(response, draw), Math.max(0, weekly));
}

/**
 * The mean over all draws of the value per week: the mean of values, never the value of means.
 *
 * @returns a function of the weekly spend (currency, ≥ 0) that remembers what does not depend on it.
 */
export function meanCurve(response: ChannelResponse): (weekly: number) => number {
  return response.curve === "hill"
    ? meanHill(response)
    : (weekly) => meanValueAt(response, Math.max(0, weekly));
}

function meanValueAt(response: ChannelResponse, weekly: number): number {
  let sum = 0;
  for (let draw = 0; draw < response.ceiling.length; draw++) sum += valueAt(response, draw, weekly);
  return sum / response.ceiling.length;
}

function meanHill({ ceiling, scale, steepness }: ChannelResponse): (weekly: number) => number {
  const logHalf = scale.map((half) => log(half));
  return (weekly) => {
    if (weekly <= 0) return 0;
    const logSpend = log(weekly);
    let sum = 0;
    for (let draw = 0; draw < ceiling.length; draw++) {
      sum += ceiling[draw] / (1 + exp(steepness[draw] * (logHalf[draw] - logSpend)));
    }
    return sum / ceiling.length;
  };
}

/**
 * Slope of one draw's response: value per further unit of weekly spend.
 *
 * @param weekly - currency per week, ≥ 0; at 0 the slope over the first thousandth of the observed maximum stands
 *   in, since a Hill curve with slope below 1 starts vertically.
 * @returns ceiling · curve′(b).
 */
export function marginalAt(response: ChannelResponse, draw: number, weekly: number): number {
  const spend = Math.max(weekly, SMALLEST_STEP * response.observedMax);
  if (spend === 0) return 0;
  const shape = shapeAt(response, draw);
  if (weekly === 0) return (response.ceiling[draw] * curveAt(shape, spend)) / spend;
  return response.ceiling[draw] * curveDerivative(shape, spend);
}

/** Mean over all draws of `marginalAt`. */
export function meanMarginalAt(response: ChannelResponse, weekly: number): number {
  let sum = 0;
  for (let draw = 0; draw < response.ceiling.length; draw++) sum += marginalAt(response, draw, weekly);
  return sum / response.ceiling.length;
}
