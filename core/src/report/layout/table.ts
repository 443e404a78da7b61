/** Tables: columns with heads, optional group heads above, rows of cells and an optional total row. */

import type { PlannedCell, PlannedRow } from "../workbook-plan.ts";
import { text } from "./cells.ts";
import { across, type Block } from "./grid.ts";
import { heightOf, linesOf } from "./prose.ts";

export interface TableColumn<Item> {
  /** Shared by neighboring columns: one merged head above them ("ROAS, 90% CI"). */
  readonly group?: string;
  readonly head: string;
  /** Words are set left, numbers right. */
  readonly words?: boolean;
  /** Verdicts and other short marks are set in the middle. */
  readonly centered?: boolean;
  /** Columns of the sheet that the table's last column takes up; 1 when not given. */
  readonly span?: number;
  /** @param row - zero-based row of the sheet on which the cell stands. */
  readonly cell: (item: Item, row: number, index: number) => PlannedCell | null;
  readonly total?: (row: number) => PlannedCell | null;
}

export interface TablePlan<Item> {
  readonly row: number;
  readonly column: number;
  readonly columns: readonly TableColumn<Item>[];
  readonly items: readonly Item[];
  /** The sheet's column widths, for the height of wrapped heads and words. */
  readonly widths: readonly number[];
}

/** Rows that the heads take: group heads only where a column has one. */
export function headRows(columns: ReadonlyArray<{ readonly group?: string }>): number {
  return columns.some((column) => column.group !== undefined) ? 2 : 1;
}

/** A table as a block, heights and merged heads included. */
export function tableBlock<Item>(plan: TablePlan<Item>): Block {
  const heads = headRows(plan.columns);
  const first = plan.row + heads;
  const body = plan.items.map((item, index) =>
    plan.columns.map((column) => column.cell(item, first + index, index)),
  );
  const totals = plan.columns.some((column) => column.total !== undefined)
    ? [totalCells(plan, first + plan.items.length)]
    : [];
  const headRow: PlannedRow = plan.columns.map((column) => text(column.head, headStyle(column)));
  const groupRow = heads === 2 ? [groupCells(plan)] : [];
  const rows = [...groupRow, headRow, ...body, ...totals].map((row) => stretched(row, spanOf(plan)));
  return {
    row: plan.row,
    column: plan.column,
    rows,
    merges: [...(heads === 2 ? groupMerges(plan) : []), ...spanMerges(plan, rows.length)],
    heights: heightsOf(rows, plan),
  };
}

function spanOf<Item>(plan: TablePlan<Item>): number {
  return plan.columns.at(-1)?.span ?? 1;
}

/** The last cell's look over the columns that it takes up, so that fills and lines run through. */
function stretched(row: PlannedRow, span: number): PlannedRow {
  const style = row.at(-1)?.style;
  if (span === 1 || style === undefined) return row;
  return [...row, ...Array.from({ length: span - 1 }, () => ({ value: null, style }))];
}

function spanMerges<Item>(plan: TablePlan<Item>, rows: number): string[] {
  const span = spanOf(plan);
  const left = plan.column + plan.columns.length - 1;
  if (span === 1) return [];
  return Array.from({ length: rows }, (_, offset) => across(plan.row + offset, left, left + span - 1));
}

function headStyle<Item>(column: TableColumn<Item>): "heading" | "headingCenter" | "headingNumber" {
  if (column.centered) return "headingCenter";
  return column.words ? "heading" : "headingNumber";
}

function totalCells<Item>(plan: TablePlan<Item>, row: number): PlannedRow {
  return plan.columns.map((column) => {
    const cell = column.total?.(row) ?? text("", column.words ? "label" : "number");
    return { ...cell, total: true };
  });
}

function groupCells<Item>(plan: TablePlan<Item>): PlannedRow {
  return plan.columns.map((column, index) => {
    if (column.group === undefined) return null;
    return column.group === plan.columns[index - 1]?.group ? null : text(column.group, "groupHeading");
  });
}

function groupMerges<Item>(plan: TablePlan<Item>): string[] {
  const merges: string[] = [];
  plan.columns.forEach((column, index) => {
    const starts = column.group !== undefined && column.group !== plan.columns[index - 1]?.group;
    if (!starts) return;
    let last = index;
    while (plan.columns[last + 1]?.group === column.group) last += 1;
    if (last > index) merges.push(across(plan.row, plan.column + index, plan.column + last));
  });
  return merges;
}

function heightsOf<Item>(rows: readonly PlannedRow[], plan: TablePlan<Item>): Record<number, number> {
  const heights: Record<number, number> = {};
  const last = plan.columns.length - 1;
  const widthAt = (index: number): number => {
    const columns = index === last ? spanOf(plan) : 1;
    const from = plan.column + index;
    return plan.widths.slice(from, from + columns).reduce((sum, width) => sum + width, 0) || DEFAULT_WIDTH;
  };
  const groupWidth = (index: number): number =>
    plan.columns.reduce(
      (sum, { group }, at) => (group === plan.columns[index]?.group ? sum + widthAt(at) : sum),
      0,
    );
  rows.forEach((cells, offset) => {
    const lines = cells.map((cell, index) =>
      linesIn(cell, cell?.style === "groupHeading" ? groupWidth(index) : widthAt(index)),
    );
    heights[plan.row + offset] = heightOf(Math.max(1, ...lines));
  });
  return heights;
}

/** Characters of a column without a width of its own. */
const DEFAULT_WIDTH = 10;
/** What an indent takes from the width of wrapped words. */
const INDENT = 2;
const WRAPPED: ReadonlySet<string> = new Set([
  "text",
  "note",
  "heading",
  "headingNumber",
  "headingCenter",
  "groupHeading",
]);

function linesIn(cell: PlannedCell | null, width: number): number {
  if (cell === null || typeof cell.value !== "string" || !WRAPPED.has(cell.style ?? "")) return 1;
  return linesOf(cell.value, Math.max(1, width - INDENT));
}
