/** Repairs: every cell, row and column that was mended in our copy, and what undoes it (requirements §5.2). */

import type { Repair } from "../../data/finding.ts";
import { text } from "../layout/cells.ts";
import { plainSheet } from "../layout/plain-sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import type { PlannedSheet } from "../workbook-plan.ts";

/** Name of the sheet. */
const REPAIRS = "Repairs";
const WIDTHS: readonly number[] = [24, 22, 16, 28, 28, 44, 12, 44];

/** The words of the Repairs log, one row per repair under its heads. */
export function repairLines(repairs: readonly Repair[]): { heads: string[]; rows: string[][] } {
  const heads = ["Repair", "File", "Cell", "Before", "After", "Rule", "Status", "To undo it"];
  const rows = repairs.map((repair) => [
    repair.id,
    [repair.where.file, repair.where.sheet].filter(Boolean).join(", "),
    repair.where.cell ?? "",
    repair.before,
    repair.after,
    repair.rule,
    repair.status,
    repair.undoable ? `answers: {"${repair.id}": undo}` : (repair.reason ?? ""),
  ]);
  return { heads, rows };
}

/** The Repairs sheet: a plain table that begins in A1. */
export function repairsSheet(repairs: readonly Repair[]): PlannedSheet {
  const { heads, rows } = repairLines(repairs);
  const columns: TableColumn<string[]>[] = heads.map((head, column) => ({
    head,
    words: true,
    cell: (row) => text(row[column] ?? "", column === 0 ? "label" : "text"),
  }));
  const block = tableBlock({ row: 0, column: 0, columns, items: rows, widths: WIDTHS });
  return plainSheet(REPAIRS, block, WIDTHS);
}
