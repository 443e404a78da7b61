/** The kept draws as plain JSON in the groups of ArviZ InferenceData, for whoever wants to check them elsewhere (C-12). */

import { drawEvidence } from "../attribute/draw-evidence.ts";
import type { RecordedDraws } from "../attribute/draw-table.ts";
import type { MediaMixModel } from "../model/media-mix-model.ts";
import type { ChainDraws } from "../sample/chain-draws.ts";
import type { KeptPosterior } from "../sample/keep-draws.ts";
import type { RunRecord } from "./run-record.ts";

/** [chain][draw] */
type Grid<Value> = readonly Value[][];

export interface DrawsJson {
  readonly attrs: Readonly<Record<string, string | number>>;
  /** Quantity name → [chain][draw], in the units of the report. */
  readonly posterior: Readonly<Record<string, Grid<number>>>;
  readonly sample_stats: {
    readonly lp: Grid<number>;
    readonly energy: Grid<number>;
    readonly acceptance_rate: Grid<number>;
    readonly diverging: Grid<boolean>;
    readonly tree_depth: Grid<number>;
    readonly n_steps: Grid<number>;
  };
  /** Series name → [chain][draw][week], log density of the week's KPI given the draw. */
  readonly log_likelihood: Readonly<Record<string, Grid<number[]>>>;
  /** Series name → [week]. */
  readonly observed_data: Readonly<Record<string, readonly number[]>>;
}

/**
 * The draws of a run, every one or every n-th as its `thinning` says.
 *
 * @param of - posterior and model of a fit.
 * @param observed - [week] the KPI that the model saw.
 * @returns groups named as in ArviZ's InferenceData schema; every number as it was sampled, so that `az.loo` and `az.waic`
 *   can be run on it.
 */
export function drawsJson(
  { model, posterior }: { readonly model: MediaMixModel; readonly posterior: KeptPosterior },
  observed: Float64Array,
  run: RunRecord,
): DrawsJson {
  const { chains } = posterior;
  const everyDraw = chains.reduce((sum, chain) => sum + chain.draws, 0);
  const { weeks, logLikelihood } = drawEvidence(model, posterior, everyDraw);
  const perChain = <Value>(pick: (chain: ChainDraws) => Iterable<Value>): Grid<Value> =>
    chains.map((chain) => Array.from(pick(chain)));
  return {
    attrs: {
      inference_library: "marginal",
      inference_library_version: run.engineVersion,
      kernel: run.kernel,
      run_key: run.runKey,
      seed: run.seed,
      created_at: run.createdAt,
      target_acceptance: posterior.targetAcceptance,
      thinning: posterior.thinning,
    },
    posterior: posteriorGroup(posterior),
    sample_stats: {
      lp: perChain((chain) => chain.logDensity),
      energy: perChain((chain) => chain.energy),
      acceptance_rate: perChain((chain) => chain.acceptance),
      diverging: chains.map((chain) => Array.from(chain.divergent, (flag) => flag === 1)),
      tree_depth: perChain((chain) => chain.treeDepth),
      n_steps: perChain((chain) => chain.leapfrogs),
    },
    log_likelihood: { kpi: logLikelihood.map((rows) => rowsOf(rows, weeks)) },
    observed_data: { kpi: Array.from(observed) },
  };
}

/** Quantity name → [chain][draw]. */
export function posteriorGroup({ quantities, chains }: RecordedDraws): DrawsJson["posterior"] {
  return Object.fromEntries(
    quantities.map((name, quantity) => [
      name,
      chains.map((chain) =>
        Array.from(
          { length: chain.draws },
          (_, draw) => chain.quantities[draw * quantities.length + quantity],
        ),
      ),
    ]),
  );
}

/** [draw][week] of row-major numbers. */
function rowsOf(values: Float64Array, width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, row) =>
    Array.from(values.subarray(row * width, (row + 1) * width)),
  );
}
