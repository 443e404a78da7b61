/** What the prior alone says of a channel's return, to stand beside what the data made of it. */

import type { MediaMixModel, ModelChannel } from "../model/media-mix-model.ts";
import { fromLog } from "../model/parameters.ts";
import type { Random } from "../numerics/random.ts";
import { drawBeta } from "../numerics/random-variates.ts";
import { weeklyEffect } from "./weekly-effect.ts";

/**
 * Draws of a channel's return from its prior.
 *
 * @param model - with the channel.
 * @param channel - index.
 * @param revenuePerKpi - [week] or null: then the return is KPI units per unit of spend.
 * @param draws - how many.
 * @param random - source of randomness.
 * @returns [draw] value over the window / spend over the window.
 */
export function priorReturn(
  model: MediaMixModel,
  channel: number,
  revenuePerKpi: Float64Array | null,
  draws: number,
  random: Random,
): Float64Array {
  const prior = model.channels[channel];
  const spend = prior.spend.reduce((sum, week) => sum + week, 0) * prior.spendScale;
  const scale = model.kpiScale / spend;
  const everyWeek = constantValue(revenuePerKpi);
  // the total does not depend on the curve when every week counts alike and the prior is on the total itself
  const direct = everyWeek !== null && prior.coefficient === null && model.fittedWeeks === model.weeks.length;
  const returns = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    returns[draw] = direct
      ? Math.abs(random.normal()) * prior.meanContribution.scale * model.fittedWeeks * everyWeek * scale
      : weighted(drawEffect(model, prior, random).effect, revenuePerKpi) * scale;
  }
  return returns;
}

function weighted(effect: Float64Array, revenuePerKpi: Float64Array | null): number {
  return effect.reduce((sum, kpi, week) => sum + kpi * (revenuePerKpi?.[week] ?? 1), 0);
}

/** The one value that every week has, or null when weeks differ. */
function constantValue(revenuePerKpi: Float64Array | null): number | null {
  const first = revenuePerKpi?.[0] ?? 1;
  return revenuePerKpi?.every((value) => value === first) === false ? null : first;
}

/** A weekly effect from the prior, in units of kpiScale. */
function drawEffect(
  model: MediaMixModel,
  prior: ModelChannel,
  random: Random,
): { readonly effect: Float64Array } {
  const shape = {
    retention: drawBeta(random, prior.retention.alpha, prior.retention.beta),
    halfSaturation: fromLog(prior.halfSaturation, random.normal()),
    slope: fromLog(prior.slope, random.normal()),
  };
  const halfNormal = Math.abs(random.normal());
  const contribution = halfNormal * prior.meanContribution.scale * model.fittedWeeks;
  const drawn = weeklyEffect(prior.spend, { ...shape, contribution }, model);
  if (prior.coefficient === null) return drawn;
  const factor = (halfNormal * prior.coefficient.scale) / drawn.ceiling;
  return { effect: drawn.effect.map((week) => week * factor) };
}
