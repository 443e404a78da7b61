/** The messages between whoever wants draws and the thread that walks a chain; the same in Node and browsers. */

import type { ChainDraws, WarmupReport } from "./chain-draws.ts";

/** How to sample: all of it enters the run key except the watcher. */
export interface SamplingPlan {
  readonly seed: number;
  readonly chains: number;
  /** Warmup transitions per chain. */
  readonly warmup: number;
  /** Draws per chain: at least, at most, and how many between two looks at convergence. */
  readonly minDraws: number;
  readonly maxDraws: number;
  readonly block: number;
  /** Target acceptance, and the one of the retry after divergences. */
  readonly targetAcceptance: number;
  readonly retryAcceptance: number;
  readonly maxTreeDepth: number;
}

/** Orders to a chain's thread. `model` is whatever the thread builds its target from. */
export type ToChain<Model> =
  | {
      readonly kind: "start";
      readonly model: Model;
      readonly plan: SamplingPlan;
      readonly chain: number;
      readonly targetAcceptance: number;
      /** Name of what is to compute the log density: the same in all threads of a run. */
      readonly kernel: string;
    }
  | { readonly kind: "advance"; readonly chain: number; readonly draws: number }
  | { readonly kind: "close"; readonly chain: number };

/** A thread's answers; typed arrays in `draws` and `report` are transferred. */
export type FromChain =
  | {
      readonly kind: "progress";
      readonly chain: number;
      readonly phase: "warmup" | "sampling";
      readonly done: number;
      readonly of: number;
    }
  | { readonly kind: "warm"; readonly report: WarmupReport }
  | { readonly kind: "drawn"; readonly draws: ChainDraws }
  | { readonly kind: "failed"; readonly chain: number; readonly message: string };

export interface Progress {
  readonly phase: "warmup" | "sampling" | "retry";
  /** Transitions done over all chains, and the most that may be needed in this phase. */
  readonly done: number;
  readonly of: number;
}

export interface SamplingWatch {
  onProgress(progress: Progress): void;
  /** Read between blocks; true ends the run with `cancelled`. */
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
  | { readonly kind: "cancelled" };

/** The port to whatever walks the chains: worker threads, web workers, or this very thread. */
export type RunChains<Model> = (
  model: Model,
  plan: SamplingPlan,
  isEnough: (quantities: readonly string[], chains: readonly ChainDraws[]) => boolean,
  watch: SamplingWatch,
) => Promise<SamplingOutcome>;
