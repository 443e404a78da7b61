/** One chain: warms up, then draws as often as it is asked, as if it had been asked once. */

import { createRandom } from "../numerics/random.ts";
import type { ChainDraws, WarmupReport } from "./chain-draws.ts";
import type { ChainState } from "./chain-state.ts";
import { recordDraws } from "./draw-recorder.ts";
import { createNuts } from "./nuts.ts";
import { createPhasePoint, type PhasePoint } from "./phase-point.ts";
import { drawStart } from "./start-point.ts";
import type { Target } from "./target.ts";
import { adaptChain, type Warmup } from "./warmup.ts";

export interface ChainOptions {
  readonly seed: number;
  /** 0, 1, 2 …: with the seed it names the chain's streams of randomness. */
  readonly chain: number;
  /** Warmup transitions. */
  readonly warmup: number;
  readonly targetAcceptance: number;
  readonly maxTreeDepth: number;
}

export interface Chain {
  /** The next warmup transitions, which adapt step size and metric; the report covers all of them so far. */
  warmUp(transitions: number): WarmupReport;
  /** The next draws; `advance(50)` twice gives the same draws as `advance(100)`. */
  advance(draws: number): ChainDraws;
  /** Where it stands after its warmup or its last draw. */
  state(): ChainState;
}

/**
 * A chain at its start point, or where an earlier one stood.
 *
 * @param target - log density, gradient, start and recorded quantities.
 * @param options - seed and chain fix every draw: the same pair gives the same bits.
 * @param from - a state that a chain of the same target and options told after its warmup; null to begin.
 * @returns a chain that has not warmed up, or one that draws what the earlier would have drawn next.
 * @throws RangeError when the target has no finite start.
 */
export function startChain(target: Target, options: ChainOptions, from: ChainState | null = null): Chain {
  // two streams per chain: recording may use random numbers without changing where the walk goes
  const walkRandom = createRandom(options.seed, 2 * options.chain, from?.walk);
  const recordRandom = createRandom(options.seed, 2 * options.chain + 1, from?.record);
  const metric = { variance: from?.metric.slice() ?? target.start.sd.map((sd) => sd * sd) };
  const start = from === null ? drawStart(target, walkRandom, options.chain) : standAt(from);
  const current = start.point;
  const transition = createNuts(target, metric, walkRandom, options.maxTreeDepth);
  let stepSize = from?.stepSize ?? Number.NaN;
  let warmup: Warmup | null = null;

  function warmUp(transitions: number): WarmupReport {
    warmup ??= adaptChain(
      { target, metric, current, transition, random: walkRandom },
      options.warmup,
      options.targetAcceptance,
    );
    warmup.walk(transitions);
    const adapted = warmup.result();
    if (warmup.done() >= options.warmup) stepSize = adapted.stepSize;
    return {
      chain: options.chain,
      draws: warmup.done(),
      gradientEvaluations: start.gradientEvaluations + adapted.gradientEvaluations,
      stepSize: adapted.stepSize,
      metric: metric.variance.slice(),
      quantities: target.quantities,
    };
  }

  function advance(draws: number): ChainDraws {
    if (Number.isNaN(stepSize)) throw new RangeError(`chain ${options.chain} has not warmed up`);
    const recorder = recordDraws(target, recordRandom, options.chain, draws);
    for (let draw = 0; draw < draws; draw++) {
      recorder.record(draw, current, transition(current, stepSize));
    }
    return recorder.draws;
  }

  function state(): ChainState {
    return {
      position: current.position.slice(),
      gradient: current.gradient.slice(),
      logDensity: current.logDensity,
      metric: metric.variance.slice(),
      stepSize,
      walk: walkRandom.state(),
      record: recordRandom.state(),
    };
  }

  return { warmUp, advance, state };
}

/** A point where an earlier chain stood; its momentum is drawn anew by every transition. */
function standAt(from: ChainState): { readonly point: PhasePoint; readonly gradientEvaluations: number } {
  const point = createPhasePoint(from.position.length);
  point.position.set(from.position);
  point.gradient.set(from.gradient);
  point.logDensity = from.logDensity;
  return { point, gradientEvaluations: 0 };
}
