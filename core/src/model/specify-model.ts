/** From a clean history to a model: scales from the fitted weeks, priors from the methodology. */

import type { ChannelHistory, MediaHistory } from "../data/media-history.ts";
import { log } from "../numerics/elementary.ts";
import type { MediaMixModel, ModelChannel } from "./media-mix-model.ts";
import { modelColumns } from "./model-columns.ts";
import type { ModelRules } from "./rules.ts";
import { sampleMoments } from "./standardize.ts";

/** √(π/2): a half-Normal of scale s has mean s / √(π/2). */
const HALF_NORMAL_SCALE_OF_MEAN = 1.2533141373155001;

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
  return {
    weeks: history.weeks,
    fittedWeeks,
    kpi: history.kpi.values.map((value) => value / kpi.mean),
    kpiScale: kpi.mean,
    maxLag: rules.maxLag,
    channels: modelChannels(history.channels, fittedWeeks, rules),
    columns: modelColumns(history, { fittedWeeks, kpiSd }, rules),
    noiseScale: rules.noiseSd * kpiSd,
  };
}

function assertFittedWeeks(history: MediaHistory, fittedWeeks: number): void {
  const weeks = history.weeks.length;
  if (Number.isInteger(fittedWeeks) && fittedWeeks >= 2 && fittedWeeks <= weeks) return;
  throw new RangeError(`fittedWeeks must be a whole number from 2 to ${weeks}, not ${fittedWeeks}`);
}

function modelChannels(
  channels: readonly ChannelHistory[],
  fittedWeeks: number,
  rules: ModelRules,
): ModelChannel[] {
  const totals = channels.map(({ spend }) =>
    spend.subarray(0, fittedWeeks).reduce((sum, week) => sum + week, 0),
  );
  const total = totals.reduce((sum, spend) => sum + spend, 0);
  return channels.map((channel, index) => {
    const spendScale = channel.spend.subarray(0, fittedWeeks).reduce((most, week) => Math.max(most, week), 0);
    if (!(spendScale > 0)) throw new RangeError(`${channel.name} spends nothing in the fitted weeks`);
    return {
      name: channel.name,
      group: channel.group,
      spend: channel.spend.map((week) => week / spendScale),
      spendScale,
      ...channelPriors(totals[index] / total, channels.length, rules),
    };
  });
}

/** Priors of one channel; the mean of its contribution is a share of `mediaShare`, half by spend and half by head. */
function channelPriors(
  spendShare: number,
  channels: number,
  rules: ModelRules,
): Pick<ModelChannel, "retention" | "halfSaturation" | "slope" | "meanContribution" | "coefficient"> {
  const weight = rules.spendShareWeight;
  const share = weight * spendShare + (1 - weight) / channels;
  return {
    retention: { alpha: rules.retentionAlpha, beta: rules.retentionBeta },
    halfSaturation: { logMedian: log(rules.halfSaturationMedian), logSd: rules.halfSaturationLogSd },
    slope: { logMedian: log(rules.slopeMedian), logSd: rules.slopeLogSd },
    meanContribution: { scale: rules.mediaShare * HALF_NORMAL_SCALE_OF_MEAN * share },
    coefficient: null,
  };
}
