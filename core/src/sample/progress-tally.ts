/** Adds up what the chains have done and what is left, for whoever watches. */

import type { Progress, SamplingWatch } from "./protocol.ts";

/** Tells the watcher that a chain has done some more transitions, which took so many leapfrogs. */
export type TellProgress = (chain: number, transitions: number, leapfrogs: number) => void;

/** A part of a phase that is tallied. */
export interface ProgressStage {
  readonly phase: Progress["phase"];
  /** Transitions of this phase that were done before. */
  readonly before: number;
  /** The most transitions that the phase may need. */
  readonly of: number;
}

/**
 * A counter over all chains; the watcher is told at once where the stage begins.
 *
 * Time left is the time that a leapfrog took since the stage began, times the leapfrogs that a transition of each chain
 * took last, times the transitions left: trees grow and shrink while a chain adapts, the cost of a leapfrog does not.
 *
 * @param watch - is told the sum after every report.
 * @param clock - seconds from any origin.
 * @param stage - phase, what is done of it, and its most.
 * @returns e.g. with 2 chains, after chain 0 did 25 and chain 1 did 10, `done` is before + 35; 100 leapfrogs in 2 s, 4 of
 *   them per transition of late, and 300 transitions left make 24 s.
 */
export function tallyProgress(watch: SamplingWatch, clock: () => number, stage: ProgressStage): TellProgress {
  const { phase, before, of } = stage;
  const began = clock();
  const latest = new Map<number, { readonly transitions: number; readonly leapfrogs: number }>();
  let done = before;
  let leapfrogsSoFar = 0;
  watch.onProgress({ phase, done, of, secondsLeft: null });
  return (chain, transitions, leapfrogs) => {
    done += transitions;
    leapfrogsSoFar += leapfrogs;
    latest.set(chain, { transitions, leapfrogs });
    const secondsPerLeapfrog = (clock() - began) / leapfrogsSoFar;
    const secondsLeft = secondsPerLeapfrog * leapfrogsPerTransition([...latest.values()]) * (of - done);
    watch.onProgress({ phase, done, of, secondsLeft: Number.isFinite(secondsLeft) ? secondsLeft : null });
  };
}

function leapfrogsPerTransition(
  steps: readonly { readonly transitions: number; readonly leapfrogs: number }[],
): number {
  const leapfrogs = steps.reduce((sum, step) => sum + step.leapfrogs, 0);
  return leapfrogs / steps.reduce((sum, step) => sum + step.transitions, 0);
}
