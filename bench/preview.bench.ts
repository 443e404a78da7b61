/** The preview against the full fit of the same model, both in this thread by the same kernel. */

import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { quickFit } from "@mmm/core/sample/quick-fit.ts";
import { exampleHistory } from "../tests/core/model/example-history.ts";
import { samplePosterior } from "../tests/recovery/sample-posterior.ts";

const ROUNDS = 3;
const SHAPES = [
  { weeks: 156, channels: 10, seed: 1 },
  { weeks: 260, channels: 20, seed: 1 },
];

async function milliseconds(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

for (const shape of SHAPES) {
  const model = specifyModel(exampleHistory(shape), defaultRules(MODEL_ROWS));
  const times: Record<"full" | "wasm" | "typescript", number[]> = { full: [], wasm: [], typescript: [] };
  for (let round = 0; round < ROUNDS; round++) {
    // in turns, so that whatever else the machine does falls on all
    times.full.push(await milliseconds(() => samplePosterior(model, 1)));
    times.wasm.push(await milliseconds(() => quickFit(buildTarget(model, "wasm-simd-1"), 1)));
    times.typescript.push(await milliseconds(() => quickFit(buildTarget(model, "typescript-1"), 1)));
  }
  const [full, wasm, typescript] = [median(times.full), median(times.wasm), median(times.typescript)];
  console.log(`${shape.weeks} weeks × ${shape.channels} channels, draws alone, median of ${ROUNDS}:`);
  console.log(`  full fit / preview, both wasm-simd-1 = ${(full / wasm).toFixed(1)}`);
  console.log(`  preview typescript-1 / wasm-simd-1 = ${(typescript / wasm).toFixed(2)}`);
  console.log(`  (preview typescript-1 ${typescript.toFixed(0)} ms)`);
}
