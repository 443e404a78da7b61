/** The workbook of a run that may be shown, sheet by sheet. */

import { allChecks } from "./checks/all-checks.ts";
import { checksVerdict, type WorkbookCheck } from "./checks/workbook-check.ts";
import type { DefenseResults } from "./defense-results.ts";
import { type ReportContext, reportContext } from "./report-context.ts";
import { auditSheet } from "./sheets/audit-sheet.ts";
import { checksSheet } from "./sheets/checks-sheet.ts";
import { contributionsSheet } from "./sheets/contributions-sheet.ts";
import { coverSheet } from "./sheets/cover-sheet.ts";
import { curvesSheet } from "./sheets/curves-sheet.ts";
import { dataSheet } from "./sheets/data-sheet.ts";
import { defenseSheet } from "./sheets/defense-sheet.ts";
import { diagnosticsSheet } from "./sheets/diagnostics-sheet.ts";
import { fitSheet } from "./sheets/fit-sheet.ts";
import { methodologySheet } from "./sheets/methodology-sheet.ts";
import { optimizeSheet } from "./sheets/optimize-sheet.ts";
import { roiSheet } from "./sheets/roi-sheet.ts";
import { runLogSheet } from "./sheets/run-log-sheet.ts";
import { scenariosSheet } from "./sheets/scenarios-sheet.ts";
import type { PlannedSheet, WorkbookPlan } from "./workbook-plan.ts";

type Planner = (context: ReportContext, checks: readonly WorkbookCheck[]) => PlannedSheet;

const PLANNERS: Readonly<Record<string, Planner>> = {
  Cover: coverSheet,
  Defense: defenseSheet,
  Audit: auditSheet,
  Fit: fitSheet,
  Contributions: contributionsSheet,
  ROI: roiSheet,
  Curves: curvesSheet,
  Scenarios: scenariosSheet,
  Optimize: optimizeSheet,
  Diagnostics: (context) => diagnosticsSheet(context, context.health, context.shows !== "ranks"),
  Methodology: methodologySheet,
  "Run log": runLogSheet,
  Checks: checksSheet,
  Data: dataSheet,
};

/**
 * The budget-defense workbook.
 *
 * @returns sheets in the order of requirements §4.3; in the directional tier without any sheet of amounts (decisions §2).
 */
export function reportBudgetDefense(results: DefenseResults): WorkbookPlan {
  const bare = reportContext(results);
  const checks = allChecks(bare);
  const context: ReportContext = { ...bare, checksVerdict: checksVerdict(checks) };
  const sheets = context.sheets.map((name) => {
    const planner = PLANNERS[name];
    if (planner === undefined) throw new RangeError(`no planner for the sheet ${name}`);
    return planner(context, checks);
  });
  return { title: `Budget defense: ${context.words.company}`, createdAt: results.run.createdAt, sheets };
}
