/** Value and gradient by both kernels, and the textbook log likelihood alone: same model, same run, in turns. */

import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { exampleHistory } from "../tests/core/model/example-history.ts";
import { oracleLogLikelihood, oracleNatural } from "../tests/oracles/media-mix-oracle.ts";

const ROUNDS = 7;
const EVALUATIONS = 2000;
/** The textbook is two orders slower: as many of it would leave the kernels cold between their turns. */
const TEXTBOOK_EVALUATIONS = 100;

const model = specifyModel(exampleHistory({ weeks: 156, channels: 10, seed: 1 }), defaultRules(MODEL_ROWS));
const wasm = buildTarget(model, "wasm-simd-1");
const typescript = buildTarget(model, "typescript-1");
const position = Float64Array.from({ length: wasm.dimension }, (_, axis) => 0.3 * Math.sin(axis));
const gradient = new Float64Array(wasm.dimension);
const gamma = model.columns.map((column) => column.priorMean);
let sink = 0;

function microseconds(evaluations: number, work: () => number): number {
  const started = performance.now();
  for (let evaluation = 0; evaluation < evaluations; evaluation++) sink += work();
  return (1000 * (performance.now() - started)) / evaluations;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

const times: Record<"wasm" | "typescript" | "textbook", number[]> = {
  wasm: [],
  typescript: [],
  textbook: [],
};
for (let round = 0; round < ROUNDS; round++) {
  // in turns, so that whatever else the machine does falls on all
  times.wasm.push(microseconds(EVALUATIONS, () => wasm.logDensity(position, gradient)));
  times.typescript.push(microseconds(EVALUATIONS, () => typescript.logDensity(position, gradient)));
  times.textbook.push(
    microseconds(TEXTBOOK_EVALUATIONS, () =>
      oracleLogLikelihood(model, oracleNatural(model, position), gamma),
    ),
  );
}
const ratios = times.typescript.map((slow, round) => slow / times.wasm[round]);
const [fast, plain, textbook] = [median(times.wasm), median(times.typescript), median(times.textbook)];
console.log(`156 weeks × 10 channels, value + gradient, median of ${ROUNDS} × ${EVALUATIONS}:`);
console.log(`  wasm-simd-1 ${fast.toFixed(1)} µs, typescript-1 ${plain.toFixed(1)} µs`);
console.log(`  typescript-1 / wasm-simd-1 = ${median(ratios).toFixed(2)}`);
console.log(
  `  textbook value alone / typescript-1 = ${(textbook / plain).toFixed(1)} (checksum ${Number.isFinite(sink)})`,
);
