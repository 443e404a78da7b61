/** Data quality: every column with what is filled, absent or far off, and whether each channel can be judged (X-05, D-04). */

import type { AuditReport } from "../../audit/audit-report.ts";
import type { PairCheck } from "../../audit/pair-checks.ts";
import type { MediaHistory } from "../../data/media-history.ts";
import { mean, sampleSd } from "../../numerics/moments.ts";
import { areaAt, columnArea } from "../layout/address.ts";
import { pasted, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { amountFormat, COUNT, ONE_DECIMAL, SHARE } from "../layout/number-formats.ts";
import { PALETTE } from "../layout/palette.ts";
import { type PageFrame, planPage } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import type { PlannedChart, PlannedSheet } from "../workbook-plan.ts";

const QUALITY = "Data quality";
const WIDTHS: readonly number[] = [28, 12, 10, 12, 12, 13, 13, 14, 13, 34];
const FIRST_COLUMN_ROW = 5;
const [ZERO_COLUMN, FILLED_COLUMN] = [4, 3];
const CHART_ROWS = 14;

interface ColumnQuality {
  readonly name: string;
  readonly role: string;
  readonly values: Float64Array;
  readonly filled: number;
  /** "spend.csv B2:B157", or "" where that is not known. */
  readonly cells: string;
}

/** The sheet. */
export function qualitySheet(
  frame: PageFrame,
  history: MediaHistory,
  { pairs, evidence }: Pick<AuditReport, "pairs" | "evidence">,
): PlannedSheet {
  const columns = columnsOf(history, evidence);
  const table = columnsBlock(columns, history.weeks.length);
  const chartRow = table.row + table.rows.length + 1;
  const checks = pairsBlock(pairs, chartRow + CHART_ROWS + 1);
  return planPage(frame, {
    name: QUALITY,
    title: text(titleOf(columns, pairs)),
    units:
      "Filled weeks rest on an answer to a question, not on the file. z = distance from the mean in standard deviations.",
    widths: WIDTHS,
    blocks: [table, ...checks],
    charts: [shareChart(columns.length, chartRow)],
    onePage: true,
    lastPrinted: WIDTHS.length - 1,
  });
}

function titleOf(columns: readonly ColumnQuality[], pairs: readonly PairCheck[]): string {
  const filled = columns.reduce((sum, column) => sum + column.filled, 0);
  const doubtful = new Set(pairs.filter(({ verdict }) => verdict !== "pass").map(({ channel }) => channel))
    .size;
  const cells = filled === 0 ? "no figure was filled in" : `${filled} figures were filled in`;
  const channels = doubtful === 0 ? "every channel can be judged" : `${doubtful} channels need a second look`;
  return `${columns.length} columns: ${cells}; ${channels}`;
}

function columnsOf(history: MediaHistory, evidence: AuditReport["evidence"]): ColumnQuality[] {
  const cellsOf = (header: string) => {
    const found = evidence.find(({ column, where }) => column === header && where.cell !== null);
    return found === undefined
      ? ""
      : [found.where.file, found.where.sheet, found.where.cell].filter(Boolean).join(" ");
  };
  const filledOf = (column: string) => history.imputed.find((one) => one.column === column)?.cells ?? 0;
  return [
    {
      name: history.kpi.name,
      role: "KPI",
      values: history.kpi.values,
      filled: filledOf(history.kpi.name),
      cells: cellsOf(history.kpi.name),
    },
    ...history.channels.map(({ name, column, spend }) => ({
      name,
      role: "spend",
      values: spend,
      filled: filledOf(column),
      cells: cellsOf(column),
    })),
    ...history.controls.map(({ name, values }) => ({
      name,
      role: "control",
      values,
      filled: filledOf(name),
      cells: cellsOf(name),
    })),
    ...history.events.map(({ name, values }) => ({
      name,
      role: "event",
      values,
      filled: filledOf(name),
      cells: cellsOf(name),
    })),
  ];
}

function columnsBlock(items: readonly ColumnQuality[], weeks: number): Block {
  const largestZ = ({ values }: ColumnQuality): number => {
    const spread = sampleSd(values);
    if (!(spread > 0)) return 0;
    const middle = mean(values);
    return values.reduce((most, value) => Math.max(most, Math.abs(value - middle) / spread), 0);
  };
  const columns: TableColumn<ColumnQuality>[] = [
    { head: "Column", words: true, cell: (each) => text(each.name, "label") },
    { head: "Taken for", words: true, cell: (each) => text(each.role, "label") },
    { head: "Weeks", cell: () => pasted(weeks, COUNT) },
    { head: "Share filled in", cell: (each) => pasted(each.filled / weeks, SHARE) },
    { head: "Share of zero weeks", cell: (each) => pasted(zeroShare(each), SHARE) },
    { head: "Least", cell: ({ values }) => pasted(Math.min(...values), amountFormat(values)) },
    { head: "Mean", cell: ({ values }) => pasted(mean(values), amountFormat(values)) },
    { head: "Largest", cell: ({ values }) => pasted(Math.max(...values), amountFormat(values)) },
    { head: "Farthest week (z)", cell: (each) => pasted(largestZ(each), ONE_DECIMAL) },
    { head: "Cells", words: true, cell: (each) => text(each.cells, "label") },
  ];
  return tableBlock({ row: FIRST_COLUMN_ROW - 1, column: 0, columns, items, widths: WIDTHS });
}

function zeroShare({ values }: ColumnQuality): number {
  return values.filter((value) => value === 0).length / values.length;
}

const CHECKS = {
  inclusion: "not part of the KPI",
  "inverse-causation": "not computed from the KPI",
  "control-moved-by-media": "no control in its way",
  identifiable: "can be told apart",
} as const;

/** A row per channel, a verdict per question; what gave a warning is said beneath. */
function pairsBlock(pairs: readonly PairCheck[], row: number): Block[] {
  const channels = [...new Set(pairs.map(({ channel }) => channel))];
  if (channels.length === 0) return [];
  const ids = Object.keys(CHECKS) as Array<keyof typeof CHECKS>;
  const verdict = (channel: string, id: string) =>
    pairs.find((pair) => pair.channel === channel && pair.check === id)?.verdict ?? "-";
  const columns: TableColumn<string>[] = [
    { head: "Channel", words: true, cell: (channel) => text(channel, "label") },
    ...ids.map((id) => ({
      head: CHECKS[id],
      centered: true,
      cell: (channel: string) => text(verdict(channel, id), "center"),
    })),
  ];
  const table = tableBlock({ row, column: 0, columns, items: channels, widths: WIDTHS });
  const said = pairs.filter((pair) => pair.verdict !== "pass");
  const reasons = said.map((pair) => [
    text(`${pair.channel}: ${pair.reason} (${CHECKS[pair.check]}?)`, "label"),
  ]);
  return [table, { row: row + table.rows.length + 1, column: 0, rows: reasons }];
}

function shareChart(count: number, row: number): PlannedChart {
  const last = FIRST_COLUMN_ROW + count - 1;
  const categories = areaAt(columnArea(QUALITY, 0, FIRST_COLUMN_ROW, last));
  const of = (column: number) => areaAt(columnArea(QUALITY, column, FIRST_COLUMN_ROW, last));
  return {
    kind: "column",
    title: "Share of weeks filled in, and without anything",
    xTitle: null,
    yTitle: null,
    series: [
      { name: "Filled in", categories, values: of(FILLED_COLUMN), color: PALETTE.warning },
      { name: "Zero", categories, values: of(ZERO_COLUMN), color: PALETTE.grayLight },
    ],
    at: { row, column: 0, rows: CHART_ROWS, columns: 7 },
    valueFormat: "0%",
    valueRange: [0, 1],
    categoryFormat: null,
    labelEvery: 1,
    legend: true,
    alternative:
      "Columns of the share of weeks that were filled in and that are zero, by column of the data.",
  };
}
