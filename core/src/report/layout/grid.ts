/** Blocks of cells put onto one sheet. */

import { columnLetters } from "../../spreadsheet/table.ts";
import type { PlannedCell, PlannedRow } from "../workbook-plan.ts";

/** Cells from a top left corner on, with the merges that belong to them. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: readonly PlannedRow[];
  readonly merges?: readonly string[];
  readonly heights?: Readonly<Record<number, number>>;
}

/**
 * The rows of a sheet from its blocks; where two overlap, the later one wins.
 *
 * @returns rows from the sheet's first to the last that any block touches.
 */
export function gridOf(blocks: readonly Block[]): PlannedRow[] {
  const grid: (PlannedCell | null)[][] = [];
  for (const block of blocks) {
    block.rows.forEach((cells, offset) => {
      placeRow(grid, block.row + offset, block.column, cells);
    });
  }
  return grid;
}

/** "A5:H5" for a merge across columns of one row; zero-based arguments. */
export function across(row: number, left: number, right: number): string {
  return `${columnLetters(left)}${row + 1}:${columnLetters(right)}${row + 1}`;
}

function placeRow(grid: (PlannedCell | null)[][], row: number, column: number, cells: PlannedRow): void {
  while (grid.length <= row) grid.push([]);
  const target = grid[row];
  if (target === undefined) return;
  while (target.length < column) target.push(null);
  cells.forEach((cell, offset) => {
    if (cell !== null || target[column + offset] === undefined) target[column + offset] = cell;
  });
}
