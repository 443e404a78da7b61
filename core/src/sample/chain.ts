/** One chain: warms up, then draws as often as it is asked, as if it had been asked once. */

import { createRandom } from "../numerics/random.ts";
import type { ChainDraws, WarmupReport } from "./chain-draws.ts";
import { recordDraws } from "./draw-recorder.ts";
import { createNuts } from "./nuts.ts";
import { drawStart } from "./start-point.ts";
import type { Target } from "./target.ts";
import { adaptChain } from "./warmup.ts";

export interface ChainOptions {
  readonly seed: number;
  /** 0, 1, 2 …: with the seed it names the chain's streams of randomness. */
  readonly chain: number;
  /** Warmup transitions. */
  readonly warmup: number;
  readonly targetAcceptance: number;
  readonly maxTreeDepth: number;
}

/** A callback with the transitions done since the call began. */
export type OnTransitions = (done: number) => void;

export interface Chain {
  /** Adapts step size and metric; to be called once, before `advance`. */
  warmUp(onTransitions?: OnTransitions): WarmupReport;
  /** The next draws; `advance(50)` twice gives the same draws as `advance(100)`. */
  advance(draws: number, onTransitions?: OnTransitions): ChainDraws;
}

/**
 * A chain at its start point.
 *
 * @param target - log density, gradient, start and recorded quantities.
 * @param options - seed and chain fix every draw: the same pair gives the same bits.
 * @returns a chain that has not warmed up.
 * @throws RangeError when the target has no finite start.
 */
export function startChain(target: Target, options: ChainOptions): Chain {
  // two streams per chain: recording may use random numbers without changing where the walk goes
  const walkRandom = createRandom(options.seed, 2 * options.chain);
  const recordRandom = createRandom(options.seed, 2 * options.chain + 1);
  const metric = { variance: target.start.sd.map((sd) => sd * sd) };
  const start = drawStart(target, walkRandom, options.chain);
  const current = start.point;
  const transition = createNuts(target, metric, walkRandom, options.maxTreeDepth);
  let stepSize = Number.NaN;

  function warmUp(onTransitions: OnTransitions = () => {}): WarmupReport {
    const { warmup, targetAcceptance } = options;
    const parts = { target, metric, current, transition, random: walkRandom };
    const adapted = adaptChain(parts, warmup, targetAcceptance, onTransitions);
    stepSize = adapted.stepSize;
    return {
      chain: options.chain,
      draws: warmup,
      gradientEvaluations: start.gradientEvaluations + adapted.gradientEvaluations,
      stepSize,
      metric: metric.variance.slice(),
      quantities: target.quantities,
    };
  }

  function advance(draws: number, onTransitions: OnTransitions = () => {}): ChainDraws {
    if (Number.isNaN(stepSize)) throw new RangeError(`chain ${options.chain} has not warmed up`);
    const recorder = recordDraws(target, recordRandom, options.chain, draws);
    for (let draw = 0; draw < draws; draw++) {
      recorder.record(draw, current, transition(current, stepSize));
      onTransitions(draw + 1);
    }
    return recorder.draws;
  }

  return { warmUp, advance };
}
