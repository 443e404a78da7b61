/** Where a suite leaves its figures, so that docs/validation.md can show them. */

import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { KERNEL } from "@mmm/core/model/kernel/choose-kernel.ts";

/** One line of a suite's table in docs/validation.md. */
export interface Figure {
  /** What was measured, e.g. "rms z of 60 means". */
  readonly what: string;
  /** Numbers are shown to four significant digits; a text as it is. */
  readonly value: string | number;
  /** What the suite holds it to, e.g. "0.7–1.3"; "reported" where nothing is held. */
  readonly limit: string;
  /** Where the limit comes from, e.g. "sampler.md §11.3". */
  readonly source?: string;
}

/**
 * Writes out/validation/SUITE.json; `npm run validation` takes it into the repository and composes the page.
 *
 * One call per suite, when all its figures are known, passed or not. Figures depend on seeds and kernel alone: no time,
 * no machine.
 *
 * @param suite - a name that tools/validation-sections.mjs lists, e.g. "posteriordb".
 */
export function recordFigures(suite: string, rows: readonly Figure[]): void {
  const folder = resolve(process.cwd(), "out", "validation");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    resolve(folder, `${suite}.json`),
    `${JSON.stringify({ suite, kernel: KERNEL, rows }, null, 2)}\n`,
  );
}
