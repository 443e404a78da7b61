/** Figures that formulas fetched from another workbook, and that may be old (IN-13). */

import type { Table } from "../spreadsheet/table.ts";
import { at, found, NO_NOTES, type Notes } from "./notes.ts";
import { counted, listed } from "./wording.ts";

/** A warning that names the cells; none where no formula leaves the workbook. */
export function linkedCells(table: Table): Notes {
  const cells = table.linkedCells ?? [];
  if (cells.length === 0) return NO_NOTES;
  return found(
    "warn",
    "IN-13",
    at(table, cells[0] ?? null),
    `IN-13 ${counted(cells.length, "cell")} hold formulas that refer to another workbook (${listed(cells)}); their values are those of the last time both were open.`,
    "Open both workbooks, let them recalculate and save, or paste the values.",
  );
}
