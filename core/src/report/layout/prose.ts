/** Wrapped text across merged cells, with the height that it needs: hosts do not grow merged rows by themselves. */

import type { PlannedCell } from "../workbook-plan.ts";
import { across, type Block } from "./grid.ts";

/** Arial sets about 1.3 letters of running text in the width of one digit; 1.18 leaves room for words that do not break. */
const LETTERS_PER_WIDTH = 1.18;
/** Points per line and padding per row, of 10-point Arial. */
const LINE_POINTS = 13.2;
const PADDING_POINTS = 3;

/**
 * Lines that a text takes in a given width.
 *
 * @param width - characters of the column or merged columns, at 10 points.
 * @returns at least 1; e.g. 210 letters in a width of 100 take 2 lines.
 */
export function linesOf(words: string, width: number): number {
  return words
    .split("\n")
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / (width * LETTERS_PER_WIDTH))), 0);
}

/** Height in points of a row with so many lines of the given size. */
export function heightOf(lines: number, points = 10): number {
  return Math.round((lines * LINE_POINTS * points) / 10 + PADDING_POINTS);
}

/**
 * One paragraph across columns.
 *
 * @param widths - the sheet's column widths in characters.
 * @param points - font size of the paragraph's style.
 */
export function paragraph(
  row: number,
  span: readonly [number, number],
  cell: PlannedCell,
  widths: readonly number[],
  points = 10,
): Block {
  const width = widths.slice(span[0], span[1] + 1).reduce((sum, each) => sum + each, 0);
  const lines = linesOf(String(cell.value ?? ""), (width * 10) / points);
  return {
    row,
    column: span[0],
    rows: [[cell]],
    merges: span[1] > span[0] ? [across(row, span[0], span[1])] : [],
    heights: { [row]: heightOf(lines, points) },
  };
}
