/** Writes draws into the typed arrays that travel between threads. */

import type { Random } from "../numerics/random.ts";
import type { ChainDraws } from "./chain-draws.ts";
import type { TransitionInfo } from "./nuts.ts";
import type { PhasePoint } from "./phase-point.ts";
import type { Target } from "./target.ts";

export interface DrawRecorder {
  /** Writes draw number `draw`, counted from 0. */
  record(draw: number, point: PhasePoint, info: TransitionInfo): void;
  readonly draws: ChainDraws;
}

/**
 * A recorder for a block of draws.
 *
 * @param target - names and computes the quantities.
 * @param random - the chain's stream for recording.
 * @param chain - number of the chain.
 * @param draws - length of the block.
 */
export function recordDraws(target: Target, random: Random, chain: number, draws: number): DrawRecorder {
  const { dimension } = target;
  const width = target.quantities.length;
  const block = createDraws(chain, draws, dimension, width);
  return {
    draws: block,
    record(draw, point, info) {
      block.positions.set(point.position, draw * dimension);
      target.record(point.position, random, block.quantities.subarray(draw * width, (draw + 1) * width));
      block.logDensity[draw] = point.logDensity;
      block.energy[draw] = info.energy;
      block.acceptance[draw] = info.acceptance;
      block.divergent[draw] = info.diverged ? 1 : 0;
      block.treeDepth[draw] = info.treeDepth;
      block.leapfrogs[draw] = info.leapfrogs;
    },
  };
}

function createDraws(chain: number, draws: number, dimension: number, width: number): ChainDraws {
  return {
    chain,
    draws,
    positions: new Float64Array(draws * dimension),
    quantities: new Float64Array(draws * width),
    logDensity: new Float64Array(draws),
    energy: new Float64Array(draws),
    acceptance: new Float64Array(draws),
    divergent: new Uint8Array(draws),
    treeDepth: new Uint8Array(draws),
    leapfrogs: new Uint32Array(draws),
  };
}
