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

/** A table as a block, heights and merged group heads included. */
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
  const rows = [...groupRow, headRow, ...body, ...totals];
  return {
    row: plan.row,
    column: plan.column,
    rows,
    merges: heads === 2 ? groupMerges(plan) : [],
    heights: heightsOf(rows, plan),
  };
}

function headStyle<Item>(column: TableColumn<Item>): "heading" | "headingNumber" {
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
  rows.forEach((cells, offset) => {
    const lines = cells.map((cell, index) => linesIn(cell, plan.widths[plan.column + index] ?? 10));
    heights[plan.row + offset] = heightOf(Math.max(1, ...lines));
  });
  return heights;
}

function linesIn(cell: PlannedCell | null, width: number): number {
  if (cell === null || typeof cell.value !== "string") return 1;
  const wraps = ["text", "note", "heading", "headingNumber"].includes(cell.style ?? "");
  return wraps ? linesOf(cell.value, width) : 1;
}
