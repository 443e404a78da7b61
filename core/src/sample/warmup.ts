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

/** A warmup that is walked piece by piece. */
export interface Warmup {
  /** The next transitions; walking 25 twice is the same as walking 50. */
  walk(transitions: number): void;
  /** Transitions walked so far. */
  done(): number;
  /** The step size to sample with as far as it is known, and the gradients taken so far. */
  result(): { readonly stepSize: number; readonly gradientEvaluations: number };
}

/**
 * The warmup of a chain.
 *
 * @param chain - its metric and point are changed.
 * @param warmup - transitions in all: the windows of the metric depend on it.
 * @param targetAcceptance - mean acceptance that the step size aims at.
 */
export function adaptChain(chain: WarmingChain, warmup: number, targetAcceptance: number): Warmup {
  const adaptation = createAdaptation(chain, warmup, targetAcceptance);
  let done = 0;
  return {
    walk(transitions) {
      for (let last = done + transitions; done < last; ) {
        done += 1;
        adaptation.observe(done, chain.transition(chain.current, adaptation.stepSize()));
      }
    },
    done: () => done,
    result: adaptation.result,
  };
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
