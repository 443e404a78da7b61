/** The user's cells as a rectangle that still knows each cell's own place, however it is turned. */

import { type Cell, cellName, type Table } from "../spreadsheet/table.ts";
import { settle } from "./answer.ts";
import { looksLikeDate } from "./date-text.ts";
import { at, joinNotes, NO_NOTES, type Noted, type Source } from "./notes.ts";
import { answered, mended } from "./repair.ts";

export interface Grid extends Source {
  /** [row][column], all rows of one length. */
  readonly rows: ReadonlyArray<readonly Cell[]>;
  /** A1 name of a cell in the user's file. */
  readonly place: (row: number, column: number) => string;
}

const DATES_IN_A_HEADER = 3; // two dates in one row may be the start and the end of one week

/** True when nothing is in the cell, not even a mark. */
export function isEmptyCell(cell: Cell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

/**
 * The table as a rectangle, turned when its weeks run across the columns (IN-09).
 *
 * @returns the grid; a question is noted when weeks run across and the brief does not say to turn them.
 */
export function uprightGrid(table: Table, answers: Readonly<Record<string, string>>): Noted<Grid> {
  const width = table.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const rows = table.rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
  const grid: Grid = { file: table.file, sheet: table.sheet, rows, place: cellName };
  const across = rows.findIndex((row) => row.filter(looksLikeDate).length >= DATES_IN_A_HEADER);
  if (across < 0 || longestDateColumn(rows, width) >= DATES_IN_A_HEADER)
    return { value: grid, notes: NO_NOTES };
  const where = at(table, `${cellName(across, 0)}:${cellName(across, width - 1)}`);
  const settled = settle(
    {
      id: "IN-09",
      code: "IN-09",
      where,
      message: `IN-09 The weeks run across the columns of row ${across + 1}; the model needs one row per week.`,
      choices: ["transpose", "stop"],
      default: "transpose",
    },
    answers,
  );
  if (settled.value === null) return { value: grid, notes: settled.notes };
  const turned = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
  const logged = mended({
    code: "IN-09",
    where,
    before: "weeks across the columns",
    after: "a row per week",
    fixed: answered("IN-09"),
  });
  return {
    value: { ...grid, rows: turned, place: (row, column) => cellName(column, row) },
    notes: joinNotes(settled.notes, logged),
  };
}

function longestDateColumn(rows: ReadonlyArray<readonly Cell[]>, width: number): number {
  const counts = Array.from({ length: width }, () => 0);
  for (const row of rows) {
    row.forEach((cell, column) => {
      if (looksLikeDate(cell)) counts[column] = (counts[column] ?? 0) + 1;
    });
  }
  return counts.reduce((longest, count) => Math.max(longest, count), 0);
}
