/** A thread of the coverage suite: simulates one data set, fits it as the product does, looks for the truth. */

import { summarize } from "@mmm/core/numerics/interval.ts";
import { answerJobs } from "./answer-jobs.ts";
import { simulateAtTruth, simulateFromPrior } from "./prior-simulator.ts";
import { drawsOf, samplePosterior } from "./sample-posterior.ts";

export interface CoverageJob {
  readonly seed: number;
  /** Parameters drawn anew for every data set, or the same in all of them. */
  readonly truth: "from the prior" | "fixed";
}

export interface Covered {
  readonly seed: number;
  readonly converged: boolean;
  readonly gradients: number;
  /** Quantity → whether its 90 % interval holds the truth. */
  readonly inside: ReadonlyMap<string, boolean>;
}

const SHAPE = { weeks: 104, channels: 3, kpiSd: 0.15 };

answerJobs<CoverageJob, Covered>(async ({ seed, truth: kind }) => {
  const simulate = kind === "fixed" ? simulateAtTruth : simulateFromPrior;
  const { model, truth } = simulate(SHAPE, seed);
  const [posterior, converged] = await samplePosterior(model, seed);
  const inside = new Map<string, boolean>();
  for (const [name, value] of truth) {
    const { lo, hi } = summarize(drawsOf(posterior, name), 0.9);
    inside.set(name, lo <= value && value <= hi);
  }
  return { seed, converged, gradients: posterior.gradientEvaluations, inside };
});
