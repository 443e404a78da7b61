/** The user's cells as a rectangle that still knows each cell's own place, however it is turned. */

import { type Cell, cellName, type Table } from "../spreadsheet/table.ts";
import { settle } from "./answer.ts";
import { looksLikeDate, readDate } from "./date-text.ts";
import { isEmptyCell } from "./empty-cell.ts";
import { at, joinNotes, type Noted, type Source } from "./notes.ts";
import { answered, mended } from "./repair.ts";
import { visibleRows } from "./visible-rows.ts";

export interface Grid extends Source {
  /** [row][column], all rows of one length. */
  readonly rows: ReadonlyArray<readonly Cell[]>;
  /** A1 name of a cell in the user's file. */
  readonly place: (row: number, column: number) => string;
}

const COMPACT_DAY = /^(?:19|20)\d{6}$/;
const DATES_IN_A_HEADER = 3; // two dates in one row may be the start and the end of one week

/**
 * The table as a rectangle, turned when its weeks run across the columns (IN-09).
 *
 * @returns the grid; a question is noted when weeks run across and the brief does not say to turn them.
 */
export function uprightGrid(table: Table, answers: Readonly<Record<string, string>>): Noted<Grid> {
  const read = visibleRows(table, answers);
  const width = table.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const rows = read.value.rows.map((row) =>
    Array.from({ length: width }, (_, column) => row[column] ?? null),
  );
  const place = (row: number, column: number) => cellName(read.value.sheetRows[row] ?? row, column);
  const grid: Grid = { file: table.file, sheet: table.sheet, rows, place };
  const across = rows.findIndex(
    (row) => Math.max(row.filter(looksLikeDate).length, compactDays(row)) >= DATES_IN_A_HEADER,
  );
  if (across < 0 || longestDateColumn(rows, width) >= DATES_IN_A_HEADER)
    return { value: grid, notes: read.notes };
  const where = at(table, `${place(across, 0)}:${place(across, width - 1)}`);
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
  if (settled.value === null) return { value: grid, notes: joinNotes(read.notes, settled.notes) };
  const turned = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
  const logged = mended({
    code: "IN-09",
    where,
    before: "weeks across the columns",
    after: "a row per week",
    fixed: answered("IN-09"),
  });
  return {
    value: { ...grid, rows: turned, place: (row, column) => place(column, row) },
    notes: joinNotes(read.notes, settled.notes, logged),
  };
}

/** Days written as 20240131 in a row that holds nothing else but a name: alone they could be any numbers. */
function compactDays(row: readonly Cell[]): number {
  const [, ...filled] = row.filter((cell) => !isEmptyCell(cell));
  const isDay = (cell: Cell) => COMPACT_DAY.test(String(cell)) && readDate(cell) !== null;
  return filled.every(isDay) ? filled.length : 0;
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
