/** A named column of the user's table, before and after its numbers are read. */

import type { Cell } from "../spreadsheet/table.ts";
import type { Source } from "./notes.ts";

export interface Column {
  /** The header as written, trimmed. */
  readonly header: string;
  /** A1 name of the header's cell. */
  readonly headerCell: string;
  /** [row] cells beneath the header. */
  readonly cells: readonly Cell[];
  /** [row] A1 name of each cell in the user's file, whatever was skipped, turned or sorted since. */
  readonly places: readonly string[];
  /** Rows whose figure rests in part on what an answer filled in or split; absent where none does. */
  readonly estimated?: readonly number[];
  /** ISO code of all its amounts, where it is known apart from header and cells (IN-33). */
  readonly currency?: string;
  /** [row] ISO codes where rows differ. */
  readonly currencies?: ReadonlyArray<string | null>;
}

/** The table as named columns of equal length. */
export interface Frame extends Source {
  readonly columns: readonly Column[];
}

/** A column whose cells are read as numbers; null where nothing stands. */
export interface NumberColumn {
  readonly header: string;
  readonly headerCell: string;
  /** [row] finite or null. */
  readonly values: ReadonlyArray<number | null>;
  readonly places: readonly string[];
  /** As in `Column`. */
  readonly estimated?: readonly number[];
}

/** "F2:F133", or the one cell when there is no more. */
export function columnRange(column: {
  readonly headerCell: string;
  readonly places: readonly string[];
}): string {
  const first = column.places[0];
  const last = column.places.at(-1);
  if (first === undefined || last === undefined) return column.headerCell;
  if (first === last) return first;
  const [from = "", tag] = first.split("@");
  // Of several files (tagged-places.ts) a range may begin in one and end in another: then its first cell stands for it.
  if (tag !== undefined) return last.endsWith(`@${tag}`) ? `${from}:${last}` : first;
  return `${first}:${last}`;
}

/** The same rows of a column, in the order given. */
export function pickRows(column: Column, rows: readonly number[]): Column {
  return {
    ...column,
    cells: rows.map((row) => column.cells[row] ?? null),
    places: rows.map((row) => column.places[row] ?? column.headerCell),
  };
}
