/** Judges whether a history can carry a model, and what it would take to carry a better one. */

import type { MediaHistory } from "../data/media-history.ts";
import type { Reading } from "../data/reading.ts";
import { auditFacts } from "./audit-facts.ts";
import { auditFindings } from "./audit-findings.ts";
import type { AuditView } from "./audit-view.ts";
import { biggestUnlock, overallScore } from "./biggest-unlock.ts";
import { controlsDimension } from "./dimensions/controls.ts";
import { exposureDimension } from "./dimensions/exposure.ts";
import { kpiDimension } from "./dimensions/kpi.ts";
import { spendDimension } from "./dimensions/spend.ts";
import { timeSeriesDimension } from "./dimensions/time-series.ts";
import type { Reconciliation } from "./reconciliation/reconcile.ts";
import type { AuditRules } from "./rules.ts";
import type { Scorecard } from "./scorecard.ts";
import { refusalOf, tierOf } from "./tier.ts";

/**
 * The readiness scorecard of a history (X-14, requirements §1Y).
 *
 * @param history - as `readHistory` returned it.
 * @param rules - thresholds of the methodology.
 * @param reading - the reading it came from: orders beside the KPI let an order's value be judged (IN-56).
 * @param reconciliation - media and KPI against the ledger: only with it spend and KPI score 5.
 * @returns five scores, overall = round(½ least + ½ mean), capped at 3 when more than 5 % of cells were filled in
 * the tier by weeks and whether a gate forbids a fit. All numbers are finite.
 */
export function auditReadiness(
  history: MediaHistory,
  rules: AuditRules,
  reading: Pick<Reading, "orders"> = {},
  reconciliation: Reconciliation | null = null,
): Scorecard {
  const view: AuditView = {
    history,
    facts: auditFacts(history, rules),
    rules,
    orders: reading.orders ?? null,
    reconciliation,
  };
  const dimensions = [
    timeSeriesDimension(view),
    spendDimension(view),
    exposureDimension(view),
    kpiDimension(view),
    controlsDimension(view),
  ];
  const findings = auditFindings(view);
  const refusal = refusalOf(view.facts.weeks, dimensions, findings, rules);
  const overall = overallScore(dimensions.map(({ score }) => score));
  return {
    overall: filledShare(history) > rules.imputedShareMax ? Math.min(rules.imputedCap, overall) : overall,
    tier: refusal === null ? tierOf(view.facts.weeks, rules) : "blocked",
    blocked: refusal !== null,
    refusal,
    dimensions,
    biggestUnlock: biggestUnlock(dimensions),
    findings,
    facts: view.facts,
  };
}

/** Filled cells of all columns, or of the KPI alone where that is more: the answer hangs on the KPI. */
function filledShare(history: MediaHistory): number {
  const columns = 1 + history.channels.length + history.controls.length;
  const filled = history.imputed.reduce((total, { cells }) => total + cells, 0);
  const kpi = history.imputed.find(({ column }) => column === history.kpi.name)?.cells ?? 0;
  return Math.max(filled / (columns * history.weeks.length), kpi / history.weeks.length);
}
