/** What a custom function is given by a spreadsheet, and what it gives back. */

import type { Cell } from "../spreadsheet/table.ts";

/** [row][column] as Excel and Sheets hand ranges over. */
export type Matrix = ReadonlyArray<readonly Cell[]>;

/** One argument: a value, a range, or null where it is left out. */
export type Given = Cell | Matrix;

/** The spreadsheet errors that can carry a message (excel.md §2.4). */
export type ErrorCode = "#VALUE!" | "#NUM!" | "#N/A" | "#DIV/0!";

/** What the user did, and what to do instead. */
export interface Fault {
  readonly error: ErrorCode;
  readonly message: string;
}

/** A value for the cell, a rectangle that spills, or a fault. */
export type Outcome = Cell | Matrix | Fault;

export function fault(error: ErrorCode, message: string): Fault {
  return { error, message };
}

/** True for a fault, false for a value or a rectangle. */
export function isFault(outcome: unknown): outcome is Fault {
  return typeof outcome === "object" && outcome !== null && "error" in outcome && "message" in outcome;
}

/** A rectangle of one column. */
export function column(values: Iterable<Cell>): Matrix {
  return Array.from(values, (value) => [value]);
}
