/** Sections that flow down the Defense pages: each says where it ends, so that the next starts below. */

import { text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { paragraph } from "../layout/prose.ts";
import { type Part, sentence } from "../layout/sentence.ts";
import type { PlannedCell, PlannedRow } from "../workbook-plan.ts";

/** Ten columns: 98 digits wide, which fits A4 and Letter at natural size with 12 mm margins. */
export const DEFENSE_WIDTHS: readonly number[] = [19, 9.5, 9.5, 9.5, 9.5, 9.5, 9, 8, 8, 8];
export const LAST_COLUMN: number = DEFENSE_WIDTHS.length - 1;

/** Points of a row without a height of its own. */
export const ROW_POINTS = 15;

export interface Section {
  readonly blocks: readonly Block[];
  /** Zero-based row after the section. */
  readonly end: number;
}

/** Puts sections one below the other, a narrow row between them. */
export function flow(start: number, makers: ReadonlyArray<(row: number) => Section>): Section {
  return makers.reduce<Section>(
    (above, make) => {
      const gap: Block = { row: above.end, column: 0, rows: [[]], heights: { [above.end]: 6 } };
      const section = make(above.end + 1);
      return { blocks: [...above.blocks, gap, ...section.blocks], end: section.end };
    },
    { blocks: [], end: start - 1 },
  );
}

/** A heading with a line under it across the page. */
export function heading(words: string, row: number): Block {
  const cells: PlannedRow = DEFENSE_WIDTHS.map((_, column) => text(column === 0 ? words : "", "section"));
  return { row, column: 0, rows: [cells], heights: { [row]: 17 } };
}

/** Paragraphs under a heading, each across the page. */
export function prose(words: string, lines: ReadonlyArray<readonly Part[]>): (row: number) => Section {
  return (row) => ({
    blocks: [heading(words, row), ...lines.map((parts, index) => line(row + 1 + index, sentence(parts)))],
    end: row + 1 + lines.length,
  });
}

/** One paragraph across the page. */
export function line(row: number, cell: PlannedCell): Block {
  return paragraph(row, [0, LAST_COLUMN], cell, DEFENSE_WIDTHS);
}
