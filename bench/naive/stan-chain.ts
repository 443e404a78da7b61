/** One chain as Stan adapts it: our NUTS under Stan's windows, from its own draws' variances. */

import { createRandom } from "@mmm/core/numerics/random.ts";
import type { ChainDraws } from "@mmm/core/sample/chain-draws.ts";
import { recordDraws } from "@mmm/core/sample/draw-recorder.ts";
import { firstStepSize } from "@mmm/core/sample/first-step-size.ts";
import { createNuts } from "@mmm/core/sample/nuts.ts";
import { drawStart } from "@mmm/core/sample/start-point.ts";
import { adaptStepSize } from "@mmm/core/sample/step-size.ts";
import type { Target } from "@mmm/core/sample/target.ts";

/** Stan's default acceptance, and the ends of its slow windows for 1000 warmup transitions (75, then 25 doubling, then 50). */
const ACCEPTANCE = 0.8;
export const STAN_WARMUP = 1000;
const SLOW_FROM = 75;
const WINDOW_ENDS = [100, 150, 250, 450, 950];

/** Shrinkage of the variance: n / (n + 5) · var + 0.001 · 5 / (n + 5) (stan-dev/stan, var_adaptation.hpp). */
const PRIOR_DRAWS = 5;
const PRIOR_VARIANCE = 0.001;

export interface StanChain {
  readonly draws: ChainDraws;
  readonly gradients: number;
}

/** Warms up by Stan's schedule, then draws. */
export function stanChain(target: Target, seed: number, draws: number): StanChain {
  const random = createRandom(seed, 0);
  const metric = { variance: new Float64Array(target.dimension).fill(1) };
  const { point } = drawStart(target, random, 0);
  const transition = createNuts(target, metric, random, 10);
  const steps = adaptStepSize(ACCEPTANCE);
  let window: Float64Array[] = [];
  let gradients = 0;
  let stepSize = 1;
  const restart = (): void => {
    const first = firstStepSize(target, metric, point, stepSize, random);
    gradients += first.gradientEvaluations;
    stepSize = first.stepSize;
    steps.restart(stepSize);
  };
  restart();
  for (let done = 1; done <= STAN_WARMUP; done++) {
    const info = transition(point, stepSize);
    gradients += info.leapfrogs;
    stepSize = steps.update(info.acceptance);
    if (done > SLOW_FROM) window.push(point.position.slice());
    if (!WINDOW_ENDS.includes(done)) continue;
    learn(window, metric.variance);
    window = [];
    restart();
  }
  const recorder = recordDraws(target, createRandom(seed, 1), 0, draws);
  for (let draw = 0; draw < draws; draw++) {
    const info = transition(point, steps.averaged());
    gradients += info.leapfrogs;
    recorder.record(draw, point, info);
  }
  return { draws: recorder.draws, gradients };
}

function learn(window: readonly Float64Array[], variance: Float64Array): void {
  const count = window.length;
  for (let dimension = 0; dimension < variance.length; dimension++) {
    const mean = window.reduce((sum, position) => sum + position[dimension], 0) / count;
    const square = window.reduce((sum, position) => sum + (position[dimension] - mean) ** 2, 0) / (count - 1);
    variance[dimension] = (count * square + PRIOR_DRAWS * PRIOR_VARIANCE) / (count + PRIOR_DRAWS);
  }
}
