// Bundles the command line into dist/cli, when a source is newer than the bundle (Node 20 does not run .ts).
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const out = resolve(root, "dist/cli");
const SOURCES = ["core/src", "worker/src", "cli/src"];

/** Builds dist/cli/marginal.js and dist/cli/chain-worker.js unless they are up to date; returns their folder. */
export async function buildCli() {
  const bundle = join(out, "marginal.js");
  const newest = Math.max(...SOURCES.map((folder) => newestChange(resolve(root, folder))));
  if (existsSync(bundle) && statSync(bundle).mtimeMs > newest) return out;
  await build({
    absWorkingDir: root,
    entryPoints: { marginal: "cli/src/main.ts", "chain-worker": "cli/src/chain-worker.ts" },
    outdir: out,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: "linked",
    logLevel: "warning",
    // bundled CommonJS packages ask for Node's own modules by require
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  });
  return out;
}

function newestChange(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
