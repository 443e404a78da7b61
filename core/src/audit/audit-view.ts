/** What every check of the audit looks at, and the form of what it says. */

import type { Finding, Severity } from "../data/finding.ts";
import type { MediaHistory } from "../data/media-history.ts";
import type { Reading } from "../data/reading.ts";
import type { Reconciliation } from "./reconciliation/reconcile.ts";
import type { AuditRules } from "./rules.ts";
import type { AuditFacts } from "./scorecard.ts";

export interface AuditView {
  readonly history: MediaHistory;
  readonly facts: AuditFacts;
  readonly rules: AuditRules;
  /** Orders beside a money KPI, or null when the table has none. */
  readonly orders: NonNullable<Reading["orders"]> | null;
  /** Media and KPI against the ledger; null where nobody gave it. */
  readonly reconciliation: Reconciliation | null;
}

/** A finding about the whole table; the message names column and week. */
export function judged(
  view: AuditView,
  severity: Severity,
  code: string,
  message: string,
  remedy: string,
): Finding {
  const { file, sheet } = view.history;
  return { code, severity, where: { file, sheet, cell: null }, message: `${code} ${message}`, remedy };
}
