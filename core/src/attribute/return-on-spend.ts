/** What spend brought back: ROAS, its marginal twin and its inverse for counted KPIs. Never one function with a flag. */

import { curveDerivative } from "../model/saturation-curve.ts";
import type { Interval } from "../numerics/interval.ts";
import { summarize } from "../numerics/interval.ts";
import type { ChannelResponse } from "./attribution.ts";
import { shapeAt } from "./response-curve.ts";

/**
 * Return on ad spend: incremental revenue per unit of spend (X-22: revenue, not profit).
 *
 * @param value - [draw] incremental revenue over the window.
 * @param spend - currency over the window, above 0.
 * @returns [draw]; e.g. 300 from 100 is 3.
 */
export function roas(value: Float64Array, spend: number): Float64Array {
  return value.map((draw) => draw / spend);
}

/**
 * Cost per incremental KPI unit.
 *
 * @param contribution - [draw] incremental KPI over the window.
 * @param spend - currency over the window, above 0.
 * @param level - probability inside the interval.
 * @returns `mean` is spend over the mean contribution, because the mean of 1 / x says nothing for x near 0; lo and hi
 *   come from draws; e.g. 100 spent for 20 leads is 5.
 */
export function costPerIncrementalKpi(contribution: Float64Array, spend: number, level: number): Interval {
  const incremental = summarize(contribution, level);
  return { mean: spend / incremental.mean, lo: spend / incremental.hi, hi: spend / incremental.lo };
}

/**
 * Marginal return: slope of the steady-state response curve at a weekly spend.
 *
 * @param response - draws of one channel's curve.
 * @param weeklySpend - currency per week, above 0.
 * @returns [draw] value per unit of spend; e.g. ceiling 100, half-saturation 10 and slope 1 at 10 give 100 · ¼ / 10 = 2.5.
 * @throws RangeError when weeklySpend is not above 0: with a slope below 1 the curve starts out vertical.
 */
export function marginalRoas(response: ChannelResponse, weeklySpend: number): Float64Array {
  if (!(weeklySpend > 0)) throw new RangeError(`weeklySpend must be above 0, not ${weeklySpend}`);
  return response.ceiling.map(
    (ceiling, draw) => ceiling * curveDerivative(shapeAt(response, draw), weeklySpend),
  );
}
