// Compiles the WebAssembly kernel and writes its bytes into a source file: npm run kernel
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const TARGET = resolve(root, "core/src/model/kernel/wasm-bytes.ts");

/** The text of core/src/model/kernel/wasm-bytes.ts: what the compiler makes of core/assembly today. */
export function compileKernel() {
  const folder = mkdtempSync(join(tmpdir(), "marginal-kernel-"));
  try {
    const outFile = join(folder, "kernel.wasm");
    const compiled = spawnSync(
      process.execPath,
      [
        resolve(root, "node_modules/assemblyscript/bin/asc.js"),
        "core/assembly/media-kernel.ts",
        ...["--outFile", outFile, "--runtime", "stub", "--enable", "simd", "--disable", "bulk-memory"],
        ...["--optimizeLevel", "3", "--shrinkLevel", "0", "--converge", "--noAssert", "--importMemory"],
      ],
      { cwd: root, encoding: "utf8" },
    );
    if (compiled.status !== 0) throw new Error(`the kernel does not compile:\n${compiled.stderr}`);
    return sourceOf(readFileSync(outFile));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sourceOf(bytes) {
  const lines = bytes.toString("base64").match(/.{1,100}/g);
  return [
    "/** The compiled kernel, base64 of WebAssembly bytes: made by `npm run kernel` from core/assembly, not by hand. */",
    "",
    "export const WASM_BYTES: string = [",
    ...lines.map((line) => `  "${line}",`),
    '].join("");',
    "",
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(TARGET, compileKernel());
