/** What a leapfrog costs beside its gradient: the tree's share of the CPU time of drawing, both kernels, in turns. */

import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { startChain } from "@mmm/core/sample/chain.ts";
import type { ChainDraws } from "@mmm/core/sample/chain-draws.ts";
import type { Target } from "@mmm/core/sample/target.ts";
import { exampleHistory } from "../tests/core/model/example-history.ts";
import { cpuSeconds, median } from "./measure.ts";

const ROUNDS = 9;
const DRAWS = 100;
const OPTIONS = { seed: 1, chain: 0, warmup: 300, targetAcceptance: 0.85, maxTreeDepth: 10 };

const model = specifyModel(exampleHistory({ weeks: 156, channels: 10, seed: 1 }), defaultRules(MODEL_ROWS));

/** The evaluations of a block of draws without the tree: gradients as many as leapfrogs, at the places that were drawn. */
function evaluate(target: Target, draws: ChainDraws, gradient: Float64Array): void {
  const { dimension } = target;
  for (let draw = 0; draw < draws.draws; draw++) {
    const position = draws.positions.subarray(draw * dimension, (draw + 1) * dimension);
    for (let step = 0; step < draws.leapfrogs[draw]; step++) target.logDensity(position, gradient);
  }
}

function record(target: Target, draws: ChainDraws, out: Float64Array): void {
  const random = createRandom(1, 1);
  const { dimension } = target;
  for (let draw = 0; draw < draws.draws; draw++)
    target.record(draws.positions.subarray(draw * dimension, (draw + 1) * dimension), random, out);
}

console.log(`156 weeks × 10 channels, ${ROUNDS} rounds of ${DRAWS} draws, CPU time:`);
for (const kernel of ["wasm-simd-1", "typescript-1"]) {
  const target = buildTarget(model, kernel);
  const gradient = new Float64Array(target.dimension);
  const out = new Float64Array(target.quantities.length);
  const chain = startChain(target, OPTIONS);
  chain.warmUp(OPTIONS.warmup);
  const shares: number[] = [];
  const leapfrogs: number[] = [];
  const gradients: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let draws = chain.advance(0);
    const drawing = cpuSeconds(() => {
      draws = chain.advance(DRAWS);
    });
    const evaluating = cpuSeconds(() => evaluate(target, draws, gradient));
    const recording = cpuSeconds(() => record(target, draws, out));
    const steps = draws.leapfrogs.reduce((sum, count) => sum + count, 0);
    shares.push((drawing - recording - evaluating) / (drawing - recording));
    leapfrogs.push((1e6 * (drawing - recording)) / steps);
    gradients.push((1e6 * evaluating) / steps);
  }
  console.log(
    `  ${kernel}: leapfrog ${median(leapfrogs).toFixed(1)} µs, of them gradient ${median(gradients).toFixed(1)} µs; tree's share ${(100 * median(shares)).toFixed(1)} % (target: at most 15 %)`,
  );
}
