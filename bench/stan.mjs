// npm run bench:stan [iterations]: ours against Stan on the reference class. Needs Rscript with rstan, ../shared, and about
// a quarter of an hour; fewer iterations than Stan's 1000 are for trying it out, not for quoting.
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(here, "../dist/bench");
mkdirSync(out, { recursive: true });
const outfile = join(out, "stan.mjs");
await build({
  entryPoints: [join(here, "stan/compare.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "warning",
});
await import(pathToFileURL(outfile).href);
