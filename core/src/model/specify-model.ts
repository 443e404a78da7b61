/** From a clean history to a model: scales from the fitted weeks, priors from the methodology. */

import type { MediaHistory } from "../data/media-history.ts";
import { isConstant } from "../numerics/moments.ts";
import { adstockOf, effectPriorOf, saturationOf } from "./channel-priors.ts";
import { modelLiftTests, testedReturn } from "./lift-terms.ts";
import type { MediaMixModel, ModelChannel } from "./media-mix-model.ts";
import { modelColumns } from "./model-columns.ts";
import type { ModelRules } from "./rules.ts";
import { sampleMoments } from "./standardize.ts";

/**
 * The model of a history.
 *
 * @param history - clean weekly series; every channel spends in at least one fitted week.
 * @param rules - the priors.
 * @param fittedWeeks - the likelihood sees the first so many weeks; all by default. Scales come from these alone.
 * @returns plain data; KPI in units of its mean, spend in units of the channel's largest week.
 * @throws RangeError when there are fewer than 2 fitted weeks, the mean KPI is not above 0, the KPI is constant, or a
 *   channel spends nothing in the fitted weeks (the data room leaves such a channel out: IN-47, IN-49).
 * Source: decisions §3.
 */
export function specifyModel(
  history: MediaHistory,
  rules: ModelRules,
  fittedWeeks: number = history.weeks.length,
): MediaMixModel {
  assertFittedWeeks(history, fittedWeeks);
  const kpi = sampleMoments(history.kpi.values, fittedWeeks);
  if (!(kpi.mean > 0)) throw new RangeError(`the mean KPI must be above 0, not ${kpi.mean}`);
  if (!(kpi.sd > 0)) throw new RangeError("a constant KPI has nothing to explain");
  const kpiSd = kpi.sd / kpi.mean;
  const channels = modelChannels(history, { fittedWeeks, kpiScale: kpi.mean }, rules);
  return {
    weeks: history.weeks,
    fittedWeeks,
    kpi: history.kpi.values.map((value) => value / kpi.mean),
    kpiScale: kpi.mean,
    channels,
    columns: modelColumns(history, { fittedWeeks, kpiSd }, rules),
    liftTests: modelLiftTests(history, channels, kpi.mean, fittedWeeks),
    noiseScale: rules.noiseSd * kpiSd,
  };
}

function assertFittedWeeks(history: MediaHistory, fittedWeeks: number): void {
  const weeks = history.weeks.length;
  if (Number.isInteger(fittedWeeks) && fittedWeeks >= 2 && fittedWeeks <= weeks) return;
  throw new RangeError(`fittedWeeks must be a whole number from 2 to ${weeks}, not ${fittedWeeks}`);
}

/** What the channels need to know of the KPI. */
interface Window {
  readonly fittedWeeks: number;
  /** KPI units. */
  readonly kpiScale: number;
}

function modelChannels(history: MediaHistory, window: Window, rules: ModelRules): ModelChannel[] {
  const { fittedWeeks } = window;
  const totals = history.channels.map(({ spend }) => totalOf(spend.subarray(0, fittedWeeks)));
  const total = totals.reduce((sum, spend) => sum + spend, 0);
  const worth = kpiWorth(history.kpi.revenuePerKpi, fittedWeeks);
  return history.channels.map((channel, index) => {
    const spendScale = channel.spend.subarray(0, fittedWeeks).reduce((most, week) => Math.max(most, week), 0);
    if (!(spendScale > 0)) throw new RangeError(`${channel.name} spends nothing in the fitted weeks`);
    const tests = history.liftTests.filter(
      (test) => test.channel === channel.name && test.lastWeek < fittedWeeks,
    );
    return {
      name: channel.name,
      group: channel.group,
      spend: channel.spend.map((week) => week / spendScale),
      carryIn: channel.carryIn.map((week) => week / spendScale),
      spendScale,
      adstock: adstockOf(channel, rules),
      saturation: saturationOf(channel, rules),
      effect: effectPriorOf(
        channel,
        {
          spendShare: totals[index] / total,
          channels: totals.length,
          perReturn: totals[index] / (fittedWeeks * window.kpiScale * worth.mean),
          weights: worth.weights,
          testedReturn: testedReturn(tests, history.kpi.revenuePerKpi),
        },
        rules,
      ),
    };
  });
}

/** The mean worth of a KPI unit, and each week's relative to it; no weights where all weeks are alike. */
function kpiWorth(
  revenuePerKpi: ChannelWorth,
  fittedWeeks: number,
): { readonly mean: number; readonly weights: Float64Array | null } {
  if (revenuePerKpi === null) return { mean: 1, weights: null };
  const fitted = revenuePerKpi.slice(0, fittedWeeks);
  const mean = totalOf(fitted) / fittedWeeks;
  return { mean, weights: isConstant(fitted) ? null : fitted.map((value) => value / mean) };
}

type ChannelWorth = MediaHistory["kpi"]["revenuePerKpi"];

function totalOf(series: Float64Array): number {
  return series.reduce((sum, week) => sum + week, 0);
}
