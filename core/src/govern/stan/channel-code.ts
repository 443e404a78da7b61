/** One channel in Stan: its parameters, their priors, and its effect week by week. */

import type { BetaPrior, LogNormalPrior, MediaMixModel, ModelChannel } from "../../model/media-mix-model.ts";
import { halfSaturationPrior, retentionPrior } from "../../model/parameters.ts";
import { inComment } from "./stan-text.ts";

/** Lines of Stan, by the block they belong to; a number at the end of a name is the channel's or the test's. */
export interface ChannelCode {
  /** A comment that names the channel. */
  readonly title: string;
  /** Of transformed data: spend at every lag, where a carryover has a last one. */
  readonly lagged: readonly string[];
  readonly parameters: readonly string[];
  readonly priors: readonly string[];
  /** Adds the channel to `media` and sets its `total` and the `lift` of its tests. */
  readonly effect: readonly string[];
}

/**
 * The code of a channel.
 *
 * @param index - in the model's channels.
 */
export function channelCode(model: MediaMixModel, index: number): ChannelCode {
  const channel = model.channels[index];
  const number = index + 1;
  const retention = retentionPrior(channel);
  const halfSaturation = halfSaturationPrior(channel);
  const tests = testsOf(model, index);
  const declared: readonly (readonly [string, string] | null)[] = [
    retention && [`real<lower=0, upper=1> retention_${number};`, `retention_${number} ~ ${beta(retention)};`],
    halfSaturation && [
      `real<lower=0> half_saturation_${number}; // in largest weeks`,
      `half_saturation_${number} ~ ${logNormal(halfSaturation)};`,
    ],
    steepness(channel, number),
    effectParameter(channel, number),
  ];
  const present = declared.filter((pair) => pair !== null);
  return {
    title: `// ${number} ${inComment(channel.name)}`,
    lagged: ["spend", ...tests.map(() => "without")].flatMap((series, place) =>
      laggedLine(channel, series, place === 0 ? number : tests[place - 1]),
    ),
    parameters: present.map(([declaration]) => declaration),
    priors: present.map(([, prior]) => prior),
    effect: [
      `vector[weeks] reached = ${reached(channel, number, "spend", number)};`,
      coefficientLine(channel, number),
      "media += coefficient * reached;",
      `total[${number}] = coefficient * sum(reached);`,
      ...tests.map((test) => liftLine(model, test, number)),
    ],
  };
}

/** Numbers of the tests of a channel, 1 for the first of the model. */
function testsOf({ liftTests }: MediaMixModel, index: number): number[] {
  return liftTests.flatMap(({ channel }, place) => (channel === index ? [place + 1] : []));
}

function laggedLine({ adstock }: ModelChannel, series: string, number: number): string[] {
  if (adstock.kind !== "geometric") return [];
  const lags = adstock.maxLag + 1;
  return [`matrix[weeks, ${lags}] ${series}_${number} = lagged(${series}[, ${number}], weeks, ${lags});`];
}

/** Of a slope or an exponent; null where the curve has neither. */
function steepness({ saturation }: ModelChannel, number: number): readonly [string, string] | null {
  if (saturation.kind === "hill")
    return [`real<lower=0> slope_${number};`, `slope_${number} ~ ${logNormal(saturation.slope)};`];
  if (saturation.kind === "power")
    return [
      `real<lower=0, upper=1> exponent_${number};`,
      `exponent_${number} ~ ${beta(saturation.exponent)};`,
    ];
  return null;
}

function effectParameter({ effect }: ModelChannel, number: number): readonly [string, string] {
  switch (effect.kind) {
    case "contribution":
      return [
        `real<lower=0> contribution_${number}; // mean weekly contribution`,
        `contribution_${number} ~ normal(0, ${effect.scale}); // half-normal: it is above 0`,
      ];
    case "coefficient":
      return [
        `real<lower=0> coefficient_${number}; // weekly contribution where the curve is 1`,
        `coefficient_${number} ~ normal(0, ${effect.scale}); // half-normal: it is above 0`,
      ];
    case "return":
      return [
        `real<lower=0> roi_${number}; // KPI value over the window / spend over the window`,
        `roi_${number} ~ ${logNormal(effect.prior)};`,
      ];
  }
}

/** β from what its prior is on: the mean c = β mean_t h_t, the coefficient itself, or the return. */
function coefficientLine({ effect }: ModelChannel, number: number): string {
  if (effect.kind === "coefficient") return `real coefficient = coefficient_${number};`;
  if (effect.kind === "contribution")
    return `real coefficient = contribution_${number} / mean(reached); // c = β mean_t h_t`;
  const mean = effect.weights === null ? "mean(reached)" : "mean(worth .* reached)";
  return `real coefficient = ${effect.perReturn} * roi_${number} / ${mean}; // a return of 1 is a mean weekly contribution of ${effect.perReturn}`;
}

function liftLine({ channels, liftTests }: MediaMixModel, test: number, number: number): string {
  const { firstWeek, lastWeek } = liftTests[test - 1];
  const without = reached(channels[number - 1], number, "without", test);
  return `lift[${test}] = coefficient * sum(segment(reached - ${without}, ${firstWeek + 1}, ${lastWeek - firstWeek + 1}));`;
}

/** The channel's curve over a series of spend: its own, or that of a test without the change. */
function reached({ adstock, saturation }: ModelChannel, number: number, series: string, at: number): string {
  const column = `${series}[, ${at}]`;
  const carried = {
    none: `counted(tail(${column}, weeks))`,
    geometric: `geometric_adstock(${series}_${at}, retention_${number})`,
    infinite: `infinite_adstock(${column}, weeks, retention_${number})`,
  }[adstock.kind];
  const scaled = `${carried} / half_saturation_${number}`;
  return {
    none: carried,
    hill: `hill_curve(${scaled}, slope_${number})`,
    "michaelis-menten": `michaelis_menten_curve(${scaled})`,
    logistic: `logistic_curve(${scaled})`,
    tanh: `tanh_curve(${scaled})`,
    power: `power_curve(${carried}, exponent_${number})`,
  }[saturation.kind];
}

function beta(prior: BetaPrior): string {
  return `beta(${prior.alpha}, ${prior.beta})`;
}

function logNormal({ logMedian, logSd }: LogNormalPrior): string {
  return `lognormal(${logMedian}, ${logSd})`;
}
