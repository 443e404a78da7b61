/** Chains walked side by side in this very thread: for tests, and where there are no workers. */

import { startChain } from "./chain.ts";
import type { ChainHandle } from "./chain-handle.ts";
import type { ChainState } from "./chain-state.ts";
import type { RunChains, SamplingPlan } from "./protocol.ts";
import { sampleUntilEnough } from "./sample-until-enough.ts";
import type { Target } from "./target.ts";

/**
 * A `RunChains` without threads.
 *
 * @param buildTarget - the log density of a model, computed by the kernel of that name; called once per run.
 * @param kernel - name of what computes the log density.
 * @param clock - seconds from any origin.
 * @param breathe - awaited before every 25 transitions: a host that shares this thread with its user lets events in here,
 *   so that a click can cancel; by default nothing is let in.
 * @returns the same draws as any number of worker threads gives for the same seed.
 */
export function runInProcess<Model>(
  buildTarget: (model: Model, kernel: string) => Target,
  kernel: string,
  clock: () => number,
  breathe: () => Promise<void> = async () => {},
): RunChains<Model> {
  return async (model, plan, isEnough, watch, checkpoints) => {
    const target = buildTarget(model, kernel);
    const makeChains = (
      targetAcceptance: number,
      states: readonly ChainState[] | null,
    ): readonly ChainHandle[] =>
      Array.from({ length: plan.chains }, (_, chain) =>
        chainHere(target, { plan, chain, targetAcceptance, from: states?.[chain] ?? null }, breathe),
      );
    return sampleUntilEnough({ plan, makeChains, isEnough, watch, clock, kernel, checkpoints });
  };
}

interface ChainHere {
  readonly plan: SamplingPlan;
  readonly chain: number;
  readonly targetAcceptance: number;
  readonly from: ChainState | null;
}

function chainHere(target: Target, start: ChainHere, breathe: () => Promise<void>): ChainHandle {
  const { plan, chain, targetAcceptance, from } = start;
  const walking = startChain(target, { ...plan, chain, targetAcceptance }, from);
  return {
    async warmUp(transitions) {
      await breathe();
      return { report: walking.warmUp(transitions), state: walking.state() };
    },
    async advance(draws) {
      await breathe();
      return { draws: walking.advance(draws), state: walking.state() };
    },
    close: () => {},
  };
}
