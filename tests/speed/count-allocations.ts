/** A process of its own that counts what a chain allocates: it prints one JSON line per kernel. */

import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { startChain } from "@mmm/core/sample/chain.ts";
import { exampleHistory } from "../core/model/example-history.ts";

export interface Allocations {
  readonly kernel: string;
  readonly leapfrogs: number;
  /** Bytes of typed arrays beyond those of the draws themselves. */
  readonly arrayBytes: number;
  /** Bytes on V8's heap per leapfrog, before any of it is collected. */
  readonly heapBytesPerLeapfrog: number;
  /** Bytes that 20 000 evaluations leave behind after a collection. */
  readonly keptBytes: number;
}

const DRAWS = 200;
const EVALUATIONS = 20_000;

function countAllocations(kernel: string, collect: () => void): Allocations {
  const model = specifyModel(exampleHistory({ weeks: 156, channels: 10, seed: 1 }), defaultRules(MODEL_ROWS));
  const target = buildTarget(model, kernel);
  const options = { seed: 1, chain: 0, warmup: 200, targetAcceptance: 0.85, maxTreeDepth: 10 };
  const chain = startChain(target, options);
  // until the compiler is done with the hot paths
  chain.warmUp(options.warmup);
  chain.advance(DRAWS);
  collect();
  const before = process.memoryUsage();
  const draws = chain.advance(DRAWS);
  const after = process.memoryUsage();
  const leapfrogs = draws.leapfrogs.reduce((sum, steps) => sum + steps, 0);
  const drawBytes = Object.values(draws).reduce(
    (sum, value) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0),
    0,
  );
  return {
    kernel,
    leapfrogs,
    arrayBytes: after.arrayBuffers - before.arrayBuffers - drawBytes,
    heapBytesPerLeapfrog: (after.heapUsed - before.heapUsed) / leapfrogs,
    keptBytes: keptBy(target, collect),
  };
}

function keptBy(target: ReturnType<typeof buildTarget>, collect: () => void): number {
  const position = new Float64Array(target.dimension).fill(0.1);
  const gradient = new Float64Array(target.dimension);
  collect();
  const before = process.memoryUsage();
  for (let evaluation = 0; evaluation < EVALUATIONS; evaluation++) target.logDensity(position, gradient);
  collect();
  const after = process.memoryUsage();
  return after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
}

const { gc } = globalThis;
if (gc === undefined) throw new Error("start this with --expose-gc");
for (const kernel of ["typescript-1", "wasm-simd-1"])
  process.stdout.write(`${JSON.stringify(countAllocations(kernel, () => gc()))}\n`);
