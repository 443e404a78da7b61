/** A cell in which nothing stands. */

import type { Cell } from "../spreadsheet/table.ts";

/** True when nothing is in the cell, not even a mark; e.g. for null and for spaces. */
export function isEmptyCell(cell: Cell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}
