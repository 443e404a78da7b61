/** The kept draws as plain JSON in the groups of ArviZ InferenceData, for whoever wants to check them elsewhere (C-12). */

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
  /** Series name → [week]. */
  readonly observed_data: Readonly<Record<string, readonly number[]>>;
}

/**
 * The draws of a run, every one or every n-th as its `thinning` says.
 *
 * @param observed - [week] the KPI that the model saw.
 * @returns groups named as in ArviZ's InferenceData schema; every number as it was sampled.
 */
export function drawsJson(posterior: KeptPosterior, observed: Float64Array, run: RunRecord): DrawsJson {
  const { chains, quantities } = posterior;
  const perChain = <Value>(pick: (chain: ChainDraws) => Iterable<Value>): Grid<Value> =>
    chains.map((chain) => Array.from(pick(chain)));
  const series = quantities.map((name, quantity) => [
    name,
    perChain((chain) => column(chain, quantity, quantities.length)),
  ]);
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
    posterior: Object.fromEntries(series),
    sample_stats: {
      lp: perChain((chain) => chain.logDensity),
      energy: perChain((chain) => chain.energy),
      acceptance_rate: perChain((chain) => chain.acceptance),
      diverging: chains.map((chain) => Array.from(chain.divergent, (flag) => flag === 1)),
      tree_depth: perChain((chain) => chain.treeDepth),
      n_steps: perChain((chain) => chain.leapfrogs),
    },
    observed_data: { kpi: Array.from(observed) },
  };
}

function column(chain: ChainDraws, quantity: number, width: number): number[] {
  return Array.from({ length: chain.draws }, (_, draw) => chain.quantities[draw * width + quantity]);
}
