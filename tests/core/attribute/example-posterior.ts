/** A posterior made by hand: draws at given positions, recorded by the model itself. */

import { buildTarget } from "@mmm/core/model/build-target.ts";
import { KERNEL } from "@mmm/core/model/kernel/choose-kernel.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import type { ChainDraws } from "@mmm/core/sample/chain-draws.ts";
import type { Posterior } from "@mmm/core/sample/protocol.ts";

/**
 * Two chains of draws near the middle of the prior.
 *
 * @param spread - standard deviation of every coordinate; 1 is the prior itself.
 */
export function examplePosterior(model: MediaMixModel, draws: number, spread: number): Posterior {
  const target = buildTarget(model);
  return {
    quantities: target.quantities,
    chains: [0, 1].map((chain) => exampleChain(model, chain, draws, spread)),
    warmup: [],
    targetAcceptance: 0.85,
    maxTreeDepth: 10,
    discardedDivergences: 0,
    gradientEvaluations: 0,
    seconds: { warmup: 0, sampling: 0 },
    kernel: KERNEL,
  };
}

function exampleChain(model: MediaMixModel, chain: number, draws: number, spread: number): ChainDraws {
  const target = buildTarget(model);
  const random = createRandom(11, chain);
  const positions = Float64Array.from({ length: draws * target.dimension }, () => spread * random.normal());
  const width = target.quantities.length;
  const quantities = new Float64Array(draws * width);
  for (let draw = 0; draw < draws; draw++) {
    const position = positions.subarray(draw * target.dimension, (draw + 1) * target.dimension);
    target.record(position, random, quantities.subarray(draw * width, (draw + 1) * width));
  }
  return {
    chain,
    draws,
    positions,
    quantities,
    logDensity: new Float64Array(draws),
    energy: new Float64Array(draws),
    acceptance: new Float64Array(draws),
    divergent: new Uint8Array(draws),
    treeDepth: new Uint8Array(draws),
    leapfrogs: new Uint32Array(draws),
  };
}
