/** The plain sentence that the command line prints. */

import type { DefenseResults } from "./defense-results.ts";
import { openingWords } from "./findings/opening.ts";
import { reportContext } from "./report-context.ts";

/**
 * What the run found, in one sentence with its interval.
 *
 * @returns the opening of the Defense sheet as it reads when the workbook is written.
 */
export function headline(results: DefenseResults): string {
  return openingWords(reportContext(results));
}
