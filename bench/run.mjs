// Bundles and runs each bench, or those whose names hold a word: npm run bench -- tree. A bench prints ratios taken in one run against a named baseline, never bare times.
import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(here, "../dist/bench");
mkdirSync(out, { recursive: true });
const [, , word = ""] = process.argv;
for (const name of readdirSync(here).filter((file) => file.endsWith(".bench.ts") && file.includes(word))) {
  const outfile = join(out, name.replace(/\.ts$/, ".mjs"));
  await build({
    entryPoints: [join(here, name)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "warning",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  console.log(`\n${name}`);
  await import(pathToFileURL(outfile).href);
}
