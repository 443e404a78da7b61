/** One data set of simulation-based calibration: simulate from the prior, sample, rank every truth (sampler.md §11.5). */

import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { SAMPLE_ROWS } from "@mmm/core/govern/rows/sample-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { KERNEL } from "@mmm/core/model/kernel/choose-kernel.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import type { Posterior } from "@mmm/core/sample/protocol.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import { rankOf } from "../matchers/rank-uniformity.ts";
import { type Natural, oracleLogLikelihood } from "../oracles/media-mix-oracle.ts";
import { type PriorModel, simulateFromPrior } from "./prior-simulator.ts";
import { drawsOf } from "./sample-posterior.ts";

/** Draws kept of each chain: with the truth they make 100 places, ten per decile. */
export const KEPT = 99;

/** Ten transitions apart draws are near independent: a transition is worth some 0.6 of one (sampler.md §4). */
const THINNING = 10;

const SHAPE = { weeks: 104, channels: 3, kpiSd: 0.15 };

export interface RankedDataSet {
  readonly seed: number;
  /** Rank of each truth among the kept draws, by quantity; "log likelihood" and "media" besides the parameters. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly gradients: number;
  /** Divergent draws that remained after the retry. */
  readonly divergences: number;
}

/**
 * Simulates from the prior, fits with one chain, ranks.
 *
 * @param seed - of the data set and of the chain.
 * @param fitted - what is fitted instead of the model that made the data: itself, or one with a planted bug.
 */
export async function rankDataSet(
  seed: number,
  fitted: (model: PriorModel) => PriorModel,
): Promise<RankedDataSet> {
  const { model, truth } = simulateFromPrior(SHAPE, seed);
  const posterior = await sampleOneChain(fitted(model), seed);
  const kept = keptDraws(posterior, model);
  const ranks = new Map<string, number>();
  for (const [name, value] of withLogLikelihood(model, truth)) {
    ranks.set(
      name,
      rankOf(
        value,
        kept.map((draw) => draw.get(name) ?? Number.NaN),
      ),
    );
  }
  const divergences = posterior.chains[0].divergent.reduce((sum, flag) => sum + flag, 0);
  return { seed, ranks, gradients: posterior.gradientEvaluations, divergences };
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
    channels: model.channels.map(({ name }) => ({
      retention: value(`retention[${name}]`),
      halfSaturation: value(`halfSaturation[${name}]`),
      steepness: value(`slope[${name}]`),
      effect: value(`contribution[${name}]`) / model.fittedWeeks,
    })),
    sigma: value("sigma"),
  };
  const gamma = model.columns.map(({ name }) => value(`column[${name}]`));
  return new Map([...values, ["log likelihood", oracleLogLikelihood(model, natural, gamma)]]);
}
