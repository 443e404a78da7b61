/** Rows of cells → separated text that no spreadsheet takes for formulas. */

import type { Cell } from "@mmm/core";

/** A text that begins like this is computed when a spreadsheet opens the file (OWASP, "CSV Injection"). */
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * Comma-separated text; a text that a spreadsheet would compute gets a quote before it (IN-66), numbers stay numbers.
 *
 * @returns e.g. `[["=A1", -2], ["a,b", null]]` becomes `'=A1,-2` and `"a,b",`.
 */
export function writeCsv(rows: ReadonlyArray<readonly Cell[]>): string {
  return rows.map((row) => `${row.map(field).join(",")}\n`).join("");
}

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
