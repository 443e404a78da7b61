/** The clean table and its repairs as a workbook. */

import type { Repair } from "../data/finding.ts";
import type { WeeklyTable } from "../data/weekly-table.ts";
import { pasted, text } from "./layout/cells.ts";
import { dateSerial } from "./layout/dates.ts";
import { DATE, GENERAL } from "./layout/number-formats.ts";
import { plainSheet } from "./layout/plain-sheet.ts";
import { type TableColumn, tableBlock } from "./layout/table.ts";
import { repairsSheet } from "./sheets/repairs-sheet.ts";
import type { PlannedCell, PlannedSheet, WorkbookPlan } from "./workbook-plan.ts";

const CLEAN = "Data (clean)";
const WIDTH = 14;

/**
 * Sheets `Data (clean)` and `Repairs`. Figures that an answer filled in stand in the ink of inputs.
 *
 * @param createdAt - ISO timestamp: the only time that enters the file.
 */
export function cleanWorkbook(
  table: WeeklyTable,
  repairs: readonly Repair[],
  createdAt: string,
): WorkbookPlan {
  return { title: CLEAN, createdAt, sheets: [dataSheet(table), repairsSheet(repairs)] };
}

function dataSheet({ columns, rows, imputed }: WeeklyTable): PlannedSheet {
  const marks = new Set(imputed.map(({ row, column }) => `${row},${column}`));
  const widths = columns.map((head) => Math.max(WIDTH, head.length + 2));
  const items = rows.map((row, week) =>
    row.map((value, column) => dataCell(value, column, marks.has(`${week},${column}`))),
  );
  const heads: TableColumn<ReadonlyArray<PlannedCell | null>>[] = columns.map((head, column) => ({
    head,
    words: column === 0,
    cell: (row) => row[column] ?? null,
  }));
  return plainSheet(CLEAN, tableBlock({ row: 0, column: 0, columns: heads, items, widths }), widths);
}

function dataCell(value: string | number | null, column: number, isFilled: boolean): PlannedCell | null {
  if (value === null) return null;
  if (typeof value === "string") return column === 0 ? pasted(dateSerial(value), DATE) : text(value);
  return { ...pasted(value, GENERAL), ...(isFilled ? { ink: "input" as const } : {}) };
}
