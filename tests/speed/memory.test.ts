import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { SAMPLE_ROWS } from "@mmm/core/govern/rows/sample-rows.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import type { FromChain } from "@mmm/core/sample/protocol.ts";
import { type ChainPort, runOverPorts } from "@mmm/core/sample/run-over-ports.ts";
import { buildSync } from "esbuild";
import { exampleHistory } from "../core/model/example-history.ts";
import type { Allocations } from "./count-allocations.ts";

const MIB = 1024 * 1024;

function bundled(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [resolve(entry)],
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
  });
  return outputFiles[0].text;
}

describe("a leapfrog", () => {
  let counted: Allocations[] = [];

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), "marginal-allocations-"));
    const program = join(folder, "count.mjs");
    writeFileSync(program, bundled("tests/speed/count-allocations.ts"));
    // a young generation so large that nothing is collected while we count
    const flags = ["--expose-gc", "--min-semi-space-size=128", "--max-semi-space-size=256"];
    const text = execFileSync(process.execPath, [...flags, program], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    counted = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Allocations);
    process.stdout.write(text);
  });

  it("allocates no array: the typed arrays of a block are those of its draws and no byte more", () => {
    expect(counted.map(({ kernel }) => kernel)).toEqual(["typescript-1", "wasm-simd-1"]);
    for (const { arrayBytes, leapfrogs } of counted) {
      expect(leapfrogs).toBeGreaterThan(1000);
      expect(arrayBytes).toBe(0);
    }
  });

  // V8 boxes a number (16 bytes) that a function returns without being inlined: per week and channel at most the
  // logarithm and the exponential in TypeScript, and a few hundred scalars of priors and tree in either kernel
  it("leaves nothing on the heap but boxed numbers: at most two per week and channel, and a thousand besides", () => {
    const boxed = 16;
    for (const { kernel, heapBytesPerLeapfrog } of counted) {
      const weekly = kernel === "typescript-1" ? 2 * 156 * 10 : 0;
      expect(heapBytesPerLeapfrog).toBeLessThan(boxed * (weekly + 1000));
    }
  });

  it("keeps nothing: 20 000 evaluations leave less than a single number each (16 bytes)", () => {
    for (const { keptBytes } of counted) expect(keptBytes).toBeLessThan(16 * 20_000);
  });
});

describe("a worker", () => {
  it("holds at most 64 MB while it fits all chains of 156 weeks and 10 channels (sampler.md §10)", async () => {
    const model = specifyModel(
      exampleHistory({ weeks: 156, channels: 10, seed: 1 }),
      defaultRules(MODEL_ROWS),
    );
    const program = new URL(
      `data:text/javascript,${encodeURIComponent(bundled("tests/speed/memory-thread.ts"))}`,
    );
    let most = 0;
    const openThread = (): ChainPort<MediaMixModel> => {
      const thread = new Worker(program);
      thread.setMaxListeners(0);
      return {
        post: (order) => thread.postMessage(order),
        onMessage(listener) {
          thread.on("message", (message: FromChain | { kind: "memory"; bytes: number }) => {
            if (message.kind === "memory") most = Math.max(most, message.bytes);
            else listener(message);
          });
          thread.on("error", ({ message }) => listener({ kind: "failed", chain: -1, message }));
        },
        close: () => void thread.terminate(),
      };
    };
    const outcome = await runOverPorts(openThread, 1, "wasm-simd-1", () => 0)(
      model,
      { ...defaultRules(SAMPLE_ROWS), seed: 1 },
      (_, chains) => chains[0].draws >= 300,
      { onProgress: () => undefined, cancelled: () => false },
    );
    expect(outcome.kind).toBe("sampled");
    process.stdout.write(`worker: at most ${(most / MIB).toFixed(1)} MB\n`);
    expect(most).toBeGreaterThan(MIB);
    expect(most).toBeLessThanOrEqual(64 * MIB);
  });
});
