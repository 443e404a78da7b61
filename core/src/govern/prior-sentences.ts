/** The priors of a model in words, for the Methodology sheet and for citations. */

import type { MediaMixModel, ModelChannel } from "../model/media-mix-model.ts";
import { exp } from "../numerics/elementary.ts";

/** 95 % of a half-Normal lies below this many scales: the 97.5 % quantile of a standard normal. */
const HALF_NORMAL_95 = 1.959963984540054;

/**
 * What was assumed before the KPI was looked at, a line per channel and one for all else.
 *
 * @param unit - of the KPI, e.g. "USD" or "orders".
 * @returns [line] in KPI units and currency per week.
 */
export function priorSentences(model: MediaMixModel, unit: string): string[] {
  const columns = model.columns.filter((column) => column.role !== "intercept").length;
  return [
    ...model.channels.map((channel) => channelSentence(channel, model.kpiScale, unit)),
    `Baseline: intercept and ${columns} further columns (trend, seasons, controls, events), each Normal; noise half-Normal with scale ${amount(model.noiseScale * model.kpiScale)} ${unit} a week.`,
  ];
}

function channelSentence(channel: ModelChannel, kpiScale: number, unit: string): string {
  const { retention, halfSaturation, slope, meanContribution } = channel;
  const most = amount(HALF_NORMAL_95 * meanContribution.scale * kpiScale);
  const half = amount(exp(halfSaturation.logMedian) * channel.spendScale);
  return (
    `${channel.name}: weekly contribution half-Normal, 95 % below ${most} ${unit}; ` +
    `retention Beta(${retention.alpha}, ${retention.beta}); half-saturation log-normal around ${half} of spend a week; ` +
    `slope log-normal around ${exp(slope.logMedian).toFixed(2)}.`
  );
}

/** Three significant digits: a prior is no more exact than that. */
function amount(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en-US");
}
