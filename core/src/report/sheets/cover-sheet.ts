/** Cover: the finding, its three numbers, who stands behind it, and the way to every sheet. */

import type { WorkbookCheck } from "../checks/workbook-check.ts";
import type { Refusal } from "../defense-results.ts";
import { openingParts } from "../findings/opening.ts";
import { text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { paragraph } from "../layout/prose.ts";
import { sentence } from "../layout/sentence.ts";
import { planSheet } from "../layout/sheet.ts";
import { stampLine } from "../layout/stamp-line.ts";
import { COVER, COVER_FACTS } from "../places/run-places.ts";
import type { ReportContext, RunContext } from "../report-context.ts";
import type { PlannedColor, PlannedSheet } from "../workbook-plan.ts";
import { scoreChart } from "./audit-sheet.ts";
import { coverCharts } from "./cover-charts.ts";
import { factsBlock, indexBlock, legendBlock } from "./cover-facts.ts";
import { tilesBlock } from "./cover-tiles.ts";

const WIDTHS: readonly number[] = [19, 24, 18, 18, 22, 22, 15, 30];
const LAST = WIDTHS.length - 1;

/** The Cover of a run that may be shown. */
export function coverSheet(context: ReportContext, checks: readonly WorkbookCheck[]): PlannedSheet {
  const lead = paragraph(4, [0, LAST], sentence(openingParts(context), "lead"), WIDTHS, 13);
  return cover(context, [lead, tilesBlock(context, checks)], coverCharts(context), [
    { range: "G8", by: "met" },
  ]);
}

/** The Cover of a refused run: the reason and the remedy in place of numbers. */
export function refusedCover(context: RunContext, refusal: Refusal): PlannedSheet {
  const reason = paragraph(4, [0, LAST], text(`No estimate is shown. ${refusal.reason}`, "lead"), WIDTHS, 13);
  const remedy = paragraph(6, [0, LAST], text(`What to do: ${refusal.remedy}`, "callout"), WIDTHS);
  const chart = scoreChart(context.scorecard, { row: 9, column: 0, rows: 11, columns: 5 });
  return cover(context, [reason, remedy], [chart], []);
}

function cover(
  context: RunContext,
  blocks: readonly Block[],
  charts: PlannedSheet["charts"],
  colors: readonly PlannedColor[],
): PlannedSheet {
  const title = `Budget defense: ${context.words.company}`;
  return planSheet(context, {
    name: COVER,
    title: text(title),
    units: `Money in ${context.history.currency}; KPI: ${context.history.kpi.name}. Blue cells are yours to fill, black are computed, green come from another sheet.`,
    widths: WIDTHS,
    stampLine: stampLine(context),
    blocks: [...blocks, factsBlock(context), indexBlock(context), legendBlock()],
    charts,
    colors: [{ range: `B${COVER_FACTS.stamp + 1}`, by: "stamp" }, ...colors],
    onePage: true,
    lastPrinted: LAST,
    accent: true,
  });
}
