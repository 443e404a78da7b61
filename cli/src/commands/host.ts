/** What the main path needs of this machine: threads, a clock, and somebody to watch. */

import type { DefenseHost, FitTiming, Posterior } from "@mmm/core";
import type { Console } from "../io/console.ts";
import { progressBar } from "../io/progress-bar.ts";
import { runInThreads } from "../run-in-threads.ts";

const STAGES = { fit: "Fit", holdout: "Holdout check", sensitivity: "Prior check" } as const;

/** The command line as a host of the main path. */
export function hostOf(console: Console, worker: URL): DefenseHost {
  return {
    today: console.today,
    now: console.now,
    runChains: runInThreads(worker, console.clock),
    watch: (stage) => ({ ...progressBar(console, STAGES[stage]), cancelled: () => false }),
  };
}

/** What a walk cost, as `fit --json` prints it. */
export function timingOf({ seconds, gradientEvaluations }: Posterior): FitTiming {
  return { warmupSeconds: seconds.warmup, samplingSeconds: seconds.sampling, gradientEvaluations };
}
