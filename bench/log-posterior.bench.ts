/** The kernel's value and gradient against the textbook log likelihood alone, same model, same run. */

import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { exampleHistory } from "../tests/core/model/example-history.ts";
import { oracleLogLikelihood, oracleNatural } from "../tests/oracles/media-mix-oracle.ts";

const ROUNDS = 7;
const EVALUATIONS = 2000;

const model = specifyModel(exampleHistory({ weeks: 156, channels: 10, seed: 1 }), defaultRules(MODEL_ROWS));
const target = buildTarget(model);
const position = Float64Array.from({ length: target.dimension }, (_, axis) => 0.3 * Math.sin(axis));
const gradient = new Float64Array(target.dimension);
const gamma = model.columns.map((column) => column.priorMean);
let sink = 0;

function microseconds(work: () => number): number {
  const started = performance.now();
  for (let evaluation = 0; evaluation < EVALUATIONS; evaluation++) sink += work();
  return (1000 * (performance.now() - started)) / EVALUATIONS;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

const kernel: number[] = [];
const textbook: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  // in turns, so that whatever else the machine does falls on both
  kernel.push(microseconds(() => target.logDensity(position, gradient)));
  textbook.push(microseconds(() => oracleLogLikelihood(model, oracleNatural(model, position), gamma)));
}
const ratio = median(textbook) / median(kernel);
console.log(`156 weeks × 10 channels, median of ${ROUNDS} × ${EVALUATIONS}:`);
console.log(
  `  textbook value ${median(textbook).toFixed(1)} µs, kernel value + gradient ${median(kernel).toFixed(1)} µs`,
);
console.log(`  textbook / kernel = ${ratio.toFixed(2)} (checksum ${Number.isFinite(sink)})`);
