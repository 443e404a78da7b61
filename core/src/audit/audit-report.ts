/** Everything the audit says beside its scores: gaps with costs, the 60-day plan, pair checks, when to skip the model. */

import type { MediaHistory } from "../data/media-history.ts";
import type { Reading } from "../data/reading.ts";
import { overallScore } from "./biggest-unlock.ts";
import { type CellEvidence, cellEvidence } from "./cell-evidence.ts";
import { type GapReport, gapReports } from "./gap-report.ts";
import type { InventoryAudit } from "./inventory/audit-inventory.ts";
import { type PairCheck, pairChecks } from "./pair-checks.ts";
import { type PrepPlan, prepPlan } from "./prep-plan.ts";
import type { Reconciliation } from "./reconciliation/reconcile.ts";
import type { AuditRules } from "./rules.ts";
import type { Scorecard } from "./scorecard.ts";
import { type SkipAdvice, shortAdvice, skipAdvice } from "./skip-advice.ts";

export interface AuditReport {
  /** What the scores rest on, column by column with its cells; empty for an inventory. */
  readonly evidence: readonly CellEvidence[];
  readonly gaps: readonly GapReport[];
  readonly plan: PrepPlan;
  /** Empty where no figures were seen (an inventory). */
  readonly pairs: readonly PairCheck[];
  readonly skip: readonly SkipAdvice[];
  readonly reconciliation: Reconciliation | null;
}

/**
 * The report of figures that were read.
 *
 * @param start - ISO date of the plan's first day.
 */
export function auditReport(
  history: MediaHistory,
  scorecard: Scorecard,
  rules: AuditRules,
  start: string,
  reconciliation: Reconciliation | null,
  reading: Pick<Reading, "columns"> = {},
): AuditReport {
  const view = { history, facts: scorecard.facts, rules, orders: null, reconciliation };
  return {
    ...reportOfScores(scorecard, rules, start),
    evidence: cellEvidence(history, scorecard.facts, reading.columns ?? []),
    pairs: pairChecks(view),
    skip: skipAdvice(view, scorecard.findings),
    reconciliation,
  };
}

/** The report of an inventory: nothing was measured, so that no pair is judged. */
export function inventoryReport(audit: InventoryAudit, rules: AuditRules, start: string): AuditReport {
  const skip = [shortAdvice(audit.weeks, rules)];
  return { ...reportOfScores(audit, rules, start), evidence: [], pairs: [], skip, reconciliation: null };
}

function reportOfScores(
  { dimensions, overall }: Pick<Scorecard, "dimensions" | "overall">,
  rules: AuditRules,
  start: string,
): Pick<AuditReport, "gaps" | "plan"> {
  // A score below what its dimensions give is held there by filled cells.
  const isCapped = overall < overallScore(dimensions.map(({ score }) => score));
  const plan = prepPlan(dimensions, start, rules, isCapped ? overall : undefined);
  return { gaps: gapReports(dimensions, rules), plan };
}
