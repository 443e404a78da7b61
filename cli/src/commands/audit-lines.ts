/** The audit in lines: scores, findings, when to skip the model, the plan. */

import type { AuditReport, InventoryAudit, Scorecard } from "@mmm/core";
import type { Console } from "../io/console.ts";

/** Prints a scorecard and what goes with it. */
export function sayReport(scorecard: Scorecard, report: AuditReport, console: Console): void {
  sayScores(scorecard, console);
  for (const { message, remedy } of scorecard.findings) console.result(`  ${message}\n    → ${remedy}`);
  for (const { applies, situation, evidence, instead } of report.skip)
    if (applies) console.result(`  Not a case for a model: ${situation} (${evidence})\n    → ${instead}`);
  const doubtful = report.pairs.filter(({ verdict }) => verdict !== "pass");
  for (const { channel, check, reason } of doubtful) console.result(`  ${channel}: ${check}: ${reason}`);
  if (report.reconciliation !== null)
    console.result(
      `  Reconciliation: ${report.reconciliation.flagged} of ${report.reconciliation.lines.length} lines are off`,
    );
  sayPlan(scorecard, report, console);
}

/** Prints the scores of data or of an inventory. */
export function sayScores(scorecard: Scorecard | InventoryAudit, console: Console): void {
  console.result(`Readiness ${scorecard.overall} of 5, tier: ${scorecard.tier}`);
  for (const { id, score, evidence } of scorecard.dimensions)
    console.result(`  ${id.padEnd(11)} ${score}  ${evidence}`);
}

/** Prints what is refused, the biggest unlock, and the 60 days. */
export function sayPlan(
  scorecard: Scorecard | InventoryAudit,
  { plan }: AuditReport,
  console: Console,
): void {
  if (scorecard.refusal !== null)
    console.result(`${scorecard.refusal.reason}\n  → ${scorecard.refusal.remedy}`);
  if (scorecard.biggestUnlock !== null) console.result(`Biggest unlock: ${scorecard.biggestUnlock.action}`);
  if (plan.tasks.length === 0) return;
  console.result(
    `Cheapest 60 days: readiness ${plan.overallNow} to ${plan.overallThen}, about ${plan.costMoney.toLocaleString("en-US")} at the assumed day rate`,
  );
  for (const { start, end, missing, owner } of plan.tasks)
    console.result(`  ${start} to ${end}  ${missing} (${owner})`);
}
