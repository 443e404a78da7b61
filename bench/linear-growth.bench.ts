/** Cost of a gradient against weeks × channels: it grows in proportion, by either kernel. */

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { type PublishedTruth, referenceHistory } from "../tests/speed/simulate-reference.ts";
import { cpuSeconds, median } from "./measure.ts";

const SIZES = [
  { channels: 5, weeks: 104 },
  { channels: 10, weeks: 156 },
  { channels: 20, weeks: 260 },
  { channels: 30, weeks: 208 },
];
const ROUNDS = 7;
/** Week-channels per measurement: the same work at every size, if the growth is linear. */
const WORK = 1_500_000;
const SHARED = resolve("../shared/data/mmm-reference/mmm_T156_K10_seed2.json");

function grow(truth: PublishedTruth, kernel: string): void {
  const cases = SIZES.map((size) => {
    const target = buildTarget(
      specifyModel(referenceHistory(truth, 1, size), defaultRules(MODEL_ROWS)),
      kernel,
    );
    const position = Float64Array.from({ length: target.dimension }, (_, axis) => 0.3 * Math.sin(axis));
    const cells = size.channels * size.weeks;
    return {
      ...size,
      cells,
      target,
      position,
      gradient: new Float64Array(target.dimension),
      times: [] as number[],
    };
  });
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { cells, target, position, gradient, times } of cases) {
      const evaluations = Math.round(WORK / cells);
      const seconds = cpuSeconds(() => {
        for (let evaluation = 0; evaluation < evaluations; evaluation++)
          target.logDensity(position, gradient);
      });
      // the first round is the compiler's
      if (round > 0) times.push((1e9 * seconds) / (evaluations * cells));
    }
  }
  const base = median(cases[1].times);
  for (const { channels, weeks, cells, times } of cases) {
    const own = median(times);
    console.log(
      `  ${kernel} ${channels} × ${weeks}: ${((own * cells) / 1000).toFixed(1)} µs, ${own.toFixed(1)} ns per week and channel, ${(own / base).toFixed(2)} of 10 × 156`,
    );
  }
}

if (existsSync(SHARED)) {
  const { truth } = JSON.parse(readFileSync(SHARED, "utf8")) as { truth: PublishedTruth };
  console.log(`value + gradient, CPU time, median of ${ROUNDS} rounds in turns:`);
  for (const kernel of ["wasm-simd-1", "typescript-1"]) grow(truth, kernel);
} else console.log("SKIPPED: ../shared is absent");
