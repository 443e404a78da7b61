/** Writes every kept export with its manifest: npm run exports. */

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { keptFiles } from "./kept-files.ts";

const folder = join(process.cwd(), "tests/fixtures/exports");
rmSync(folder, { recursive: true, force: true });
for (const [name, bytes] of keptFiles()) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
}
