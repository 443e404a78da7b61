/** A sheet that is one table from A1 on, so that it can be read again as data; it belongs to no run. */

import type { PlannedSheet } from "../workbook-plan.ts";
import { type Block, gridOf } from "./grid.ts";

/** The table as a sheet, its heads frozen and repeated on every landscape page. */
export function plainSheet(name: string, table: Block, widths: readonly number[]): PlannedSheet {
  return {
    name,
    columnWidths: widths,
    rows: gridOf([table]),
    rowHeights: table.heights ?? {},
    merges: [],
    freeze: { rows: 1, columns: 1 },
    charts: [],
    colors: [],
    print: {
      paper: "a4",
      landscape: true,
      titleRows: [1, 1],
      fitPagesWide: 1,
      fitPagesTall: 0,
      scale: null,
      breaks: [],
      area: null,
      footer: `${name} - page {page} of {pages}`,
    },
    gridLines: false,
    tabColor: null,
  };
}
