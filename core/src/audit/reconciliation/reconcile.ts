/** How far platforms, warehouse and ledger are apart, line by line and in total. */

import { decimalSum } from "../../numerics/decimal-sum.ts";
import type { ReconciliationLine } from "./read-reconciliation.ts";

/** Gaps from which a line is flagged, shares. */
export interface ReconciliationRules {
  readonly reconciliationGap: number;
  readonly ledgerTie: number;
}

/** A line with its gaps; shares, null where one side is absent or zero. */
export interface ReconciledLine extends ReconciliationLine {
  /** Platform over warehouse, less 1. */
  readonly platformGap: number | null;
  /** What of warehouse less ledger nobody explained, currency; and as a share of the ledger. */
  readonly unexplained: number | null;
  readonly ledgerGap: number | null;
  readonly flagged: boolean;
}

export interface Reconciliation {
  readonly lines: readonly ReconciledLine[];
  /** One line per channel or KPI over all periods. */
  readonly totals: readonly ReconciledLine[];
  /** Largest unexplained gap of any channel's total, null without media lines; and of the KPI. */
  readonly mediaGap: number | null;
  readonly kpiGap: number | null;
  readonly flagged: number;
}

/**
 * The gaps of every line and of the totals per item.
 *
 * @returns e.g. platform 106, warehouse 100, ledger 98, explained 1: platform gap 0.06 (flagged above 5 %), unexplained 1,
 * ledger gap 1/98.
 */
export function reconcile(lines: readonly ReconciliationLine[], rules: ReconciliationRules): Reconciliation {
  const reconciled = lines.map((line) => withGaps(line, rules));
  const items = [...new Set(lines.map(({ item }) => item))];
  const totals = items.map((item) => withGaps(total(lines.filter((line) => line.item === item)), rules));
  return {
    lines: reconciled,
    totals,
    mediaGap: largest(totals, "media"),
    kpiGap: largest(totals, "kpi"),
    flagged: reconciled.filter(({ flagged }) => flagged).length,
  };
}

function withGaps(line: ReconciliationLine, rules: ReconciliationRules): ReconciledLine {
  const { platform, warehouse, ledger, explained, kind } = line;
  const platformGap = share(platform, warehouse, 0);
  const ledgerGap = share(warehouse, ledger, explained);
  const unexplained =
    warehouse === null || ledger === null ? null : decimalSum([warehouse, -ledger, -explained]);
  const tolerance = kind === "kpi" ? rules.ledgerTie : rules.reconciliationGap;
  const isOff = (gap: number | null, limit: number) => gap !== null && Math.abs(gap) > limit;
  const flagged = isOff(platformGap, rules.reconciliationGap) || isOff(ledgerGap, tolerance);
  return { ...line, platformGap, unexplained, ledgerGap, flagged };
}

function share(left: number | null, right: number | null, explained: number): number | null {
  if (left === null || right === null || right === 0) return null;
  return decimalSum([left, -right, -explained]) / right;
}

function total(lines: readonly ReconciliationLine[]): ReconciliationLine {
  const sumOf = (book: "platform" | "warehouse" | "ledger") => {
    const known = lines.map((line) => line[book]).filter((figure) => figure !== null);
    return known.length < lines.length ? null : decimalSum(known);
  };
  const [first] = lines;
  return {
    period: "all",
    item: first?.item ?? "",
    kind: first?.kind ?? "media",
    platform: sumOf("platform"),
    warehouse: sumOf("warehouse"),
    ledger: sumOf("ledger"),
    explained: decimalSum(lines.map(({ explained }) => explained)),
    reason: "",
  };
}

function largest(totals: readonly ReconciledLine[], kind: ReconciliationLine["kind"]): number | null {
  const gaps = totals
    .filter((line) => line.kind === kind)
    .map(({ ledgerGap, platformGap }) => ledgerGap ?? platformGap)
    .filter((gap) => gap !== null)
    .map(Math.abs);
  return gaps.length === 0 ? null : Math.max(...gaps);
}
