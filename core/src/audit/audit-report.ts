/** Everything the audit says beside its scores: gaps with costs, the 60-day plan, pair checks, when to skip the model. */

import type { MediaHistory } from "../data/media-history.ts";
import { type GapReport, gapReports } from "./gap-report.ts";
import type { InventoryAudit } from "./inventory/audit-inventory.ts";
import { type PairCheck, pairChecks } from "./pair-checks.ts";
import { type PrepPlan, prepPlan } from "./prep-plan.ts";
import type { Reconciliation } from "./reconciliation/reconcile.ts";
import type { AuditRules } from "./rules.ts";
import type { Scorecard } from "./scorecard.ts";
import { type SkipAdvice, skipAdvice } from "./skip-advice.ts";

export interface AuditReport {
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
): AuditReport {
  const view = { history, facts: scorecard.facts, rules, orders: null, reconciliation };
  return {
    ...reportOfScores(scorecard, rules, start),
    pairs: pairChecks(view),
    skip: skipAdvice(view, scorecard.findings),
    reconciliation,
  };
}

/** The report of an inventory: nothing was measured, so that no pair is judged. */
export function inventoryReport(audit: InventoryAudit, rules: AuditRules, start: string): AuditReport {
  return { ...reportOfScores(audit, rules, start), pairs: [], skip: [], reconciliation: null };
}

function reportOfScores(
  { dimensions }: Pick<Scorecard, "dimensions">,
  rules: AuditRules,
  start: string,
): Pick<AuditReport, "gaps" | "plan"> {
  return { gaps: gapReports(dimensions, rules), plan: prepPlan(dimensions, start, rules) };
}
