/** The audit as a workbook: is the data good enough, what is missing, and what would mend it. */

import type { AuditReport } from "../audit/audit-report.ts";
import type { InventoryAudit } from "../audit/inventory/audit-inventory.ts";
import type { InventoryEntry } from "../audit/inventory/read-inventory.ts";
import type { AuditRules } from "../audit/rules.ts";
import type { Scorecard } from "../audit/scorecard.ts";
import type { Repair } from "../data/finding.ts";
import type { MediaHistory } from "../data/media-history.ts";
import { text } from "./layout/cells.ts";
import { currencySign } from "./layout/currency-sign.ts";
import { type PageFrame, planPage } from "./layout/sheet.ts";
import { auditPlan } from "./sheets/audit-sheet.ts";
import { gapsSheet } from "./sheets/gaps-sheet.ts";
import { inventorySheet } from "./sheets/inventory-sheet.ts";
import { prepSheet } from "./sheets/prep-sheet.ts";
import { qualitySheet } from "./sheets/quality-sheet.ts";
import { reconSheet } from "./sheets/recon-sheet.ts";
import { repairsSheet } from "./sheets/repairs-sheet.ts";
import type { PlannedSheet, WorkbookPlan } from "./workbook-plan.ts";

/** What was audited. */
export interface AuditedData {
  readonly history: MediaHistory;
  readonly scorecard: Scorecard;
  readonly report: AuditReport;
  readonly repairs: readonly Repair[];
}

/**
 * Audit, Audit gaps, Prep60, Data quality, Recon where books were compared, and Repairs; no estimate anywhere.
 *
 * @param createdAt - ISO timestamp: the only time that enters the file.
 */
export function auditWorkbook(
  { history, scorecard, report, repairs }: AuditedData,
  rules: AuditRules,
  methodologyVersion: string,
  createdAt: string,
): WorkbookPlan {
  const [first = "", last = ""] = [history.weeks[0], history.weeks.at(-1)];
  const frame = frameOf(
    `AUDIT ONLY - nothing was estimated · ${history.file} · Data ${first} to ${last} (${history.weeks.length} weeks)`,
    methodologyVersion,
    history.currency,
  );
  const page = { scorecard, history, currency: currencySign(history.currency), skip: report.skip };
  const recon = report.reconciliation === null ? [] : [reconSheet(frame, report.reconciliation, rules)];
  return {
    title: `Data audit: ${history.company ?? history.file}`,
    createdAt,
    sheets: [
      planPage(frame, auditPlan(page)),
      ...reportSheets(frame, report, rules),
      qualitySheet(frame, history, report),
      ...recon,
      repairsSheet(repairs),
    ],
  };
}

/** The workbook of an inventory: no figures were seen, so that no sheet shows any. */
export function inventoryWorkbook(
  audit: InventoryAudit,
  entries: readonly InventoryEntry[],
  report: AuditReport,
  rules: AuditRules,
  methodologyVersion: string,
  createdAt: string,
): WorkbookPlan {
  const said = `INVENTORY ONLY - nothing was measured · ${entries.length} tables`;
  const frame = frameOf(said, methodologyVersion, "EUR");
  const sheets = [inventorySheet(frame, audit, entries), ...reportSheets(frame, report, rules)];
  return { title: "Data audit of an inventory", createdAt, sheets };
}

function frameOf(said: string, methodologyVersion: string, currency: string): PageFrame {
  return {
    stampLine: text(`${said} · Methodology ${methodologyVersion}`, "stamp"),
    currency,
    origin: "Data audit - internal",
  };
}

function reportSheets(frame: PageFrame, report: AuditReport, rules: AuditRules): PlannedSheet[] {
  return [gapsSheet(frame, report.gaps, rules), prepSheet(frame, report.plan)];
}
