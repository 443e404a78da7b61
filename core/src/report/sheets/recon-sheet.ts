/** Recon: what platforms, warehouse and ledger say of the same money, line by line, with live gaps. */

import type {
  ReconciledLine,
  Reconciliation,
  ReconciliationRules,
} from "../../audit/reconciliation/reconcile.ts";
import { areaAt, columnArea, fixed, near } from "../layout/address.ts";
import { input, live, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { MONEY, SHARE } from "../layout/number-formats.ts";
import { PALETTE } from "../layout/palette.ts";
import { type PageFrame, planPage } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import type { PlannedChart, PlannedSheet } from "../workbook-plan.ts";

const RECON = "Recon";
const WIDTHS: readonly number[] = [14, 24, 15, 15, 15, 14, 12, 14, 12, 10, 34];
const [TOLERANCE_ROW, TIE_ROW, FIRST_TOTAL] = [5, 6, 10];
const [ITEM, PLATFORM, WAREHOUSE, LEDGER, EXPLAINED, UNEXPLAINED] = [1, 2, 3, 4, 5, 7];
const CHART_ROWS = 14;

/** The sheet: totals per channel and KPI first, then every line. */
export function reconSheet(
  frame: PageFrame,
  reconciliation: Reconciliation,
  rules: ReconciliationRules,
): PlannedSheet {
  const totals = linesBlock(reconciliation.totals, FIRST_TOTAL - 1);
  const chartRow = totals.row + totals.rows.length + 1;
  const lines = linesBlock(reconciliation.lines, chartRow + CHART_ROWS + 1);
  return planPage(frame, {
    name: RECON,
    title: text(titleOf(reconciliation)),
    units:
      "Gap to the warehouse = platform / warehouse - 1; unexplained = warehouse - ledger - explained, as a share of the ledger. Figures in blue are the file's.",
    widths: WIDTHS,
    blocks: [limits(rules), totals, lines],
    charts: [unexplainedChart(reconciliation.totals.length, chartRow)],
    colors: [],
    onePage: true,
    lastPrinted: WIDTHS.length - 1,
  });
}

function titleOf({ lines, flagged }: Reconciliation): string {
  if (flagged === 0) return `All ${lines.length} lines agree within the limits`;
  return `${flagged} of ${lines.length} lines are off by more than the limits`;
}

function limits({ reconciliationGap, ledgerTie }: ReconciliationRules): Block {
  return {
    row: TOLERANCE_ROW - 1,
    column: 0,
    rows: [
      [text("Limit", "heading"), text("", "heading"), text("Share", "headingNumber")],
      [text("Media", "label"), null, input(reconciliationGap, SHARE)],
      [text("KPI to the P&L", "label"), null, input(ledgerTie, SHARE)],
    ],
  };
}

function linesBlock(items: readonly ReconciledLine[], row: number): Block {
  const money = (value: number | null) => (value === null ? null : input(value, MONEY));
  const columns: TableColumn<ReconciledLine>[] = [
    { head: "Period", words: true, cell: (each) => text(each.period, "label") },
    { head: "Item", words: true, cell: (each) => text(each.item, "label") },
    { head: "Platform", cell: (each) => money(each.platform) },
    { head: "Warehouse", cell: (each) => money(each.warehouse) },
    { head: "Ledger", cell: (each) => money(each.ledger) },
    { head: "Explained", cell: (each) => input(each.explained, MONEY) },
    { head: "Gap to the warehouse", cell: platformGap },
    { head: "Unexplained", cell: unexplained },
    { head: "Share of the ledger", cell: ledgerGap },
    { head: "Flag", centered: true, cell: flag },
    { head: "Reason given", words: true, cell: (each) => text(each.reason) },
  ];
  return tableBlock({ row, column: 0, columns, items, widths: WIDTHS });
}

function platformGap(line: ReconciledLine, row: number) {
  if (line.platformGap === null) return null;
  return live(`${near(row, PLATFORM)}/${near(row, WAREHOUSE)}-1`, line.platformGap, SHARE);
}

function unexplained(line: ReconciledLine, row: number) {
  if (line.unexplained === null) return null;
  const formula = `${near(row, WAREHOUSE)}-${near(row, LEDGER)}-${near(row, EXPLAINED)}`;
  return live(formula, line.unexplained, MONEY);
}

function ledgerGap(line: ReconciledLine, row: number) {
  if (line.ledgerGap === null) return null;
  return live(`${near(row, UNEXPLAINED)}/${near(row, LEDGER)}`, line.ledgerGap, SHARE);
}

/** "off" when either gap is beyond its limit, which the reader can change. */
function flag(line: ReconciledLine, row: number) {
  const limit = fixed(line.kind === "kpi" ? TIE_ROW : TOLERANCE_ROW, PLATFORM);
  const parts = [
    line.platformGap === null ? null : `ABS(${near(row, GAP)})>${fixed(TOLERANCE_ROW, PLATFORM)}`,
    line.ledgerGap === null ? null : `ABS(${near(row, SHARE_OF_LEDGER)})>${limit}`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return text("-", "center");
  return live(`IF(OR(${parts.join(",")}),"off","ok")`, line.flagged ? "off" : "ok", "General", "center");
}

const [GAP, SHARE_OF_LEDGER] = [6, 8];

function unexplainedChart(count: number, row: number): PlannedChart {
  const last = FIRST_TOTAL + count - 1;
  return {
    kind: "bar",
    title: "Unexplained gap, share of the ledger",
    xTitle: null,
    yTitle: null,
    series: [
      {
        name: "Unexplained",
        categories: areaAt(columnArea(RECON, ITEM, FIRST_TOTAL, last)),
        values: areaAt(columnArea(RECON, SHARE_OF_LEDGER, FIRST_TOTAL, last)),
        color: PALETTE.warning,
      },
    ],
    at: { row, column: 0, rows: CHART_ROWS, columns: 6 },
    valueFormat: "0.0%",
    categoryFormat: null,
    labelEvery: 1,
    legend: false,
    alternative: "Bars of the unexplained share of the ledger per channel and KPI.",
  };
}
