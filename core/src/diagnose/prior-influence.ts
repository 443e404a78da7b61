/** How far each channel's figure moved from its prior, and whether it still hangs on it (C-10). */

import { mean } from "../numerics/moments.ts";
import { khatLimit } from "../numerics/pareto-smoothing.ts";
import { type PowerSensitivity, powerSensitivity } from "./power-scaling.ts";
import type { DiagnoseRules } from "./rules.ts";

/** What is handed over of one channel. */
export interface ChannelEvidence {
  readonly name: string;
  /** [draw] the contribution's coordinate, N(0, 1) before any data. */
  readonly coordinate: Float64Array;
  readonly learned: "data" | "mixed" | "prior";
  /** 1 − posterior variance of the coordinate, in [0, 1]. */
  readonly learnedShare: number;
  /** [kept draw] contribution. */
  readonly contribution: Float64Array;
}

/** All channels, with the two components of the posterior at the kept draws. */
export interface PriorEvidence {
  readonly channels: readonly ChannelEvidence[];
  /** [kept draw] log prior of all channels' parameters. */
  readonly logPrior: Float64Array;
  /** [kept draw] log likelihood of all fitted weeks. */
  readonly logLikelihood: Float64Array;
}

/**
 * robust: the prior hardly matters. prior-dominated: the prior shapes the figure. conflict: prior and data pull it in
 * opposite directions. unknown: the reweighting can not be trusted.
 */
export type PriorVerdict = "robust" | "prior-dominated" | "conflict" | "unknown";

export interface PriorInfluence {
  readonly channel: string;
  /** Posterior mean of the coordinate: prior standard deviations that the data moved the contribution by, up above 0. */
  readonly shift: number;
  /** Share of the prior's uncertainty that the data took away. */
  readonly learnedShare: number;
  readonly learned: ChannelEvidence["learned"];
  /** Distance moved per doubling of the priors' and of the data's weight. */
  readonly priorSensitivity: number;
  readonly dataSensitivity: number;
  /** Of the worst of the four reweightings; null where there was no tail to judge. */
  readonly khat: number | null;
  readonly verdict: PriorVerdict;
}

/**
 * The influence of the priors on every channel's contribution.
 *
 * @param evidence - draws of the fit.
 * @param rules - the sensitivity that counts, and the limit of k-hat.
 * @returns a row per channel, in their order. The priors of all channels are scaled together; those of baseline and noise,
 *   and lift tests, are left as they are: the question is what was assumed of media.
 * Source: Kallioinen et al. (2024), table 1; that prior and data must pull apart for a conflict is ours: where both only
 *   narrow a figure they agree.
 */
export function priorInfluence(
  { channels, logPrior, logLikelihood }: PriorEvidence,
  rules: Pick<DiagnoseRules, "powerSensitivity" | "khatMax">,
): PriorInfluence[] {
  const limit = khatLimit(logPrior.length, rules.khatMax);
  return channels.map(({ name, coordinate, learned, learnedShare, contribution }) => {
    const prior = powerSensitivity(contribution, logPrior);
    const data = powerSensitivity(contribution, logLikelihood);
    const khat = Math.max(prior.khat, data.khat);
    return {
      channel: name,
      shift: mean(coordinate),
      learnedShare,
      learned,
      priorSensitivity: prior.sensitivity,
      dataSensitivity: data.sensitivity,
      khat: Number.isFinite(khat) ? khat : null,
      verdict: khat < limit ? verdictOf(prior, data, rules.powerSensitivity) : "unknown",
    };
  });
}

function verdictOf(prior: PowerSensitivity, data: PowerSensitivity, limit: number): PriorVerdict {
  if (prior.sensitivity < limit) return "robust";
  const pullApart = prior.direction * data.direction < 0;
  return pullApart && data.sensitivity >= limit ? "conflict" : "prior-dominated";
}
