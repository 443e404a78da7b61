/** One set of chains, walked side by side from its warmup, or from a checkpoint, until its draws are enough. */

import type { ChainDraws, WarmupReport } from "./chain-draws.ts";
import type { ChainHandle } from "./chain-handle.ts";
import type { ChainState } from "./chain-state.ts";
import type { Attempt } from "./checkpoint.ts";
import { concatenateDraws } from "./concatenate-draws.ts";
import { type ProgressStage, type TellProgress, tallyProgress } from "./progress-tally.ts";
import type { SamplingWatch } from "./protocol.ts";
import type { SamplingPlan } from "./sampling-plan.ts";

/** Transitions between two looks at the watcher: soon enough to stop a run at once, too seldom to cost anything. */
const SLICE = 25;

/** How an attempt aims, when it ends, and whom it tells. */
export interface AttemptOrder {
  readonly plan: SamplingPlan;
  readonly targetAcceptance: number;
  /** Chains numbered from 0, fresh or, given states, where earlier ones stood. */
  readonly makeChains: (
    targetAcceptance: number,
    states: readonly ChainState[] | null,
  ) => readonly ChainHandle[];
  /** Asked after every block, on draws alone (decisions §9). */
  readonly isOver: (quantities: readonly string[], chains: readonly ChainDraws[]) => boolean;
  readonly watch: SamplingWatch;
  /** Seconds from any origin; it only measures, it never decides. */
  readonly clock: () => number;
  /** The warmup and the sampling as the watcher sees them, before anything is done. */
  readonly warmupStage: ProgressStage;
  readonly samplingStage: ProgressStage;
  /** Told after the warmup and after every block. */
  onBlock(attempt: Attempt): void;
}

/**
 * Walks an attempt.
 *
 * @param order - chains, rules, watcher.
 * @param from - the attempt as it was when it stopped, or null to begin.
 * @returns the same attempt whether or not it was stopped in between; null when the watcher cancelled.
 * @throws whatever a chain throws.
 */
export async function walkAttempt(order: AttemptOrder, from: Attempt | null): Promise<Attempt | null> {
  if (from !== null && isOver(order, from)) return from;
  const handles = order.makeChains(order.targetAcceptance, from?.states ?? null);
  let ended = false;
  const walk: Walk = { order, handles, stops: () => ended || order.watch.cancelled() };
  try {
    const warm = from ?? (await warmUp(walk));
    return warm && (await drawBlocks(walk, warm));
  } finally {
    ended = true;
    for (const handle of handles) handle.close();
  }
}

interface Walk {
  readonly order: AttemptOrder;
  readonly handles: readonly ChainHandle[];
  /** True when the watcher cancelled, or when another chain has failed. */
  readonly stops: () => boolean;
}

function isOver({ plan, isOver: isEnough }: AttemptOrder, { warmup, chains }: Attempt): boolean {
  if (chains.length === 0) return false;
  return chains[0].draws >= plan.maxDraws || isEnough(warmup[0].quantities, chains);
}

async function warmUp({ order, handles, stops }: Walk): Promise<Attempt | null> {
  const started = order.clock();
  const tell = tallyProgress(order.watch, order.clock, order.warmupStage);
  const warmed = complete(
    await Promise.all(handles.map((handle) => warmUpOne(handle, order.plan.warmup, stops, tell))),
  );
  if (warmed === null) return null;
  const attempt: Attempt = {
    targetAcceptance: order.targetAcceptance,
    warmup: warmed.map(({ report }) => report),
    states: warmed.map(({ state }) => state),
    chains: [],
    seconds: { warmup: order.clock() - started, sampling: 0 },
  };
  order.onBlock(attempt);
  return attempt;
}

async function warmUpOne(
  handle: ChainHandle,
  transitions: number,
  stops: () => boolean,
  tell: TellProgress,
): Promise<{ readonly report: WarmupReport; readonly state: ChainState } | null> {
  let done = 0;
  let gradients = 0;
  for (;;) {
    if (stops()) return null;
    const warmed = await handle.warmUp(Math.min(SLICE, transitions - done));
    const { report } = warmed;
    tell(report.chain, report.draws - done, report.gradientEvaluations - gradients);
    done = report.draws;
    gradients = report.gradientEvaluations;
    if (done >= transitions) return warmed;
  }
}

async function drawBlocks({ order, handles, stops }: Walk, warm: Attempt): Promise<Attempt | null> {
  const { plan, samplingStage } = order;
  const drawnBefore = warm.chains.reduce((sum, { draws }) => sum + draws, 0);
  const began = order.clock() - warm.seconds.sampling;
  const tell = tallyProgress(order.watch, order.clock, {
    ...samplingStage,
    before: samplingStage.before + drawnBefore,
  });
  for (let attempt = warm; ; ) {
    const drawn = attempt.chains[0]?.draws ?? 0;
    const block = Math.min(drawn === 0 ? plan.minDraws : plan.block, plan.maxDraws - drawn);
    const blocks = complete(
      await Promise.all(handles.map((handle) => drawBlock(handle, block, stops, tell))),
    );
    if (blocks === null) return null;
    attempt = {
      ...attempt,
      states: blocks.map(({ state }) => state),
      chains: blocks.map(({ slices }, chain) =>
        concatenateDraws(drawn === 0 ? slices : [attempt.chains[chain], ...slices]),
      ),
      seconds: { warmup: warm.seconds.warmup, sampling: order.clock() - began },
    };
    order.onBlock(attempt);
    if (isOver(order, attempt)) return attempt;
  }
}

async function drawBlock(
  handle: ChainHandle,
  draws: number,
  stops: () => boolean,
  tell: TellProgress,
): Promise<{ readonly slices: readonly ChainDraws[]; readonly state: ChainState } | null> {
  const slices: ChainDraws[] = [];
  for (let drawn = 0; ; ) {
    if (stops()) return null;
    const next = await handle.advance(Math.min(SLICE, draws - drawn));
    slices.push(next.draws);
    drawn += next.draws.draws;
    const leapfrogs = next.draws.leapfrogs.reduce((sum, steps) => sum + steps, 0);
    tell(next.draws.chain, next.draws.draws, leapfrogs);
    if (drawn >= draws) return { slices, state: next.state };
  }
}

/** All results, or null when one of them is missing. */
function complete<Result>(results: ReadonlyArray<Result | null>): readonly Result[] | null {
  return results.every((result) => result !== null) ? results : null;
}
