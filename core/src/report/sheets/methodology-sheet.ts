/** Methodology: every threshold with its reason, what was assumed, and what each number means. */

import type { MethodologyRow } from "../../govern/methodology-row.ts";
import { pasted, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { paragraph } from "../layout/prose.ts";
import { planSheet } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { FIRST_METHODOLOGY_ROW, METHODOLOGY } from "../places/diagnostic-places.ts";
import type { RunContext } from "../report-context.ts";
import type { PlannedSheet } from "../workbook-plan.ts";

const WIDTHS: readonly number[] = [34, 11, 24, 10, 10, 22, 70];

/** What the words of this workbook mean (requirements §6.3). */
const DEFINITIONS: readonly string[] = [
  "Incremental KPI: the expected KPI with the spend that happened minus the expected KPI had that channel spent nothing.",
  "ROAS here is incremental revenue / spend (iROAS), not the revenue that a platform claims for itself.",
  "ROAS of the next unit of spend: the slope of the response curve at the mean weekly spend of the latest weeks (attribute.reportWeeks).",
  "Margin return: (incremental revenue x contribution margin - spend) / spend. Break-even ROAS: 1 / contribution margin.",
  "Cost per incremental unit: spend / incremental KPI, for KPIs that are counts.",
  "Carry-over: a share of each week's effect is felt in the next week, over 13 weeks in all. No effect is counted after the last week.",
  "Saturation: each channel's effect follows x^slope / (x^slope + half-saturation^slope) of the carried spend.",
  "Interval (CI): the range that holds the stated share of all draws, with equal shares left out on either side.",
];

/** The Methodology sheet. */
export function methodologySheet(context: RunContext): PlannedSheet {
  const { methodology } = context;
  const table = rowsBlock(methodology);
  const priors = linesBlock("What was assumed before the data (priors)", context.priors, endOf(table) + 1);
  const definitions = linesBlock("What the words mean", DEFINITIONS, lastOf(priors) + 2);
  return planSheet(context, {
    name: METHODOLOGY,
    title: text(`Methodology ${context.run.methodologyVersion}: every threshold, assumption and definition`),
    units: "Values in the unit shown; least and most are the bounds inside which a run may set them.",
    widths: WIDTHS,
    blocks: [table, ...priors, ...definitions],
    freeze: { rows: FIRST_METHODOLOGY_ROW, columns: 1 },
    titleRows: [1, FIRST_METHODOLOGY_ROW],
    lastPrinted: WIDTHS.length - 1,
  });
}

function rowsBlock(rows: readonly MethodologyRow[]): Block {
  const columns: TableColumn<MethodologyRow>[] = [
    { head: "Key", words: true, cell: (row) => text(row.key, "label") },
    { head: "Value", cell: (row) => pasted(row.value, "General") },
    { head: "Unit", words: true, cell: (row) => text(row.unit) },
    { head: "Least", cell: (row) => pasted(row.min, "General") },
    { head: "Most", cell: (row) => pasted(row.max, "General") },
    { head: "Source", words: true, cell: (row) => text(row.source) },
    { head: "Why", words: true, cell: (row) => text(row.reason) },
  ];
  return tableBlock({ row: FIRST_METHODOLOGY_ROW - 1, column: 0, columns, items: rows, widths: WIDTHS });
}

function linesBlock(heading: string, lines: readonly string[], row: number): Block[] {
  const head: Block = { row, column: 0, rows: [[text(heading, "section")]], heights: { [row]: 20 } };
  const body = lines.map((line, index) =>
    paragraph(row + 1 + index, [0, WIDTHS.length - 1], text(line, "sentence"), WIDTHS),
  );
  return [head, ...body];
}

function endOf(block: Block): number {
  return block.row + block.rows.length;
}

function lastOf(blocks: readonly Block[]): number {
  return Math.max(...blocks.map((block) => block.row));
}
