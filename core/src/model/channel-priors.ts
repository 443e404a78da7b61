/** One channel's family and priors: what the brief chose, else the methodology's defaults (decisions §3). */

import type { ChannelHistory } from "../data/media-history.ts";
import { log } from "../numerics/elementary.ts";
import { type LogNormal, logNormalFromRange } from "../numerics/log-normal.ts";
import type { Adstock, BetaPrior, EffectPrior, LogNormalPrior, Saturation } from "./media-mix-model.ts";
import type { ModelRules } from "./rules.ts";

/** √(π/2): a half-Normal of scale s has mean s / √(π/2). */
const HALF_NORMAL_SCALE_OF_MEAN = 1.2533141373155001;

/** How a channel's spend carries over. */
export function adstockOf({ adstock }: ChannelHistory, rules: ModelRules): Adstock {
  const retention: BetaPrior = { alpha: rules.retentionAlpha, beta: rules.retentionBeta };
  if (adstock?.kind === "none") return { kind: "none" };
  if (adstock?.kind === "infinite") return { kind: "infinite", retention };
  return { kind: "geometric", maxLag: adstock?.maxLag ?? rules.maxLag, retention };
}

/** How a channel's response flattens. */
export function saturationOf({ saturation }: ChannelHistory, rules: ModelRules): Saturation {
  const kind = saturation ?? "hill";
  const halfSaturation: LogNormalPrior = {
    logMedian: log(rules.halfSaturationMedian),
    logSd: rules.halfSaturationLogSd,
  };
  const slope: LogNormalPrior = { logMedian: log(rules.slopeMedian), logSd: rules.slopeLogSd };
  if (kind === "hill") return { kind, halfSaturation, slope };
  if (kind === "none") return { kind };
  if (kind === "power") return { kind, exponent: { alpha: rules.exponentAlpha, beta: rules.exponentBeta } };
  return { kind, halfSaturation };
}

/** What the size of an effect depends on beside the rules. */
export interface EffectScales {
  /** Of all channels' spend over the fitted weeks, a fraction. */
  readonly spendShare: number;
  /** Channels in the model. */
  readonly channels: number;
  /** Mean weekly contribution, in units of kpiScale, that a return of 1 stands for. */
  readonly perReturn: number;
  /** [fitted week] value of a KPI unit relative to its mean, or null. */
  readonly weights: Float64Array | null;
  /** The return that the channel's lift tests found, or null. */
  readonly testedReturn: LogNormalPrior | null;
}

/**
 * The prior of a channel's effect.
 *
 * @returns by default the half-Normal of its mean contribution, whose mean is a share of `mediaShare`, half by spend and
 *   half by head; a coefficient has the same scale; a return stated as a range is the log-normal with that range.
 */
export function effectPriorOf(
  { prior }: ChannelHistory,
  scales: EffectScales,
  rules: ModelRules,
): EffectPrior {
  const weight = rules.spendShareWeight;
  const share = weight * scales.spendShare + (1 - weight) / scales.channels;
  const scale = rules.mediaShare * HALF_NORMAL_SCALE_OF_MEAN * share;
  const { perReturn, weights, testedReturn } = scales;
  switch (prior?.kind) {
    case "return":
      return {
        kind: "return",
        prior: asPrior(logNormalFromRange(prior.low, prior.high, prior.level)),
        perReturn,
        weights,
      };
    case "lift-tests":
      return testedReturn === null
        ? { kind: "contribution", scale }
        : { kind: "return", prior: testedReturn, perReturn, weights };
    case "coefficient":
      return { kind: "coefficient", scale };
    default:
      return { kind: "contribution", scale };
  }
}

/** A log-normal's median is the exponential of its logarithm's mean. */
export function asPrior({ logMean, logSd }: LogNormal): LogNormalPrior {
  return { logMedian: logMean, logSd };
}
