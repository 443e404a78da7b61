/** One data set of simulation-based calibration: sample, rank every truth, look whether its interval holds it (sampler.md §11.5). */

import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { SAMPLE_ROWS } from "@mmm/core/govern/rows/sample-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { KERNEL } from "@mmm/core/model/kernel/choose-kernel.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { summarize } from "@mmm/core/numerics/interval.ts";
import type { Posterior } from "@mmm/core/sample/protocol.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import { rankOf } from "../matchers/rank-uniformity.ts";
import { oracleLiftLikelihood } from "../oracles/lift-oracle.ts";
import {
  type Natural,
  type NaturalChannel,
  oracleLogLikelihood,
  oracleReached,
} from "../oracles/media-mix-oracle.ts";
import type { PriorChannel, PriorModel } from "./prior-families.ts";
import type { Simulated } from "./prior-simulator.ts";
import { drawsOf } from "./sample-posterior.ts";

/** Draws kept of each chain: with the truth they make 100 places, ten per decile. */
export const KEPT = 99;

/** Ten transitions apart draws are near independent: a transition is worth some 0.6 of one (sampler.md §4). */
const THINNING = 10;

export interface RankedDataSet {
  readonly seed: number;
  /** Rank of each truth among the kept draws, by quantity; "log likelihood" and "media" besides the parameters. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Quantity → whether the 90 % interval of all draws holds the truth. */
  readonly inside: ReadonlyMap<string, boolean>;
  readonly gradients: number;
  /** Divergent draws that remained after the retry. */
  readonly divergences: number;
}

/**
 * Fits with one chain, ranks.
 *
 * @param simulated - a data set and its truth.
 * @param fitted - the model that made the data, or one with a planted bug.
 * @param seed - of the chain.
 */
export async function rankDataSet(
  { model, truth }: Simulated,
  fitted: MediaMixModel,
  seed: number,
): Promise<RankedDataSet> {
  const posterior = await sampleOneChain(fitted, seed);
  const kept = keptDraws(posterior, model);
  const ranks = new Map<string, number>();
  for (const [name, value] of withLogLikelihood(model, truth)) {
    const draws = kept.map((draw) => draw.get(name) ?? Number.NaN);
    ranks.set(name, rankOf(value, draws));
  }
  const inside = new Map<string, boolean>();
  for (const [name, value] of truth) {
    const { lo, hi } = summarize(drawsOf(posterior, name), 0.9);
    inside.set(name, lo <= value && value <= hi);
  }
  const divergences = posterior.chains[0].divergent.reduce((sum, flag) => sum + flag, 0);
  return { seed, ranks, inside, gradients: posterior.gradientEvaluations, divergences };
}

/** The product's way, retry after a divergence included, but one chain of fixed length. */
async function sampleOneChain(model: MediaMixModel, seed: number): Promise<Posterior> {
  const draws = KEPT * THINNING;
  const outcome = await runInProcess<MediaMixModel>(buildTarget, KERNEL, () => 0)(
    model,
    { ...defaultRules(SAMPLE_ROWS), seed, chains: 1, minDraws: draws, maxDraws: draws },
    () => true,
    { onProgress: () => undefined, cancelled: () => false },
  );
  if (outcome.kind !== "sampled") throw new Error("nobody cancels here");
  return outcome.posterior;
}

/** Every tenth draw, by name. */
function keptDraws(posterior: Posterior, model: PriorModel): ReadonlyMap<string, number>[] {
  const columns = posterior.quantities.map((name) => [name, drawsOf(posterior, name)] as const);
  return Array.from({ length: KEPT }, (_, kept) => {
    const at = (kept + 1) * THINNING - 1;
    return withLogLikelihood(model, new Map(columns.map(([name, draws]) => [name, draws[at]])));
  });
}

/** Adds the log likelihood of all parameters together, which no single parameter's rank would show to be wrong. */
function withLogLikelihood(
  model: PriorModel,
  values: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const value = (name: string): number => {
    const found = values.get(name);
    if (found === undefined) throw new RangeError(`${name} is not recorded`);
    return found;
  };
  const natural: Natural = {
    channels: model.channels.map((channel) => naturalFrom(channel, model.fittedWeeks, values)),
    sigma: value("sigma"),
  };
  const gamma = model.columns.map(({ name }) => value(`column[${name}]`));
  const sum = oracleLogLikelihood(model, natural, gamma) + oracleLiftLikelihood(model, natural);
  return new Map([...values, ["log likelihood", sum]]);
}

/** The parameters of a channel from what is recorded of it: the contribution tells the coefficient. */
function naturalFrom(
  channel: PriorChannel,
  weeks: number,
  values: ReadonlyMap<string, number>,
): NaturalChannel {
  const value = (kind: string): number => values.get(`${kind}[${channel.name}]`) ?? Number.NaN;
  const { effect, saturation } = channel;
  const own = {
    retention: value("retention"),
    halfSaturation: value("halfSaturation"),
    steepness: value(saturation.kind === "power" ? "exponent" : "slope"),
    effect: Number.NaN,
  };
  const reached = oracleReached(channel, own, weeks);
  const coefficient = value("contribution") / reached.reduce((sum, h) => sum + h, 0);
  if (effect.kind === "coefficient") return { ...own, effect: coefficient };
  const weights = effect.kind === "return" ? effect.weights : null;
  const total = reached.reduce((sum, h, week) => sum + h * (weights?.[week] ?? 1), 0);
  const perUnit = effect.kind === "return" ? effect.perReturn : 1;
  return { ...own, effect: (coefficient * total) / (weeks * perUnit) };
}
