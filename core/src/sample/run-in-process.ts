/** Chains walked one after another in this very thread: for tests, and where there are no workers. */

import { startChain } from "./chain.ts";
import type { RunChains, SamplingPlan } from "./protocol.ts";
import { type ChainHandle, sampleUntilEnough } from "./sample-until-enough.ts";
import type { Target } from "./target.ts";

/**
 * A `RunChains` without threads.
 *
 * @param buildTarget - the log density of a model, computed by the kernel of that name; called once per run.
 * @param kernel - name of what computes the log density.
 * @param clock - seconds from any origin.
 * @returns the same draws as any number of worker threads gives for the same seed.
 */
export function runInProcess<Model>(
  buildTarget: (model: Model, kernel: string) => Target,
  kernel: string,
  clock: () => number,
): RunChains<Model> {
  return async (model, plan, isEnough, watch) => {
    const target = buildTarget(model, kernel);
    const makeChains = (targetAcceptance: number): ChainHandle[] =>
      Array.from({ length: plan.chains }, (_, chain) => chainHere(target, plan, chain, targetAcceptance));
    return sampleUntilEnough({ plan, makeChains, isEnough, watch, clock, kernel });
  };
}

function chainHere(target: Target, plan: SamplingPlan, chain: number, targetAcceptance: number): ChainHandle {
  const walking = startChain(target, { ...plan, chain, targetAcceptance });
  return {
    warmUp: async (onTransitions) => walking.warmUp(onTransitions),
    advance: async (draws, onTransitions) => walking.advance(draws, onTransitions),
    close: () => {},
  };
}
