/** Warmup: transitions whose draws are thrown away, while step size and metric find their values. */

import type { Random } from "../numerics/random.ts";
import { firstStepSize } from "./first-step-size.ts";
import type { Metric } from "./metric.ts";
import { adaptMetric } from "./metric-adaptation.ts";
import type { Transition, TransitionInfo } from "./nuts.ts";
import type { PhasePoint } from "./phase-point.ts";
import { adaptStepSize } from "./step-size.ts";
import type { Target } from "./target.ts";
import { scheduleWarmup } from "./warmup-schedule.ts";

/** The parts of a chain that warmup works on. */
export interface WarmingChain {
  readonly target: Target;
  /** Overwritten. */
  readonly metric: Metric;
  /** Moved by every transition. */
  readonly current: PhasePoint;
  readonly transition: Transition;
  /** The stream of the walk. */
  readonly random: Random;
}

/** Before anything is known the metric has unit scale, and a tenth of it is a careful step. */
const FIRST_GUESS = 0.1;

/**
 * Walks the warmup transitions.
 *
 * @param chain - its metric and point are changed.
 * @param warmup - how many transitions.
 * @param targetAcceptance - mean acceptance that the step size aims at.
 * @param onTransitions - told the count after each.
 * @returns the step size to sample with, and the gradients that the warmup took.
 */
export function adaptChain(
  chain: WarmingChain,
  warmup: number,
  targetAcceptance: number,
  onTransitions: (done: number) => void,
): { readonly stepSize: number; readonly gradientEvaluations: number } {
  const adaptation = createAdaptation(chain, warmup, targetAcceptance);
  for (let done = 1; done <= warmup; done++) {
    adaptation.observe(done, chain.transition(chain.current, adaptation.stepSize()));
    onTransitions(done);
  }
  return adaptation.result();
}

interface Adaptation {
  stepSize(): number;
  observe(done: number, info: TransitionInfo): void;
  result(): { readonly stepSize: number; readonly gradientEvaluations: number };
}

function createAdaptation(chain: WarmingChain, warmup: number, targetAcceptance: number): Adaptation {
  const { target, metric, current, random } = chain;
  const { switches, metricUntil } = scheduleWarmup(warmup);
  const stepSizes = adaptStepSize(targetAcceptance);
  const metrics = adaptMetric(target.dimension);
  let metricIsPrior = true;
  let gradientEvaluations = 0;
  let stepSize = FIRST_GUESS;

  function restartStepSize(): void {
    const first = firstStepSize(target, metric, current, stepSize, random);
    gradientEvaluations += first.gradientEvaluations;
    stepSize = first.stepSize;
    stepSizes.restart(stepSize);
  }

  function observeMetric(done: number, info: TransitionInfo): void {
    if (info.moved) metrics.observe(current.position, current.gradient);
    if (switches.includes(done)) metrics.forgetOlder();
    if (!metrics.writeTo(metric) || !metricIsPrior) return;
    // the first metric of its own changes every scale, so the step size is sought anew
    metricIsPrior = false;
    restartStepSize();
  }

  restartStepSize();
  return {
    stepSize: () => stepSize,
    observe(done, info) {
      gradientEvaluations += info.leapfrogs;
      const adaptsMetric = done <= metricUntil;
      stepSize = stepSizes.update(adaptsMetric ? info.acceptance : info.symmetricAcceptance);
      if (adaptsMetric) observeMetric(done, info);
    },
    result: () => ({ stepSize: stepSizes.averaged(), gradientEvaluations }),
  };
}
