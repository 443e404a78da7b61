/** Adds up what the chains have done, for whoever watches. */

import type { Progress, SamplingWatch } from "./protocol.ts";

/** Tells the watcher that a chain has done so many transitions of this stage. */
export type TellProgress = (chain: number, done: number) => void;

/**
 * A counter over all chains.
 *
 * @param watch - is told the sum after every report.
 * @param phase - the phase that the watcher shows.
 * @param before - transitions of this phase that came before this stage.
 * @param of - the most transitions that the phase may need.
 * @returns e.g. with 2 chains, after chain 0 reports 25 and chain 1 reports 10, `done` is before + 35.
 */
export function tallyProgress(
  watch: SamplingWatch,
  phase: Progress["phase"],
  before: number,
  of: number,
): TellProgress {
  const doneBy = new Map<number, number>();
  return (chain, done) => {
    doneBy.set(chain, done);
    let sum = before;
    for (const transitions of doneBy.values()) sum += transitions;
    watch.onProgress({ phase, done: sum, of });
  };
}
