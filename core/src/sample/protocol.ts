/** The messages between whoever wants draws and the thread that walks a chain; the same in Node and browsers. */

import type { ChainDraws, WarmupReport } from "./chain-draws.ts";
import type { ChainState } from "./chain-state.ts";
import type { Checkpoints } from "./checkpoint.ts";
import type { SamplingPlan } from "./sampling-plan.ts";

export type { SamplingPlan } from "./sampling-plan.ts";

/**
 * Orders to a chain's thread. `model` is whatever the thread builds its target from.
 *
 * `start` is answered only when it fails; every other order but `close` has one answer. Orders are short, so whoever
 * gives them can stop at any time by giving no more.
 */
export type ToChain<Model> =
  | {
      readonly kind: "start";
      readonly model: Model;
      readonly plan: SamplingPlan;
      readonly chain: number;
      readonly targetAcceptance: number;
      /** Name of what is to compute the log density: the same in all threads of a run. */
      readonly kernel: string;
      /** Where a chain that has warmed up goes on; null for a fresh one. */
      readonly from: ChainState | null;
    }
  | { readonly kind: "warmUp"; readonly chain: number; readonly transitions: number }
  | { readonly kind: "advance"; readonly chain: number; readonly draws: number }
  | { readonly kind: "close"; readonly chain: number };

/** A thread's answers; the typed arrays of `draws` are transferred. */
export type FromChain =
  | { readonly kind: "warmed"; readonly report: WarmupReport; readonly state: ChainState }
  | { readonly kind: "drawn"; readonly draws: ChainDraws; readonly state: ChainState }
  | { readonly kind: "failed"; readonly chain: number; readonly message: string };

export interface Progress {
  readonly phase: "warmup" | "sampling" | "retry";
  /** Transitions done over all chains, and the most that may be needed in this phase. */
  readonly done: number;
  readonly of: number;
  /** Until `of` at the present pace: sampling usually ends sooner. Null while unknown; it decides nothing. */
  readonly secondsLeft: number | null;
}

export interface SamplingWatch {
  onProgress(progress: Progress): void;
  /** Read before every 25 transitions of a chain; true ends the run with `cancelled`. */
  readonly cancelled: () => boolean;
}

/** All chains, equally long, and what they cost. */
export interface Posterior {
  readonly quantities: readonly string[];
  readonly chains: readonly ChainDraws[];
  readonly warmup: readonly WarmupReport[];
  readonly targetAcceptance: number;
  /** A draw whose tree reached this depth was cut short. */
  readonly maxTreeDepth: number;
  /** Divergent draws of an attempt that was thrown away for the retry. */
  readonly discardedDivergences: number;
  readonly gradientEvaluations: number;
  readonly seconds: { readonly warmup: number; readonly sampling: number };
  readonly kernel: string;
}

export type SamplingOutcome =
  | { readonly kind: "sampled"; readonly posterior: Posterior }
  | { readonly kind: "cancelled" }
  /** The checkpoint to resume from belongs to another run. */
  | { readonly kind: "refused"; readonly reason: string; readonly remedy: string };

/** The port to whatever walks the chains: worker threads, web workers, or this very thread. */
export type RunChains<Model> = (
  model: Model,
  plan: SamplingPlan,
  isEnough: (quantities: readonly string[], chains: readonly ChainDraws[]) => boolean,
  watch: SamplingWatch,
  checkpoints?: Checkpoints,
) => Promise<SamplingOutcome>;
