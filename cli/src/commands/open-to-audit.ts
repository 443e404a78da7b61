/** Writes a fit's posterior as a Stan program, so that a third party reproduces it. */

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type DefenseOutcome, type Methodology, stanExport } from "@mmm/core";
import type { Console } from "../io/console.ts";

/** Writes model.stan, data.json, reference.json and README.md into a folder, which is made where it is missing. */
export async function openToAudit(
  { fit, results }: Extract<DefenseOutcome, { readonly kind: "defended" }>,
  { rules }: Methodology,
  folder: string,
  console: Console,
): Promise<void> {
  const files = stanExport({
    model: fit.model,
    quantities: fit.health.quantities,
    level: rules.diagnose.intervalLevel,
    run: results.run,
  });
  await mkdir(folder, { recursive: true });
  for (const { name, text } of files) await writeFile(join(folder, name), text);
  console.say(`Stan program, data and instructions: ${folder}`);
}
