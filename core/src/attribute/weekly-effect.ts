/** What one draw says of each week: every channel's effect, and the baseline. */

import { carriedSpend } from "../model/carried-spend.ts";
import { curveOf } from "../model/curve.ts";
import type { MediaMixModel, ModelChannel } from "../model/media-mix-model.ts";
import { type CurveShape, curveSeries } from "../model/saturation-curve.ts";
import type { ChannelDraws, DrawTable } from "./draw-table.ts";

/** A channel's weekly effect, and what it is a share of. */
export interface WeeklyEffect {
  /** [week] incremental KPI, held-out weeks included. */
  readonly effect: Float64Array;
  /** KPI per week where the curve is 1: the ceiling, where there is one. */
  readonly ceiling: number;
}

/** One channel's parameters in one draw. */
export interface EffectParameters {
  readonly retention: number;
  /** In the unit of the channel's scaled spend. */
  readonly shape: CurveShape;
  /** KPI units over the fitted weeks. */
  readonly contribution: number;
}

/**
 * Incremental KPI per week.
 *
 * @param channel - its scaled spend and its kind of carryover.
 * @param parameters - of one draw.
 * @param fittedWeeks - over which `contribution` is a total.
 * @returns effects that sum to `contribution` over the fitted weeks; no carryover after the last week is counted.
 */
export function weeklyEffect(
  channel: ModelChannel,
  parameters: EffectParameters,
  fittedWeeks: number,
): WeeklyEffect {
  const { adstock, spend, carryIn } = channel;
  const effect = carriedSpend(adstock, spend, carryIn, parameters.retention);
  let reached = curveSeries(parameters.shape, effect, effect);
  for (let week = fittedWeeks; week < effect.length; week++) reached -= effect[week];
  const ceiling = parameters.contribution / reached;
  for (let week = 0; week < effect.length; week++) effect[week] *= ceiling;
  return { effect, ceiling };
}

/**
 * A channel's weekly effect in one draw.
 *
 * @param model - its spend stays scaled, so that no series has to be scaled back.
 * @param table - draws of the same model.
 */
export function channelEffect(
  model: MediaMixModel,
  table: DrawTable,
  place: { readonly channel: number; readonly draw: number },
): WeeklyEffect {
  const channel = model.channels[place.channel];
  const draws = table.channels[place.channel];
  return weeklyEffect(
    channel,
    {
      retention: draws.retention?.[place.draw] ?? 0,
      shape: shapeOf(channel, draws, place.draw),
      contribution: draws.contribution[place.draw],
    },
    model.fittedWeeks,
  );
}

/** A channel's curve in one draw, in the unit of its scaled spend. */
function shapeOf(channel: ModelChannel, draws: ChannelDraws, draw: number): CurveShape {
  return {
    curve: curveOf(channel.saturation.kind),
    scale: draws.halfSaturation === null ? 1 : draws.halfSaturation[draw] / channel.spendScale,
    steepness: draws.slope?.[draw] ?? draws.exponent?.[draw] ?? 1,
  };
}

/**
 * All that is not media, in one draw.
 *
 * @returns [week] KPI units, held-out weeks included.
 */
export function baselineOf(model: MediaMixModel, table: DrawTable, draw: number): Float64Array {
  const baseline = new Float64Array(model.weeks.length);
  model.columns.forEach(({ values }, column) => {
    const coefficient = table.coefficients[column][draw];
    for (let week = 0; week < baseline.length; week++) baseline[week] += coefficient * values[week];
  });
  return baseline;
}
