/** A1 addresses for formulas and charts, absolute and quoted where a sheet's name needs it. */

import { cellName, columnLetters } from "../../spreadsheet/table.ts";

/** A rectangle of cells; rows and columns zero-based, both ends included. */
export interface Area {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * A sheet's name as formulas write it, quotes doubled (IN-67).
 *
 * @returns e.g. `quoteSheet("Run log")` is "'Run log'", `quoteSheet("ROI")` is "ROI".
 */
export function quoteSheet(name: string): string {
  return /^[A-Za-z_]+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** The absolute address of a cell on another sheet: `cellAt("ROI", 5, 2)` is "ROI!$C$6". */
export function cellAt(sheet: string, row: number, column: number): string {
  return `${quoteSheet(sheet)}!${fixed(row, column)}`;
}

/** The absolute address of a cell on the same sheet: `fixed(5, 2)` is "$C$6". */
export function fixed(row: number, column: number): string {
  return `$${columnLetters(column)}$${row + 1}`;
}

/** The relative address of a cell on the same sheet: `near(5, 2)` is "C6". */
export function near(row: number, column: number): string {
  return cellName(row, column);
}

/** One column of an area: `columnArea("ROI", 2, 5, 10)` covers C6 to C11. */
export function columnArea(sheet: string, column: number, top: number, bottom: number): Area {
  return { sheet, top, left: column, bottom, right: column };
}

/** An area with its sheet, for other sheets and for charts: "ROI!$C$6:$C$11". */
export function areaAt(area: Area): string {
  return `${quoteSheet(area.sheet)}!${areaHere(area)}`;
}

/** An area without its sheet: "$C$6:$C$11". */
export function areaHere(area: Area): string {
  return `${fixed(area.top, area.left)}:${fixed(area.bottom, area.right)}`;
}
