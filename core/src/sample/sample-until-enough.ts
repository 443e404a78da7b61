/** Walks all chains side by side until the draws are enough, wherever the chains live. */

import type { ChainDraws, WarmupReport } from "./chain-draws.ts";
import { concatenateDraws } from "./concatenate-draws.ts";
import { type TellProgress, tallyProgress } from "./progress-tally.ts";
import type { Posterior, RunChains, SamplingOutcome, SamplingPlan, SamplingWatch } from "./protocol.ts";

/** A chain that may live in another thread. */
export interface ChainHandle {
  /** `onTransitions` is told how many transitions of this call are done, from time to time. */
  warmUp(onTransitions: (done: number) => void): Promise<WarmupReport>;
  advance(draws: number, onTransitions: (done: number) => void): Promise<ChainDraws>;
  /** Ends the chain; may be called at any time. */
  close(): void;
}

export interface SamplingRun {
  readonly plan: SamplingPlan;
  /** Fresh chains, numbered from 0, that aim at this acceptance. */
  readonly makeChains: (targetAcceptance: number) => readonly ChainHandle[];
  readonly isEnough: Parameters<RunChains<unknown>>[2];
  readonly watch: SamplingWatch;
  /** Seconds from any origin; it only measures, it never decides. */
  readonly clock: () => number;
  /** Name of what computes the log density. */
  readonly kernel: string;
}

/**
 * Warms up, draws the minimum, then block by block until `isEnough` or the maximum.
 *
 * Every chain stops at the same draw, decided on draws alone (decisions §9). A divergence ends the first attempt:
 * all chains begin again at the retry acceptance, and what was drawn is counted and thrown away (decisions §7).
 *
 * @param run - plan, chains, stopping rule, watcher, clock.
 * @returns the posterior, or `cancelled` when the watcher said so between two blocks.
 * @throws whatever a chain throws.
 */
export async function sampleUntilEnough(run: SamplingRun): Promise<SamplingOutcome> {
  const { plan } = run;
  const mayRetry = plan.targetAcceptance < plan.retryAcceptance;
  const first = await attempt(run, firstStage(run, mayRetry));
  if (first === null) return { kind: "cancelled" };
  if (!mayRetry || divergences(first.chains) === 0) {
    return { kind: "sampled", posterior: posteriorOf(run, first, null) };
  }
  const retry = await attempt(run, retryStage(run));
  if (retry === null) return { kind: "cancelled" };
  return { kind: "sampled", posterior: posteriorOf(run, retry, first) };
}

/** How an attempt aims, when it gives up, and whom it tells. */
interface Stage {
  readonly targetAcceptance: number;
  readonly endsAtDivergence: boolean;
  readonly tellWarmup: TellProgress;
  readonly tellSampling: TellProgress;
}

/** What an attempt brought and what it cost. */
interface Attempt {
  readonly targetAcceptance: number;
  readonly warmup: readonly WarmupReport[];
  readonly chains: readonly ChainDraws[];
  readonly seconds: { readonly warmup: number; readonly sampling: number };
}

function firstStage(run: SamplingRun, endsAtDivergence: boolean): Stage {
  const { plan, watch } = run;
  return {
    targetAcceptance: plan.targetAcceptance,
    endsAtDivergence,
    tellWarmup: tallyProgress(watch, "warmup", 0, plan.chains * plan.warmup),
    tellSampling: tallyProgress(watch, "sampling", 0, plan.chains * plan.maxDraws),
  };
}

function retryStage(run: SamplingRun): Stage {
  const { plan, watch } = run;
  const ofWarmup = plan.chains * plan.warmup;
  const ofAll = ofWarmup + plan.chains * plan.maxDraws;
  return {
    targetAcceptance: plan.retryAcceptance,
    endsAtDivergence: false,
    tellWarmup: tallyProgress(watch, "retry", 0, ofAll),
    tellSampling: tallyProgress(watch, "retry", ofWarmup, ofAll),
  };
}

/** One set of chains from start to end; null when cancelled. */
async function attempt(run: SamplingRun, stage: Stage): Promise<Attempt | null> {
  const handles = run.makeChains(stage.targetAcceptance);
  try {
    const started = run.clock();
    const warmup = await Promise.all(
      handles.map((handle, chain) => handle.warmUp((done) => stage.tellWarmup(chain, done))),
    );
    const warm = run.clock();
    const chains = await drawBlocks(run, stage, handles, warmup[0].quantities);
    if (chains === null) return null;
    const seconds = { warmup: warm - started, sampling: run.clock() - warm };
    return { targetAcceptance: stage.targetAcceptance, warmup, chains, seconds };
  } finally {
    for (const handle of handles) handle.close();
  }
}

async function drawBlocks(
  run: SamplingRun,
  stage: Stage,
  handles: readonly ChainHandle[],
  quantities: readonly string[],
): Promise<readonly ChainDraws[] | null> {
  const { plan, watch } = run;
  let chains: readonly ChainDraws[] = [];
  let drawn = 0;
  while (drawn < plan.maxDraws) {
    if (watch.cancelled()) return null;
    const block = Math.min(drawn === 0 ? plan.minDraws : plan.block, plan.maxDraws - drawn);
    const before = drawn;
    const blocks = await Promise.all(
      handles.map((handle, chain) =>
        handle.advance(block, (done) => stage.tellSampling(chain, before + done)),
      ),
    );
    chains = drawn === 0 ? blocks : blocks.map((next, chain) => concatenateDraws([chains[chain], next]));
    drawn += block;
    if (stage.endsAtDivergence && divergences(chains) > 0) break;
    if (run.isEnough(quantities, chains)) break;
  }
  return chains;
}

function posteriorOf(run: SamplingRun, kept: Attempt, discarded: Attempt | null): Posterior {
  const attempts = discarded === null ? [kept] : [kept, discarded];
  return {
    quantities: kept.warmup[0].quantities,
    chains: kept.chains,
    warmup: kept.warmup,
    targetAcceptance: kept.targetAcceptance,
    maxTreeDepth: run.plan.maxTreeDepth,
    discardedDivergences: discarded === null ? 0 : divergences(discarded.chains),
    gradientEvaluations: attempts.reduce((sum, { warmup, chains }) => sum + gradients(warmup, chains), 0),
    seconds: {
      warmup: attempts.reduce((sum, { seconds }) => sum + seconds.warmup, 0),
      sampling: attempts.reduce((sum, { seconds }) => sum + seconds.sampling, 0),
    },
    kernel: run.kernel,
  };
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
