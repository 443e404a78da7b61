// Compiles core/assembly and writes the bytes into core/src/model/kernel/wasm-bytes.ts: npm run kernel
// With --print the file's text goes to standard output instead, for the test that it is up to date.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const SOURCE = "core/assembly/media-kernel.ts";
const TARGET = resolve(root, "core/src/model/kernel/wasm-bytes.ts");
const MODULE = "media-kernel.wasm";

// plain SIMD only: relaxed SIMD may round differently from one processor to the next
const OPTIONS = ["--enable", "simd", "--runtime", "stub", "--importMemory", "--noAssert"];
const OPTIMIZATION = ["--optimizeLevel", "3", "--shrinkLevel", "0", "--converge"];

async function compile() {
  const written = new Map();
  const { error, stderr } = await asc.main(
    [SOURCE, "--baseDir", root, "--outFile", MODULE, ...OPTIONS, ...OPTIMIZATION],
    { writeFile: (name, contents) => void written.set(name, contents) },
  );
  const bytes = written.get(MODULE);
  if (error || bytes === undefined) throw new Error(`${SOURCE} does not compile\n${error}\n${stderr}`);
  return bytes;
}

function sourceOf(bytes) {
  const lines = Buffer.from(bytes)
    .toString("base64")
    .match(/.{1,100}/g);
  return [
    "/** The compiled kernel as base64: made from core/assembly by `npm run kernel`, never by hand. */",
    "",
    `/** ${bytes.length} bytes of WebAssembly. */`,
    "export const WASM_BYTES: string = [",
    ...lines.map((line) => `  "${line}",`),
    '].join("");',
    "",
  ].join("\n");
}

const text = sourceOf(await compile());
if (process.argv.includes("--print")) process.stdout.write(text);
else if (readFileSync(TARGET, "utf8") !== text) writeFileSync(TARGET, text);
