/** Faults composed at random: the original to the cent, or words that name a fault; never a silently different number. */

import fc from "fast-check";
import { FAULTS } from "../../exports/catalogue.ts";
import { composedOf } from "../../exports/compose.ts";
import { exportFile } from "../../exports/export-file.ts";
import { judgeExport } from "../../fixtures/judge-export.ts";
import { readUnkept } from "../../fixtures/read-export.ts";

const COMPOSITIONS = 300;
const MOST_FAULTS = 6;

it(`holds for ${COMPOSITIONS} compositions of at most ${MOST_FAULTS} faults`, async () => {
  const tally = { original: 0, "original after questions": 0, stopped: 0 };
  const names = fc.uniqueArray(fc.constantFrom(...FAULTS.map(({ name }) => name)), {
    maxLength: MOST_FAULTS,
  });
  await fc.assert(
    fc.asyncProperty(fc.nat(1_000_000), names, async (seed, faults) => {
      const made = exportFile(composedOf(seed, faults));
      const { outcome, wrong } = judgeExport(made.manifest, await readUnkept(made));
      tally[outcome] += 1;
      expect(wrong).toEqual([]);
    }),
    { numRuns: COMPOSITIONS, seed: 4 },
  );
  process.stdout.write(`compositions: ${COMPOSITIONS}, ${JSON.stringify(tally)}\n`);
});
