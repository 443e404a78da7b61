/** Several tables on one sheet, apart by blank rows or columns: only the user knows which is meant (IN-11). */

import { settle } from "./answer.ts";
import { looksLikeDate } from "./date-text.ts";
import { isEmptyCell } from "./empty-cell.ts";
import type { Grid } from "./grid.ts";
import { looksLikeNumber } from "./header-row.ts";
import { at, NO_NOTES, type Noted } from "./notes.ts";

/** Rows and columns of one table, zero-based, ends included. */
interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const ENOUGH = 3; // dated rows that make a table

/**
 * The part of the grid that the user means; the largest while the question is open, the whole where there is but one table.
 *
 * @returns e.g. for a table of spend above a table of prices, each with its own names of columns, one of the two.
 */
export function chooseBlock(grid: Grid, answers: Readonly<Record<string, string>>): Noted<Grid> {
  const blocks = blocksOf(grid);
  if (blocks.length < 2) return { value: grid, notes: NO_NOTES };
  const nameOf = ({ top, left, bottom, right }: Block) =>
    `${grid.place(top, left)}:${grid.place(bottom, right)}`;
  // The first cell names a table: it stays when rows are added, so that the answer holds for the next export.
  const cornerOf = ({ top, left }: Block) => grid.place(top, left);
  const bySize = [...blocks].sort((first, second) => sizeOf(second) - sizeOf(first));
  const settled = settle(
    {
      id: "IN-11",
      code: "IN-11",
      where: at(grid, blocks[1] === undefined ? null : nameOf(blocks[1])),
      message: `IN-11 The sheet holds ${blocks.length} tables: ${blocks.map(nameOf).join(", ")}. Which is meant? Answer with its first cell.`,
      choices: [...blocks.map(cornerOf), "stop"],
      default: bySize[0] === undefined ? "stop" : cornerOf(bySize[0]),
    },
    answers,
  );
  const chosen = blocks.find((block) => cornerOf(block) === settled.value) ?? bySize[0];
  return { value: chosen === undefined ? grid : cut(grid, chosen), notes: settled.notes };
}

function sizeOf({ top, left, bottom, right }: Block): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** Side by side first, then one above the other within each. */
function blocksOf(grid: Grid): Block[] {
  const height = grid.rows.length;
  const width = grid.rows[0]?.length ?? 0;
  const columns = runs(width, (column) => grid.rows.every((row) => isEmptyCell(row[column] ?? null)));
  const beside = columns.filter(({ from, to }) =>
    isTable(grid, { top: 0, bottom: height - 1, left: from, right: to }),
  );
  const sides = beside.length > 1 ? beside : [{ from: 0, to: Math.max(0, width - 1) }];
  return sides.flatMap(({ from, to }) => stacked(grid, from, to));
}

/** Tables one above the other: each begins with its own names of columns; other parts belong to the table above. */
function stacked(grid: Grid, left: number, right: number): Block[] {
  const isBlank = (row: number) => cellsIn(grid, row, left, right).every(isEmptyCell);
  const parts = runs(grid.rows.length, isBlank);
  const starts = parts.filter(
    ({ from, to }) =>
      isTable(grid, { top: from, bottom: to, left, right }) && hasHeader(grid, from, to, left, right),
  );
  return starts.map(({ from }, place) => {
    const next = starts[place + 1]?.from ?? grid.rows.length;
    const within = parts.filter((part) => part.from >= from && part.to < next);
    return { top: place === 0 ? 0 : from, bottom: within.at(-1)?.to ?? from, left, right };
  });
}

function cellsIn(grid: Grid, row: number, left: number, right: number) {
  return (grid.rows[row] ?? []).slice(left, right + 1);
}

function isDated(grid: Grid, row: number, left: number, right: number): boolean {
  const cells = cellsIn(grid, row, left, right);
  return cells.some(looksLikeDate) && cells.some(looksLikeNumber);
}

function isTable(grid: Grid, { top, bottom, left, right }: Block): boolean {
  let dated = 0;
  for (let row = top; row <= bottom; row++) if (isDated(grid, row, left, right)) dated++;
  return dated >= ENOUGH;
}

/** A row of several words and no figure above the first dated row. */
function hasHeader(grid: Grid, from: number, to: number, left: number, right: number): boolean {
  for (let row = from; row <= to && !isDated(grid, row, left, right); row++) {
    const filled = cellsIn(grid, row, left, right).filter((cell) => !isEmptyCell(cell));
    if (
      filled.length > 1 &&
      filled.every((cell) => typeof cell === "string" && !looksLikeNumber(cell) && !looksLikeDate(cell))
    )
      return true;
  }
  return false;
}

/** Stretches between blank rows or columns. */
function runs(count: number, isBlank: (at: number) => boolean): Array<{ from: number; to: number }> {
  const found: Array<{ from: number; to: number }> = [];
  for (let at = 0; at < count; at++) {
    if (isBlank(at)) continue;
    const last = found.at(-1);
    if (last !== undefined && last.to === at - 1) last.to = at;
    else found.push({ from: at, to: at });
  }
  return found;
}

function cut(grid: Grid, { top, left, bottom, right }: Block): Grid {
  return {
    ...grid,
    rows: grid.rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1)),
    place: (row, column) => grid.place(row + top, column + left),
  };
}
