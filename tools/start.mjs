// The main job on the bundled sample: a weekly table in, the budget-defense workbook out.
import { spawnSync } from "node:child_process";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const job = ["defend", "examples/data/sample-brand.csv", "--brief", "examples/briefs/sample-brand.yaml"];
const run = spawnSync(
  process.execPath,
  [resolve(root, "cli/bin/marginal.mjs"), ...job, "--out", "out/budget-defense.xlsx"],
  {
    cwd: root,
    stdio: "inherit",
  },
);
process.exitCode = run.status ?? 1;
