/** What the judges of a fit need of single draws: how likely each week was, how likely the priors, what each channel brought. */

import { statedLogPrior } from "../model/log-prior.ts";
import type { MediaMixModel } from "../model/media-mix-model.ts";
import { coordinatesOf, dimensionOf } from "../model/parameters.ts";
import { log } from "../numerics/elementary.ts";
import type { Posterior } from "../sample/protocol.ts";
import { type DrawTable, readDraws } from "./draw-table.ts";
import { baselineOf, channelEffect } from "./weekly-effect.ts";

/** ½ log 2π */
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** Evenly spaced draws of every chain. */
export interface DrawEvidence {
  /** Fitted weeks. */
  readonly weeks: number;
  /** [chain] each [draw][week]: log density of the week's KPI (per KPI unit) given the draw, coefficients included. */
  readonly logLikelihood: readonly Float64Array[];
  /** [chain][draw] log prior of all channels' parameters, up to a constant. */
  readonly logPrior: readonly Float64Array[];
  /** [channel][chain][draw] KPI units over the fitted weeks. */
  readonly contribution: ReadonlyArray<readonly Float64Array[]>;
}

/**
 * The evidence of a fit's draws.
 *
 * The density of a week is the conditional one, log N(kpi; expected, sigma) at the draw's own coefficients, not the one
 * with the coefficients integrated out: only then are weeks independent given a draw (sampler.md §9).
 *
 * @param model - what was sampled.
 * @param posterior - its draws.
 * @param most - draws kept over all chains, evenly spaced within each: weeks × 1000 numbers are enough for LOO, and few.
 * @throws RangeError when the posterior is not the model's, or `most` is below one draw per chain.
 */
export function drawEvidence(model: MediaMixModel, posterior: Posterior, most: number): DrawEvidence {
  const { chains } = posterior;
  const share = Math.floor(most / chains.length);
  if (!(share >= 1)) throw new RangeError(`most must be at least a draw per chain, not ${most}`);
  const table = readDraws(model, posterior);
  const dimension = dimensionOf(model);
  const coordinates = coordinatesOf(model);
  const kept = chains.map(({ draws }) => evenlySpaced(draws, share));
  const starts = chains.map((_, chain) => chains.slice(0, chain).reduce((sum, { draws }) => sum + draws, 0));
  return {
    weeks: model.fittedWeeks,
    logLikelihood: kept.map((draws, chain) => {
      const rows = new Float64Array(draws.length * model.fittedWeeks);
      draws.forEach((draw, row) => {
        weeklyLogLikelihood(model, table, starts[chain] + draw, rows.subarray(row * model.fittedWeeks));
      });
      return rows;
    }),
    logPrior: kept.map((draws, chain) =>
      draws.map((draw) => {
        const position = chains[chain].positions.subarray(draw * dimension, (draw + 1) * dimension);
        return model.channels.reduce(
          (sum, channel, index) => sum + statedLogPrior(channel, coordinates[index], position),
          0,
        );
      }),
    ),
    contribution: table.channels.map(({ contribution }) =>
      kept.map((draws, chain) => draws.map((draw) => contribution[starts[chain] + draw])),
    ),
  };
}

/** At most `most` of so many draws, from the first on; e.g. 0, 1, 3 for 5 draws and at most 3. */
function evenlySpaced(draws: number, most: number): Float64Array {
  const kept = Math.min(draws, most);
  return Float64Array.from({ length: kept }, (_, place) => Math.floor((place * draws) / kept));
}

/** log N(kpi_t; expected_t, sigma) of every fitted week, into the first entries of `out`. */
function weeklyLogLikelihood(model: MediaMixModel, table: DrawTable, draw: number, out: Float64Array): void {
  const expected = baselineOf(model, table, draw);
  model.channels.forEach((_, channel) => {
    const { effect } = channelEffect(model, table, { channel, draw });
    for (let week = 0; week < model.fittedWeeks; week++) expected[week] += effect[week];
  });
  const sigma = table.sigma[draw];
  const norm = -HALF_LOG_TWO_PI - log(sigma);
  for (let week = 0; week < model.fittedWeeks; week++) {
    const distance = (model.kpi[week] * model.kpiScale - expected[week]) / sigma;
    out[week] = norm - 0.5 * distance * distance;
  }
}
