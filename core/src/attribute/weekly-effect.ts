/** What one draw says of each week: every channel's effect, and the baseline. */

import type { MediaMixModel } from "../model/media-mix-model.ts";
import { geometricAdstock } from "../model/transforms/geometric-adstock.ts";
import { hillSeries } from "../model/transforms/hill.ts";
import type { DrawTable } from "./draw-table.ts";

/** A channel's weekly effect, and the ceiling that it is a share of. */
export interface WeeklyEffect {
  /** [week] incremental KPI, held-out weeks included. */
  readonly effect: Float64Array;
  /** KPI per week at full saturation. */
  readonly ceiling: number;
}

/** One channel's parameters in one draw. */
export interface EffectParameters {
  readonly retention: number;
  /** Currency per week. */
  readonly halfSaturation: number;
  readonly slope: number;
  /** KPI units over the fitted weeks. */
  readonly contribution: number;
}

/**
 * Incremental KPI per week.
 *
 * @param spend - [week] currency.
 * @param parameters - of one draw.
 * @param window - weeks over which `contribution` is a total, and the carryover's last lag.
 * @returns effects that sum to `contribution` over the fitted weeks; no carryover after the last week is counted.
 */
export function weeklyEffect(
  spend: Float64Array,
  parameters: EffectParameters,
  window: { readonly fittedWeeks: number; readonly maxLag: number },
): WeeklyEffect {
  const effect = geometricAdstock(spend, parameters.retention, window.maxLag);
  let reached = hillSeries(effect, parameters.halfSaturation, parameters.slope, effect);
  for (let week = window.fittedWeeks; week < effect.length; week++) reached -= effect[week];
  const ceiling = parameters.contribution / reached;
  for (let week = 0; week < effect.length; week++) effect[week] *= ceiling;
  return { effect, ceiling };
}

/**
 * A channel's weekly effect in one draw.
 *
 * @param model - its spend is scaled back to currency.
 * @param table - draws of the same model.
 */
export function channelEffect(
  model: MediaMixModel,
  table: DrawTable,
  place: { readonly channel: number; readonly draw: number },
): WeeklyEffect {
  const { spend, spendScale } = model.channels[place.channel];
  const draws = table.channels[place.channel];
  const parameters = {
    retention: draws.retention[place.draw],
    // in the unit of the scaled spend, so that no series has to be scaled back
    halfSaturation: draws.halfSaturation[place.draw] / spendScale,
    slope: draws.slope[place.draw],
    contribution: draws.contribution[place.draw],
  };
  return weeklyEffect(spend, parameters, model);
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
