// npm run exports: writes the dirty exports of tests/fixtures/exports anew, always the same bytes.
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const outfile = join(root, "dist/exports/write-exports.mjs");
await build({
  entryPoints: [join(root, "tests/exports/write-exports.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "warning",
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
});
await import(pathToFileURL(outfile).href);
