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

/** So few that the young generation is not full before they are drawn. */
const DRAWS = 100;
/** Until the compiler is done with the hot paths. */
const DRAWS_BEFORE = 300;
const EVALUATIONS = 20_000;

async function countAllocations(kernel: string, collect: () => Promise<void>): Promise<Allocations> {
  const model = specifyModel(exampleHistory({ weeks: 156, channels: 10, seed: 1 }), defaultRules(MODEL_ROWS));
  const target = buildTarget(model, kernel);
  const options = { seed: 1, chain: 0, warmup: 200, targetAcceptance: 0.85, maxTreeDepth: 10 };
  const chain = startChain(target, options);
  chain.warmUp(options.warmup);
  chain.advance(DRAWS_BEFORE);
  await collect();
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
    keptBytes: await keptBy(target, collect),
  };
}

async function keptBy(target: ReturnType<typeof buildTarget>, collect: () => Promise<void>): Promise<number> {
  const position = new Float64Array(target.dimension).fill(0.1);
  const gradient = new Float64Array(target.dimension);
  const evaluate = (): void => {
    for (let evaluation = 0; evaluation < EVALUATIONS; evaluation++) target.logDensity(position, gradient);
  };
  // once before, since the compiler keeps what it learns
  evaluate();
  await collect();
  const before = process.memoryUsage();
  evaluate();
  await collect();
  const after = process.memoryUsage();
  return after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
}

const { gc } = globalThis;
if (gc === undefined) throw new Error("start this with --expose-gc");
/** Arrays are freed by another thread some time after the collection that found them. */
async function collect(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    gc?.();
    await new Promise((done) => setTimeout(done, 100));
  }
}

for (const kernel of ["typescript-1", "wasm-simd-1"])
  process.stdout.write(`${JSON.stringify(await countAllocations(kernel, collect))}\n`);
