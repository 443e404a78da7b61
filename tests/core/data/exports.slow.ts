/** The property of exports.property.test.ts over thousands of seeds; prints what came of them. */

import { composed } from "../../exports/compose.ts";
import { exportFile } from "../../exports/export-file.ts";
import { judgeExport } from "../../fixtures/judge-export.ts";
import { readUnkept } from "../../fixtures/read-export.ts";

const SEEDS = { first: 1, last: 3000 } as const;

it(`no silently different number for seeds ${SEEDS.first} to ${SEEDS.last}`, async () => {
  const tally: Record<string, number> = {};
  const failures: string[] = [];
  for (let seed = SEEDS.first; seed <= SEEDS.last; seed++) {
    const made = exportFile(composed(seed));
    const { outcome, wrong } = judgeExport(made.manifest, await readUnkept(made));
    tally[outcome] = (tally[outcome] ?? 0) + 1;
    if (wrong.length > 0) failures.push(`seed ${seed}: ${made.manifest.faults.join(", ")}: ${wrong[0]}`);
  }
  process.stdout.write(`compositions: ${SEEDS.last - SEEDS.first + 1}, ${JSON.stringify(tally)}\n`);
  expect(failures).toEqual([]);
});
