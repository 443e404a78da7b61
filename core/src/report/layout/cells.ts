/** Makers of planned cells, so that a sheet's file reads as what it shows. */

import type { Cell } from "../../spreadsheet/table.ts";
import type { CellStyle, EstimateRole, PlannedCell, PlannedRow } from "../workbook-plan.ts";

/** Words; a user's own text stays text whatever its first letter (IN-66). */
export function text(value: string, style: CellStyle = "text"): PlannedCell {
  return { value, style };
}

/** A value written by the run. */
export function pasted(value: Cell, format: string, style: CellStyle = "number"): PlannedCell {
  return { value: finite(value), format, style };
}

/** A live formula with the value that it must compute to. */
export function live(formula: string, value: Cell, format: string, style: CellStyle = "number"): PlannedCell {
  return { value: finite(value), formula, format, style };
}

/** A live formula that only fetches a cell of another sheet (green). */
export function fetched(
  address: string,
  value: Cell,
  format: string,
  style: CellStyle = "number",
): PlannedCell {
  return { ...live(address, value, format, style), ink: "link" };
}

/** A cell that the user owns (blue on yellow). */
export function input(value: Cell, format: string, style: CellStyle = "number"): PlannedCell {
  return { value, format, style, ink: "input" };
}

/** The same cell as one of the three numbers of an estimate. */
export function asEstimate(cell: PlannedCell, estimate: EstimateRole): PlannedCell {
  return { ...cell, estimate };
}

/** The same cells as a total row. */
export function totalRow(cells: PlannedRow): PlannedRow {
  return cells.map((cell) => (cell === null ? null : { ...cell, total: true }));
}

/** NaN and infinities have no place in a cell: the method says "undefined" by an empty one. */
function finite(value: Cell): Cell {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}
