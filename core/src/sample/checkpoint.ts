/** A run between two blocks as plain data, from which it goes on as if it had never stopped. */

import type { ChainDraws, WarmupReport } from "./chain-draws.ts";
import type { ChainState } from "./chain-state.ts";
import type { SamplingPlan } from "./sampling-plan.ts";

/** Counts up when the record or the meaning of a field changes. */
export const CHECKPOINT_SCHEMA = 1;

/** What a walk took, by the clock of its run. */
export interface Seconds {
  readonly warmup: number;
  readonly sampling: number;
}

/** One set of chains after its warmup. */
export interface Attempt {
  readonly targetAcceptance: number;
  /** [chain] */
  readonly warmup: readonly WarmupReport[];
  /** [chain] */
  readonly states: readonly ChainState[];
  /** [chain] equally long; empty before the first block. */
  readonly chains: readonly ChainDraws[];
  readonly seconds: Seconds;
}

/** What is left of an attempt that was thrown away for its divergences. */
export interface DiscardedAttempt {
  readonly divergences: number;
  readonly gradientEvaluations: number;
  readonly seconds: Seconds;
}

/** What a run's draws depend on. */
export interface RunIdentity {
  /** Fingerprint of model and engine, given by whoever knows the model. */
  readonly modelKey: string;
  readonly plan: SamplingPlan;
  /** Name of what computes the log density. */
  readonly kernel: string;
}

/** Numbers, texts, records and typed arrays only: it can be cloned, stored and sent. */
export interface Checkpoint extends RunIdentity {
  readonly schema: number;
  readonly attempt: Attempt;
  /** Null in the first attempt; with it this is the retry. */
  readonly discarded: DiscardedAttempt | null;
}

/** Where a run goes on from and what it does with its checkpoints. */
export interface Checkpoints {
  readonly modelKey: string;
  readonly resume: Checkpoint | null;
  /** Told after the warmup and after every block; the record is never changed afterwards. */
  onCheckpoint(checkpoint: Checkpoint): void;
}

/**
 * Why a run can not go on from a checkpoint.
 *
 * @param checkpoint - perhaps of another run, model or engine.
 * @param run - what is to be sampled.
 * @returns a reason in words, e.g. "it was sampled by kernel typescript-1, this run uses wasm-simd-1"; null when it can.
 */
export function checkpointMismatch(checkpoint: Checkpoint, run: RunIdentity): string | null {
  if (checkpoint.schema !== CHECKPOINT_SCHEMA)
    return `its form is number ${checkpoint.schema}, this engine reads number ${CHECKPOINT_SCHEMA}`;
  if (checkpoint.modelKey !== run.modelKey)
    return "it belongs to other data, another method or another engine";
  if (checkpoint.kernel !== run.kernel)
    return `it was sampled by kernel ${checkpoint.kernel}, this run uses ${run.kernel}`;
  for (const [name, value] of Object.entries(run.plan)) {
    const theirs = checkpoint.plan[name as keyof SamplingPlan];
    if (theirs !== value) return `its ${name} is ${theirs}, this run's is ${value}`;
  }
  return null;
}
