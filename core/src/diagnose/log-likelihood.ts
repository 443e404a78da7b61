/** How likely every week was in every draw: what LOO and WAIC are made of. */

import { exp } from "../numerics/elementary.ts";
import type { ChainMatrix } from "./chain-matrix.ts";
import { isDiagnosable, pooled, splitChains } from "./chain-matrix.ts";
import { essOfScores } from "./ess.ts";

/** Logarithms of the density of every observed week, given a draw's parameters. */
export interface LogLikelihood {
  readonly weeks: number;
  /** [chain] each [draw][week] row-major, all equally long. */
  readonly chains: readonly Float64Array[];
}

/** [chain][draw] of one week, fresh arrays. */
export function weekChains({ weeks, chains }: LogLikelihood, week: number): ChainMatrix {
  return chains.map((values) => {
    const draws = new Float64Array(values.length / weeks);
    for (let draw = 0; draw < draws.length; draw++) draws[draw] = values[draw * weeks + week];
    return draws;
  });
}

/** [chain][draw] log likelihood of all weeks together: weeks are independent given a draw. */
export function totalLogLikelihood({ weeks, chains }: LogLikelihood): ChainMatrix {
  return chains.map((values) => {
    const totals = new Float64Array(values.length / weeks);
    for (let at = 0; at < values.length; at++) totals[Math.floor(at / weeks)] += values[at];
    return totals;
  });
}

/**
 * What a draw is worth for the likelihood of each week.
 *
 * @returns [week] ESS of the likelihood itself (not its logarithm) / draws; 1 where it is the same in every draw or the
 *   chains are too short to tell.
 * Source: Vehtari et al. (2024): the tail to be smoothed is longer when draws are worth less.
 */
export function relativeEfficiencies(logLikelihood: LogLikelihood): Float64Array {
  return Float64Array.from({ length: logLikelihood.weeks }, (_, week) => {
    const chains = weekChains(logLikelihood, week);
    const all = pooled(chains);
    const largest = all.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    const likelihood = chains.map((draws) => draws.map((value) => exp(value - largest)));
    if (!isDiagnosable(pooled(likelihood).sort())) return 1;
    const efficiency = essOfScores(splitChains(likelihood)) / all.length;
    return Number.isNaN(efficiency) ? 1 : efficiency;
  });
}
