/** Writes a workbook plan as an .xlsx file: the sink of the command line. */

import type {
  PlannedCell,
  PlannedColor,
  PlannedPrint,
  PlannedSheet,
  WorkbookPlan,
  WorkbookSink,
} from "@mmm/core";
import {
  type Cell,
  type ConditionalRule,
  type CellStyle as FileStyle,
  type MergeRange,
  type PageSetup,
  parseRange,
  type WriteSheet,
  writeXlsx,
} from "hucre";
import { AMBER, BAD, GOOD, INPUT_INK, LINK_INK, LOOKS, TOTAL_LOOK } from "./cell-looks.ts";
import { quietLines } from "./chart-lines.ts";
import { fileChart } from "./file-chart.ts";
import { rewriteParts } from "./rewrite-parts.ts";

/** 12 mm on every side, with room for the footer (requirements §4.3), in inches. */
const MARGINS = { top: 0.47, bottom: 0.63, left: 0.47, right: 0.47, header: 0.3, footer: 0.3 };

/**
 * A plan as the bytes of an .xlsx file; the same plan gives the same bytes.
 *
 * @param plan - every formula with the value that it computes to; hosts show it before they recalculate.
 */
export const writeWorkbook: WorkbookSink<Uint8Array> = async (plan: WorkbookPlan) => {
  const created = new Date(plan.createdAt);
  const bytes = await writeXlsx({
    sheets: plan.sheets.map(fileSheet),
    defaultFont: { name: "Arial", size: 10 },
    properties: { title: plan.title, creator: "Marginal", created, modified: created },
  });
  return rewriteParts(bytes, CHART_PART, quietLines);
};

const CHART_PART = /^xl\/charts\/chart\d+\.xml$/;

function fileSheet(sheet: PlannedSheet): WriteSheet {
  return {
    name: sheet.name,
    columns: sheet.columnWidths.map((width) => ({ width })),
    cells: fileCells(sheet),
    rowDefs: new Map(Object.entries(sheet.rowHeights).map(([row, height]) => [Number(row), { height }])),
    merges: sheet.merges.map(mergeRange),
    ...(sheet.freeze === null ? {} : { freezePane: sheet.freeze }),
    view: {
      showGridLines: sheet.gridLines,
      ...(sheet.tabColor === null ? {} : { tabColor: { rgb: sheet.tabColor } }),
    },
    conditionalRules: sheet.colors
      .flatMap(colorRules)
      .map((rule, index) => ({ ...rule, priority: index + 1 })),
    charts: sheet.charts.map(fileChart),
    pageSetup: pageSetup(sheet.print),
    headerFooter: { oddFooter: footerCode(sheet.print.footer) },
    // the library counts breaks from the row above
    rowBreaks: sheet.print.breaks.map((row) => row - 1),
  };
}

function fileCells(sheet: PlannedSheet): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  sheet.rows.forEach((row, rowIndex) => {
    row.forEach((cell, column) => {
      if (cell !== null) cells.set(`${rowIndex},${column}`, fileCell(cell));
    });
  });
  return cells;
}

function fileCell(cell: PlannedCell): Partial<Cell> {
  const style = lookOf(cell);
  const link =
    cell.goTo === undefined
      ? {}
      : { hyperlink: { target: "", location: `'${cell.goTo.replaceAll("'", "''")}'!A1` } };
  if (cell.formula !== undefined) {
    return { value: null, formula: cell.formula, formulaResult: cell.value, style, ...link };
  }
  return { value: cell.value, style, ...link };
}

function lookOf(cell: PlannedCell): FileStyle {
  const parts: FileStyle[] = [LOOKS[cell.style ?? "text"]];
  if (cell.total) parts.push(TOTAL_LOOK);
  if (cell.ink === "input") parts.push(INPUT_INK);
  if (cell.ink === "link") parts.push(LINK_INK);
  const look: FileStyle = Object.assign({}, ...parts);
  const font = Object.assign({ name: "Arial", size: 10 }, ...parts.map((part) => part.font));
  const border = Object.assign({}, ...parts.map((part) => part.border));
  const format = cell.format === undefined || cell.format === "General" ? {} : { numFmt: cell.format };
  return { ...look, font, border, ...format };
}

function mergeRange(range: string): MergeRange {
  const { startRow, startCol, endRow, endCol } = parseRange(range);
  return { startRow, startCol, endRow, endCol };
}

function pageSetup(print: PlannedPrint): PageSetup {
  const fit =
    print.scale === null
      ? { fitToPage: true, fitToWidth: print.fitPagesWide, fitToHeight: print.fitPagesTall }
      : { scale: print.scale };
  return {
    paperSize: print.paper,
    orientation: print.landscape ? "landscape" : "portrait",
    margins: MARGINS,
    horizontalCentered: true,
    ...fit,
    ...(print.area === null ? {} : { printArea: print.area }),
    ...(print.titleRows === null ? {} : { printTitlesRow: `$${print.titleRows[0]}:$${print.titleRows[1]}` }),
  };
}

/** "&" starts a code in footers, so the user's own is doubled before ours are put in. */
function footerCode(footer: string): string {
  const safe = footer.replaceAll("&", "&&").replace("{page}", "&P").replace("{pages}", "&N");
  return `&C&8${safe}`;
}

function colorRules({ range, by }: PlannedColor): Omit<ConditionalRule, "priority">[] {
  const first = range.split(":")[0] ?? range;
  const rule = (formula: string, style: FileStyle): Omit<ConditionalRule, "priority"> => ({
    type: "expression",
    range,
    formula,
    style,
  });
  if (by === "truth") return [rule(`${first}=TRUE`, GOOD), rule(`${first}=FALSE`, BAD)];
  if (by === "met") {
    const isMissed = `ISNUMBER(SEARCH("not",${first}))`;
    return [rule(isMissed, BAD), rule(`NOT(${isMissed})`, GOOD)];
  }
  if (by === "verdict") {
    return [rule(`${first}="pass"`, GOOD), rule(`${first}="review"`, AMBER), rule(`${first}="fail"`, BAD)];
  }
  // the whole row takes the color of its first cell, which holds the words
  const holder = `$${first.replace(/(\d+)$/, "$$$1")}`;
  const mentions = (words: string): string => `ISNUMBER(SEARCH("${words}",${holder}))`;
  return [
    rule(`OR(${mentions("NOT CONVERGED")},${mentions("BLOCKED")})`, BAD),
    rule(
      `OR(${mentions("DRAFT")},${mentions("DIRECTIONAL")},${mentions("PRIOR-DRIVEN")},${mentions("not met")})`,
      AMBER,
    ),
  ];
}
