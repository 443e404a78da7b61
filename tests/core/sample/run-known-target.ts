/** Runs a target in this process with a plan for tests. */

import type { Posterior, SamplingPlan } from "@mmm/core/sample/protocol.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import type { Target } from "@mmm/core/sample/target.ts";

export const TEST_PLAN: SamplingPlan = {
  seed: 1,
  chains: 4,
  warmup: 300,
  minDraws: 1000,
  maxDraws: 1000,
  block: 100,
  targetAcceptance: 0.85,
  retryAcceptance: 0.95,
  maxTreeDepth: 10,
};

export async function posteriorOf(target: Target, plan: Partial<SamplingPlan> = {}): Promise<Posterior> {
  const run = runInProcess(
    () => target,
    "test",
    () => 0,
  );
  const watch = { onProgress: () => undefined, cancelled: () => false };
  const outcome = await run(undefined, { ...TEST_PLAN, ...plan }, () => false, watch);
  if (outcome.kind !== "sampled") throw new Error("nobody cancelled");
  return outcome.posterior;
}
