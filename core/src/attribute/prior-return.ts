/** What the prior alone says of a channel's return, to stand beside what the data made of it. */

import { curveOf } from "../model/curve.ts";
import type { BetaPrior, MediaMixModel, ModelChannel } from "../model/media-mix-model.ts";
import { fromLog, halfSaturationPrior, retentionPrior } from "../model/parameters.ts";
import type { CurveShape } from "../model/saturation-curve.ts";
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
  const returns = new Float64Array(draws);
  const direct = directReturn(model, prior, revenuePerKpi);
  for (let draw = 0; draw < draws; draw++) {
    returns[draw] =
      direct === null
        ? weighted(drawEffect(model, prior, random), revenuePerKpi) * scale
        : direct(random) * scale;
  }
  return returns;
}

/**
 * A draw of the total value in units of kpiScale, where it does not depend on the curve: when every week counts alike, no
 * week is held out and the prior is on the total itself; else null.
 */
function directReturn(
  model: MediaMixModel,
  { effect }: ModelChannel,
  revenuePerKpi: Float64Array | null,
): ((random: Random) => number) | null {
  const everyWeek = constantValue(revenuePerKpi);
  if (everyWeek === null || effect.kind === "coefficient" || model.fittedWeeks !== model.weeks.length)
    return null;
  return (random) => drawMean(effect, random) * model.fittedWeeks * everyWeek;
}

function weighted(effect: Float64Array, revenuePerKpi: Float64Array | null): number {
  return effect.reduce((sum, kpi, week) => sum + kpi * (revenuePerKpi?.[week] ?? 1), 0);
}

/** The one value that every week has, or null when weeks differ. */
function constantValue(revenuePerKpi: Float64Array | null): number | null {
  const first = revenuePerKpi?.[0] ?? 1;
  return revenuePerKpi?.every((value) => value === first) === false ? null : first;
}

/** [week] a weekly effect from the prior, in units of kpiScale. */
function drawEffect(model: MediaMixModel, prior: ModelChannel, random: Random): Float64Array {
  const retention = drawnOr(retentionPrior(prior), random, 0);
  const shape = drawShape(prior, random);
  const { effect } = prior;
  // an effect of total 1, to be made as large as the prior says
  const drawn = weeklyEffect(prior, { retention, shape, contribution: 1 }, model.fittedWeeks);
  if (effect.kind === "coefficient") {
    const coefficient = Math.abs(random.normal()) * effect.scale;
    return drawn.effect.map((week) => (week * coefficient) / drawn.ceiling);
  }
  const counted =
    effect.kind === "return" ? weighted(drawn.effect.subarray(0, model.fittedWeeks), effect.weights) : 1;
  const factor = (drawMean(effect, random) * model.fittedWeeks) / counted;
  return drawn.effect.map((week) => week * factor);
}

/** A mean weekly contribution from its prior, in units of kpiScale. */
function drawMean(effect: Exclude<ModelChannel["effect"], { kind: "coefficient" }>, random: Random): number {
  if (effect.kind === "contribution") return Math.abs(random.normal()) * effect.scale;
  return effect.perReturn * fromLog(effect.prior, random.normal());
}

function drawShape(prior: ModelChannel, random: Random): CurveShape {
  const { saturation } = prior;
  const halfSaturation = halfSaturationPrior(prior);
  const scale = halfSaturation === null ? 1 : fromLog(halfSaturation, random.normal());
  const curve = curveOf(saturation.kind);
  if (saturation.kind === "hill")
    return { curve, scale, steepness: fromLog(saturation.slope, random.normal()) };
  if (saturation.kind === "power")
    return { curve, scale, steepness: drawnOr(saturation.exponent, random, 1) };
  return { curve, scale, steepness: 1 };
}

function drawnOr(prior: BetaPrior | null, random: Random, otherwise: number): number {
  return prior === null ? otherwise : drawBeta(random, prior.alpha, prior.beta);
}
