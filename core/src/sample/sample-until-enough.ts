/** Walks all chains side by side until the draws are enough, wherever the chains live. */

import type { ChainDraws, WarmupReport } from "./chain-draws.ts";
import {
  type Attempt,
  CHECKPOINT_SCHEMA,
  type Checkpoints,
  checkpointMismatch,
  type DiscardedAttempt,
} from "./checkpoint.ts";
import type { Posterior, RunChains, SamplingOutcome, SamplingPlan, SamplingWatch } from "./protocol.ts";
import { type AttemptOrder, walkAttempt } from "./walk-attempt.ts";

export interface SamplingRun {
  readonly plan: SamplingPlan;
  readonly makeChains: AttemptOrder["makeChains"];
  readonly isEnough: Parameters<RunChains<unknown>>[2];
  readonly watch: SamplingWatch;
  /** Seconds from any origin; it only measures, it never decides. */
  readonly clock: () => number;
  /** Name of what computes the log density. */
  readonly kernel: string;
  readonly checkpoints: Checkpoints | undefined;
}

/**
 * Warms up, draws the minimum, then block by block until `isEnough` or the maximum.
 *
 * Every chain stops at the same draw, decided on draws alone (decisions §9). A divergence ends the first attempt:
 * all chains begin again at the retry acceptance, and what was drawn is counted and thrown away (decisions §7).
 *
 * @param run - plan, chains, stopping rule, watcher, clock, checkpoints.
 * @returns the posterior, the same bits whether or not the run was interrupted and resumed; `cancelled` when the watcher
 *   said so; `refused` when the checkpoint belongs to another run.
 * @throws whatever a chain throws.
 */
export async function sampleUntilEnough(run: SamplingRun): Promise<SamplingOutcome> {
  const { checkpoints } = run;
  if (checkpoints === undefined || checkpoints.resume === null) return walkFirst(run, null);
  const { resume, modelKey } = checkpoints;
  const mismatch = checkpointMismatch(resume, { ...run, modelKey });
  if (mismatch !== null) return refused(mismatch);
  const { attempt, discarded } = resume;
  return discarded === null ? walkFirst(run, attempt) : walkRetry(run, discarded, attempt);
}

async function walkFirst(run: SamplingRun, from: Attempt | null): Promise<SamplingOutcome> {
  const mayRetry = run.plan.targetAcceptance < run.plan.retryAcceptance;
  const first = await walkAttempt(firstOrder(run, mayRetry), from);
  if (first === null) return { kind: "cancelled" };
  if (!mayRetry || divergences(first.chains) === 0) return sampled(run, first, null);
  return walkRetry(run, discard(first), null);
}

async function walkRetry(
  run: SamplingRun,
  discarded: DiscardedAttempt,
  from: Attempt | null,
): Promise<SamplingOutcome> {
  const retry = await walkAttempt(retryOrder(run, discarded), from);
  return retry === null ? { kind: "cancelled" } : sampled(run, retry, discarded);
}

function refused(reason: string): SamplingOutcome {
  return {
    kind: "refused",
    reason: `the checkpoint can not be resumed: ${reason}`,
    remedy: "resume it with the data and settings that it was made with, or remove it to start afresh",
  };
}

function firstOrder(run: SamplingRun, endsAtDivergence: boolean): AttemptOrder {
  const { plan } = run;
  return {
    ...run,
    targetAcceptance: plan.targetAcceptance,
    isOver: (quantities, chains) =>
      (endsAtDivergence && divergences(chains) > 0) || run.isEnough(quantities, chains),
    warmupStage: { phase: "warmup", before: 0, of: plan.chains * plan.warmup },
    samplingStage: { phase: "sampling", before: 0, of: plan.chains * plan.maxDraws },
    onBlock: (attempt) => keep(run, attempt, null),
  };
}

function retryOrder(run: SamplingRun, discarded: DiscardedAttempt): AttemptOrder {
  const { plan } = run;
  const ofWarmup = plan.chains * plan.warmup;
  const of = ofWarmup + plan.chains * plan.maxDraws;
  return {
    ...run,
    targetAcceptance: plan.retryAcceptance,
    isOver: run.isEnough,
    warmupStage: { phase: "retry", before: 0, of },
    samplingStage: { phase: "retry", before: ofWarmup, of },
    onBlock: (attempt) => keep(run, attempt, discarded),
  };
}

function keep(run: SamplingRun, attempt: Attempt, discarded: DiscardedAttempt | null): void {
  const { checkpoints, plan, kernel } = run;
  if (checkpoints === undefined) return;
  const { modelKey } = checkpoints;
  checkpoints.onCheckpoint({ schema: CHECKPOINT_SCHEMA, modelKey, plan, kernel, attempt, discarded });
}

function discard({ warmup, chains, seconds }: Attempt): DiscardedAttempt {
  return { divergences: divergences(chains), gradientEvaluations: gradients(warmup, chains), seconds };
}

function sampled(run: SamplingRun, kept: Attempt, discarded: DiscardedAttempt | null): SamplingOutcome {
  const { warmup, chains, seconds, targetAcceptance } = kept;
  const posterior: Posterior = {
    quantities: warmup[0].quantities,
    chains,
    warmup,
    targetAcceptance,
    maxTreeDepth: run.plan.maxTreeDepth,
    discardedDivergences: discarded?.divergences ?? 0,
    gradientEvaluations: gradients(warmup, chains) + (discarded?.gradientEvaluations ?? 0),
    seconds: {
      warmup: seconds.warmup + (discarded?.seconds.warmup ?? 0),
      sampling: seconds.sampling + (discarded?.seconds.sampling ?? 0),
    },
    kernel: run.kernel,
  };
  return { kind: "sampled", posterior };
}

function divergences(chains: readonly ChainDraws[]): number {
  let count = 0;
  for (const { divergent } of chains) for (const flag of divergent) count += flag;
  return count;
}

function gradients(warmup: readonly WarmupReport[], chains: readonly ChainDraws[]): number {
  let count = 0;
  for (const report of warmup) count += report.gradientEvaluations;
  for (const { leapfrogs } of chains) for (const steps of leapfrogs) count += steps;
  return count;
}
