/** What a user hands us, before anybody has understood it: named rows of cells. */

/** A cell's value; an empty cell is null, a spreadsheet error is its text ("#REF!"), a date is its text or serial. */
export type Cell = string | number | boolean | null;

/** A rectangle of cells as read from a file or a sheet; row 0 is the sheet's first row. */
export interface Table {
  /** File name as the user knows it, e.g. "spend.csv". */
  readonly file: string;
  /** Sheet name, or null for a file that has no sheets. */
  readonly sheet: string | null;
  /** [row][column]; rows may be of unequal length. */
  readonly rows: ReadonlyArray<readonly Cell[]>;
  /** Zero-based rows that a filter or the user has hidden; absent where the file can not hide any. */
  readonly hiddenRows?: readonly number[];
  /** The workbook's other visible sheets, where nobody said which is meant. */
  readonly otherSheets?: readonly Table[];
  /** Rows of the file that `rows` are sums of, where they were added up while they were read. */
  readonly addedUp?: number;
  /** A1 names of cells whose formula refers to another workbook. */
  readonly linkedCells?: readonly string[];
}

/**
 * The A1 name of a cell.
 *
 * @param row - zero-based row.
 * @param column - zero-based column.
 * @returns e.g. `cellName(1, 27)` is "AB2".
 */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/**
 * The letters of a column: 0 is "A", 25 is "Z", 26 is "AA".
 *
 * @param column - zero-based column.
 */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  const letter = String.fromCharCode(65 + (column % 26));
  return rest < 0 ? letter : columnLetters(rest) + letter;
}
