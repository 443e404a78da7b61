/** The priors of a model in words, for the Methodology sheet and for citations. */

import type {
  Adstock,
  EffectPrior,
  MediaMixModel,
  ModelChannel,
  ModelLiftTest,
} from "../model/media-mix-model.ts";
import { exp } from "../numerics/elementary.ts";

/** 95 % of a half-Normal lies below this many scales: the 97.5 % quantile of a standard normal. */
const HALF_NORMAL_95 = 1.959963984540054;

/** 90 % of a standard normal lie within this on either side: its 95 % quantile. */
const NORMAL_90 = 1.6448536269514722;

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
    ...model.liftTests.map((test) => liftSentence(model, test, unit)),
    `Baseline: intercept and ${columns} further columns (trend, seasons, controls, events), each Normal; noise half-Normal with scale ${amount(model.noiseScale * model.kpiScale)} ${unit} a week.`,
  ];
}

function liftSentence(
  { channels, weeks, kpiScale }: MediaMixModel,
  test: ModelLiftTest,
  unit: string,
): string {
  const { channel, firstWeek, lastWeek, lift, standardError } = test;
  return `Lift test on ${channels[channel].name}, weeks of ${weeks[firstWeek]} to ${weeks[lastWeek]}: ${amount(lift * kpiScale)} ± ${amount(standardError * kpiScale)} ${unit} enter the likelihood.`;
}

function channelSentence(channel: ModelChannel, kpiScale: number, unit: string): string {
  const parts = [
    effectPhrase(channel.effect, kpiScale, unit),
    adstockPhrase(channel.adstock),
    curvePhrase(channel),
  ];
  return `${channel.name}: ${parts.join("; ")}.`;
}

function effectPhrase(effect: EffectPrior, kpiScale: number, unit: string): string {
  if (effect.kind === "return") {
    const [low, high] = [-NORMAL_90, NORMAL_90].map((q) =>
      exp(effect.prior.logMedian + effect.prior.logSd * q),
    );
    return `return log-normal, 90 % between ${amount(low)} and ${amount(high)} ${unit} per unit of spend`;
  }
  const most = `95 % below ${amount(HALF_NORMAL_95 * effect.scale * kpiScale)} ${unit}`;
  return effect.kind === "contribution"
    ? `weekly contribution half-Normal, ${most}`
    : `weekly effect where its curve is 1 half-Normal, ${most}`;
}

function adstockPhrase(adstock: Adstock): string {
  if (adstock.kind === "none") return "no carryover";
  const { alpha, beta } = adstock.retention;
  const reach = adstock.kind === "geometric" ? `over ${adstock.maxLag} weeks` : "without end";
  return `retention Beta(${alpha}, ${beta}) ${reach}`;
}

function curvePhrase({ saturation, spendScale }: ModelChannel): string {
  if (saturation.kind === "none") return "no saturation";
  if (saturation.kind === "power")
    return `concave power, exponent Beta(${saturation.exponent.alpha}, ${saturation.exponent.beta})`;
  const half = `half-saturation log-normal around ${amount(exp(saturation.halfSaturation.logMedian) * spendScale)} of spend a week`;
  if (saturation.kind !== "hill") return `${CURVE_NAMES[saturation.kind]} curve, ${half}`;
  return `${half}; slope log-normal around ${exp(saturation.slope.logMedian).toFixed(2)}`;
}

const CURVE_NAMES = {
  logistic: "logistic",
  tanh: "tanh",
  "michaelis-menten": "Michaelis–Menten",
} as const;

/** Three significant digits: a prior is no more exact than that. */
function amount(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en-US");
}
