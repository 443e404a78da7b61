/** The workbook of a refused run: why, and what would help; no estimate anywhere (decisions §6). */

import { refusedChecks } from "./checks/all-checks.ts";
import { checksVerdict } from "./checks/workbook-check.ts";
import type { RefusedResults } from "./defense-results.ts";
import { type RunContext, refusedContext } from "./report-context.ts";
import { auditSheet } from "./sheets/audit-sheet.ts";
import { checksSheet } from "./sheets/checks-sheet.ts";
import { refusedCover } from "./sheets/cover-sheet.ts";
import { diagnosticsSheet } from "./sheets/diagnostics-sheet.ts";
import type { WorkbookPlan } from "./workbook-plan.ts";

/** Cover, Audit, Diagnostics and Checks, stamped with the reason. */
export function reportRefusal(results: RefusedResults): WorkbookPlan {
  const bare = refusedContext(results);
  const checks = refusedChecks(bare);
  const context: RunContext = { ...bare, checksVerdict: checksVerdict(checks) };
  return {
    title: `Refused: ${context.words.company}`,
    createdAt: results.run.createdAt,
    sheets: [
      refusedCover(context, results.refusal),
      auditSheet(context),
      diagnosticsSheet(context, results.health, false),
      checksSheet(context, checks),
    ],
  };
}
