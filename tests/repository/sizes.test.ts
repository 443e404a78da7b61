import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { WASM_BYTES } from "@mmm/core/model/kernel/wasm-bytes.ts";
import { buildSync } from "esbuild";

const KIB = 1024;

describe("what a browser has to load for a fit", () => {
  it("is at most 16 KB of WebAssembly (sampler.md §10)", () => {
    const bytes = Buffer.from(WASM_BYTES, "base64").length;
    process.stdout.write(`WebAssembly: ${bytes} bytes\n`);
    expect(bytes).toBeLessThanOrEqual(16 * KIB);
  });

  it("is at most 40 KB of worker, minified and compressed, the WebAssembly inside it (sampler.md §10)", () => {
    const { outputFiles } = buildSync({
      entryPoints: [resolve("worker/src/web-worker.ts")],
      bundle: true,
      minify: true,
      format: "iife",
      platform: "browser",
      target: "es2022",
      write: false,
    });
    const [{ text, contents }] = outputFiles;
    const bytes = gzipSync(contents, { level: 9 }).length;
    process.stdout.write(`worker: ${contents.length} bytes, ${bytes} compressed\n`);
    expect(text).toContain(WASM_BYTES.slice(0, 60));
    expect(bytes).toBeLessThanOrEqual(40 * KIB);
  });
});
