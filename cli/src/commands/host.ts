/** What the main path needs of this machine: threads, a clock, and somebody to watch. */

import type { DefenseHost, FitTiming, Posterior } from "@mmm/core";
import type { Console } from "../io/console.ts";
import { progressBar } from "../io/progress-bar.ts";
import { runInThreads } from "../run-in-threads.ts";

const STAGES = { fit: "Fit", holdout: "Holdout check", sensitivity: "Prior check" } as const;

/** What a command may add: checkpoints, and a way to cancel. */
export interface Interruptible extends Pick<DefenseHost, "checkpoints"> {
  readonly cancelled: () => boolean;
}

/** The command line as a host of the main path. */
export function hostOf(
  console: Console,
  worker: URL,
  { cancelled, ...checkpoints }: Interruptible = { cancelled: () => false },
): DefenseHost {
  return {
    ...checkpoints,
    today: console.today,
    now: console.now,
    runChains: runInThreads(worker, console.clock),
    watch: (stage) => ({ ...progressBar(console, STAGES[stage]), cancelled }),
  };
}

/** What a walk cost, as `fit --json` prints it. */
export function timingOf({ seconds, gradientEvaluations }: Posterior): FitTiming {
  return { warmupSeconds: seconds.warmup, samplingSeconds: seconds.sampling, gradientEvaluations };
}
