/** Writes every kept export with its manifest: npm run exports. */

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keptFiles } from "./kept-files.ts";

const folder = join(process.cwd(), "tests/fixtures/exports");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of keptFiles()) writeFileSync(join(folder, name), bytes);
