/** Rows that a filter or a hand has hidden in the user's sheet: they are data, unless the user says otherwise (IN-08). */

import { type Cell, cellName, type Table } from "../spreadsheet/table.ts";
import { settle } from "./answer.ts";
import { isEmptyCell } from "./empty-cell.ts";
import { at, joinNotes, NO_NOTES, type Noted } from "./notes.ts";
import { answered, mended } from "./repair.ts";
import { counted } from "./wording.ts";

/** The rows that are read, and where each stands in the user's sheet. */
export interface ReadRows {
  readonly rows: ReadonlyArray<readonly Cell[]>;
  /** [row] zero-based row of the sheet. */
  readonly sheetRows: readonly number[];
}

/**
 * All rows, or all that are not hidden, as the user says.
 *
 * @returns every row where none is hidden or the question is open; e.g. "exclude" leaves out what a filter hid.
 */
export function visibleRows(table: Table, answers: Readonly<Record<string, string>>): Noted<ReadRows> {
  const all = { rows: table.rows, sheetRows: table.rows.map((_, row) => row) };
  const hidden = (table.hiddenRows ?? []).filter((row) =>
    table.rows[row]?.some((cell) => !isEmptyCell(cell)),
  );
  if (hidden.length === 0) return { value: all, notes: NO_NOTES };
  const where = at(table, cellName(hidden[0] ?? 0, 0));
  const settled = settle(
    {
      id: "IN-08",
      code: "IN-08",
      where,
      message: `IN-08 ${counted(hidden.length, "row")} of ${table.rows.length} are hidden or filtered out in the sheet: shall they be read too?`,
      choices: ["include", "exclude", "stop"],
      default: "include",
    },
    answers,
  );
  if (settled.value === null) return { value: all, notes: settled.notes };
  const isExcluded = settled.value === "exclude";
  const logged = mended({
    code: "IN-08",
    where,
    before: counted(hidden.length, "hidden row"),
    after: isExcluded ? "(left out)" : "(read like the others)",
    fixed: answered("IN-08"),
  });
  const notes = joinNotes(settled.notes, logged);
  if (!isExcluded) return { value: all, notes };
  const kept = all.sheetRows.filter((row) => !hidden.includes(row));
  return { value: { rows: kept.map((row) => table.rows[row] ?? []), sheetRows: kept }, notes };
}
