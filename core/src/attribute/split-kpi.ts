/** Walks through every draw once and gathers what the KPI came from. */

import type { MediaMixModel } from "../model/media-mix-model.ts";
import type { Random } from "../numerics/random.ts";
import type { WeeklyInterval } from "./attribution.ts";
import type { DrawTable } from "./draw-table.ts";
import type { AttributeRules } from "./rules.ts";
import { addDraw, thinning, type WeeklyDraws, weeklyDraws, weeklyInterval } from "./weekly-draws.ts";
import { baselineOf, channelEffect } from "./weekly-effect.ts";

export interface ChannelSplit {
  readonly weekly: WeeklyInterval;
  /** [draw] incremental KPI over all weeks. */
  readonly contribution: Float64Array;
  /** [draw] the same in money, week by week at that week's revenue per KPI; equal to `contribution` without it. */
  readonly value: Float64Array;
  /** [draw] KPI per week at full saturation. */
  readonly ceiling: Float64Array;
}

export interface KpiSplit {
  readonly channels: readonly ChannelSplit[];
  readonly baseline: { readonly total: Float64Array; readonly weekly: WeeklyInterval };
  /** [week] `mean` is the baseline's mean plus the channels', to the last bit. */
  readonly fitted: WeeklyInterval;
  readonly predictive: WeeklyInterval;
}

interface Gathering {
  readonly weekly: WeeklyDraws;
  readonly contribution: Float64Array;
  readonly value: Float64Array;
  readonly ceiling: Float64Array;
}

/**
 * Splits the KPI by every draw.
 *
 * @param model - what was sampled.
 * @param table - its draws.
 * @param revenuePerKpi - [week] or null.
 * @param rules - level and number of draws behind weekly intervals.
 * @param random - the noise of the predictive interval.
 * @returns totals per draw; weekly means over all draws, weekly intervals over at most `rules.weeklyDraws` of them.
 */
export function splitKpi(
  model: MediaMixModel,
  table: DrawTable,
  revenuePerKpi: Float64Array | null,
  rules: AttributeRules,
  random: Random,
): KpiSplit {
  const weeks = model.weeks.length;
  const thin = thinning(table.draws, rules.weeklyDraws);
  const gather = (): Gathering => ({
    weekly: weeklyDraws(weeks, thin),
    contribution: new Float64Array(table.draws),
    value: new Float64Array(table.draws),
    ceiling: new Float64Array(table.draws),
  });
  const channels = model.channels.map(gather);
  const baseline = { weekly: weeklyDraws(weeks, thin), total: new Float64Array(table.draws) };
  const fitted = weeklyDraws(weeks, thin);
  const predictive = weeklyDraws(weeks, thin);
  for (let draw = 0; draw < table.draws; draw++) {
    const series = baselineOf(model, table, draw);
    addDraw(baseline.weekly, draw, series);
    baseline.total[draw] = total(series, null);
    channels.forEach((gathering, channel) => {
      addChannel(gathering, channelEffect(model, table, { channel, draw }), { draw, revenuePerKpi }, series);
    });
    addDraw(fitted, draw, series);
    addDraw(
      predictive,
      draw,
      series.map((expected) => expected + table.sigma[draw] * random.normal()),
    );
  }
  const finish = (gathered: WeeklyDraws): WeeklyInterval =>
    weeklyInterval(gathered, table.draws, rules.level);
  const split = {
    channels: channels.map(({ weekly, ...totals }) => ({ weekly: finish(weekly), ...totals })),
    baseline: { total: baseline.total, weekly: finish(baseline.weekly) },
    predictive: finish(predictive),
  };
  return { ...split, fitted: { ...finish(fitted), mean: sumOfMeans(split) } };
}

/** Gathers a channel's draw and adds its effect to `series`. */
function addChannel(
  gathering: Gathering,
  { effect, ceiling }: { readonly effect: Float64Array; readonly ceiling: number },
  at: { readonly draw: number; readonly revenuePerKpi: Float64Array | null },
  series: Float64Array,
): void {
  addDraw(gathering.weekly, at.draw, effect);
  gathering.contribution[at.draw] = total(effect, null);
  gathering.value[at.draw] = total(effect, at.revenuePerKpi);
  gathering.ceiling[at.draw] = ceiling;
  for (let week = 0; week < series.length; week++) series[week] += effect[week];
}

/** The sum is taken over the means, not over the draws, so that the sheet's own additions foot exactly (C-18). */
function sumOfMeans(split: Pick<KpiSplit, "channels" | "baseline">): Float64Array {
  return split.baseline.weekly.mean.map((base, week) =>
    split.channels.reduce((sum, { weekly }) => sum + weekly.mean[week], base),
  );
}

function total(series: Float64Array, weights: Float64Array | null): number {
  let sum = 0;
  for (let week = 0; week < series.length; week++)
    sum += series[week] * (weights === null ? 1 : weights[week]);
  return sum;
}
