/** DataInventory: the tables that are said to be there, and the scores that follow (A-22, D-03). */

import type { InventoryAudit } from "../../audit/inventory/audit-inventory.ts";
import type { InventoryEntry } from "../../audit/inventory/read-inventory.ts";
import type { Dimension } from "../../audit/scorecard.ts";
import { pasted, text } from "../layout/cells.ts";
import { COUNT } from "../layout/number-formats.ts";
import { type PageFrame, planPage } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import type { PlannedSheet } from "../workbook-plan.ts";
import { DIMENSIONS } from "./audit-sheet.ts";

const INVENTORY = "DataInventory";
const WIDTHS: readonly number[] = [32, 12, 12, 24, 70];
const FIRST_ROW = 4;

/** The sheet: scores above, tables beneath. */
export function inventorySheet(
  frame: PageFrame,
  audit: InventoryAudit,
  entries: readonly InventoryEntry[],
): PlannedSheet {
  const scores: TableColumn<Dimension>[] = [
    { head: "Dimension", words: true, cell: (each) => text(DIMENSIONS[each.id], "label") },
    { head: "Score", cell: (each) => pasted(each.score, "0") },
    { head: "Evidence", words: true, span: 3, cell: (each) => text(each.evidence) },
  ];
  const tables: TableColumn<InventoryEntry>[] = [
    { head: "Table", words: true, cell: (each) => text(each.table, "label") },
    { head: "Grain", words: true, cell: (each) => text(each.grain, "label") },
    { head: "Weeks", cell: (each) => pasted(each.weeks, COUNT) },
    { head: "Owner", words: true, cell: (each) => text(each.owner) },
    { head: "Fields", words: true, cell: (each) => text(each.fields.join(", ")) },
  ];
  const above = tableBlock({
    row: FIRST_ROW,
    column: 0,
    columns: scores,
    items: audit.dimensions,
    widths: WIDTHS,
  });
  const below = above.row + above.rows.length + 1;
  return planPage(frame, {
    name: INVENTORY,
    title: text(`Readiness ${audit.overall} of 5 if the inventory is right; nothing was measured`),
    units: "Scores from 1 (missing) to 5 (ready); a list alone reaches 4.",
    widths: WIDTHS,
    blocks: [above, tableBlock({ row: below, column: 0, columns: tables, items: entries, widths: WIDTHS })],
    onePage: true,
    lastPrinted: WIDTHS.length - 1,
  });
}
