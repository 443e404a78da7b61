/** The fixed JSON of `marginal audit --json`: fields may be added, never renamed. */

import type { AuditReport } from "../../audit/audit-report.ts";
import type { InventoryAudit } from "../../audit/inventory/audit-inventory.ts";
import type { Dimension, Scorecard, Tier } from "../../audit/scorecard.ts";
import type { Finding, Question, Repair } from "../../data/finding.ts";
import type { Reading } from "../../data/reading.ts";

export interface AuditJson {
  /** Null when the table could not be read: findings and questions say why. */
  readonly overall: number | null;
  readonly tier: Tier | null;
  readonly blocked: boolean;
  readonly dimensions: readonly Dimension[];
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  readonly repairs: readonly Repair[];
  readonly mapping: Reading["mapping"];
  readonly facts: Scorecard["facts"] | null;
  readonly refusal: Scorecard["refusal"];
  readonly biggestUnlock: Scorecard["biggestUnlock"];
  /** What the scores rest on, with the cells of each column. */
  readonly evidence: AuditReport["evidence"];
  /** What is missing of the dimensions below 4, with costs that are assumptions; so for the plan. */
  readonly gaps: AuditReport["gaps"];
  readonly plan: AuditReport["plan"] | null;
  readonly pairs: AuditReport["pairs"];
  readonly skip: AuditReport["skip"];
  readonly reconciliation: AuditReport["reconciliation"];
}

const NO_REPORT = { evidence: [], gaps: [], plan: null, pairs: [], skip: [], reconciliation: null };

/** A scorecard and the reading behind it as JSON; the scorecard is null when there was no history to score. */
export function auditJson(
  scorecard: Scorecard | null,
  reading: Reading,
  report: AuditReport | null,
): AuditJson {
  return {
    overall: scorecard?.overall ?? null,
    tier: scorecard?.tier ?? null,
    blocked: scorecard?.blocked ?? true,
    dimensions: scorecard?.dimensions ?? [],
    findings: [...reading.findings, ...(scorecard?.findings ?? [])],
    questions: reading.questions,
    repairs: reading.repairs,
    mapping: reading.mapping,
    facts: scorecard?.facts ?? null,
    refusal: scorecard?.refusal ?? null,
    biggestUnlock: scorecard?.biggestUnlock ?? null,
    ...(report ?? NO_REPORT),
  };
}

/** The scorecard of an inventory in the same form: no facts, no mapping, nothing repaired. */
export function inventoryJson(audit: InventoryAudit, report: AuditReport): Omit<AuditJson, "mapping"> {
  const { overall, tier, blocked, dimensions, refusal, biggestUnlock } = audit;
  const nothing = { findings: [], questions: [], repairs: [], facts: null };
  return { overall, tier, blocked, dimensions, refusal, biggestUnlock, ...nothing, ...report };
}
