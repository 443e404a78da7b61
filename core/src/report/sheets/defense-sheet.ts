import { cellAt } from "../layout/address.ts";
/** Defense: two printed pages that a marketing lead can put before finance. */

import { mediaReturns } from "../channel-returns.ts";
import { openingParts } from "../findings/opening.ts";
import { text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { paragraph } from "../layout/prose.ts";
import { type Part, ratioPart, sentence } from "../layout/sentence.ts";
import { planSheet } from "../layout/sheet.ts";
import { DEFENSE, type DefensePlaces, defensePlaces } from "../places/defense-places.ts";
import { ROI, roiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";
import type { PlannedChart, PlannedSheet } from "../workbook-plan.ts";
import { rankChart, returnsChart } from "./cover-charts.ts";
import { defenseBridge } from "./defense-bridge.ts";
import { assumptions, howWeKnow, method } from "./defense-evidence.ts";
import { DEFENSE_WIDTHS, flow, LAST_COLUMN, ROW_POINTS } from "./defense-flow.ts";
import { changeOurMind, risks, signOff, whereNext } from "./defense-next.ts";
import { groupSplit, reconciliation, returnsTable } from "./defense-returns.ts";

/** Points that a page of A4 or Letter holds inside the margins, whichever is shorter (Letter, 11 in). */
const PAGE_POINTS = 690;
const SMALLEST_SCALE = 50;
/** At which the columns fit between the margins of A4, whatever width a host gives a digit. */
const LARGEST_SCALE = 93;

/** The Defense sheet: page 1 what came back, page 2 how we know and what next. */
export function defenseSheet(context: ReportContext): PlannedSheet {
  const printed = defensePlaces(context);
  const ranks = context.shows === "ranks";
  const table = returnsTable(context, printed);
  const rest = flow(table.end + 1, [
    ...(ranks ? [] : [(row: number) => groupSplit(context, row)]),
    reconciliation(context),
  ]);
  const second = flow(rest.end + 1, [
    howWeKnow(context),
    method(context),
    assumptions(context),
    whereNext(context),
    risks(context),
    changeOurMind(context),
    signOff(context),
  ]);
  const bridge = ranks ? null : defenseBridge(context, printed);
  const blocks = [
    ...openingBlocks(context, printed),
    ...table.blocks,
    ...rest.blocks,
    ...second.blocks,
    ...(bridge === null ? [] : [bridge.block]),
  ];
  return planSheet(context, {
    name: DEFENSE,
    title: text(`Budget defense: ${context.words.company}`),
    units: `Money in ${context.history.currency}; ranges are ${context.words.level} unless they say otherwise; every number is live from the other sheets.`,
    widths: bridge === null ? DEFENSE_WIDTHS : [...DEFENSE_WIDTHS, 3, 16, 11, 11, 11, 11],
    blocks,
    charts: chartsOf(context, printed, bridge?.chart ?? null),
    colors: [{ range: `H${second.end}`, by: "stamp" }],
    landscape: false,
    breaks: [rest.end],
    scale: scaleOf(blocks, rest.end, second.end),
    lastPrinted: LAST_COLUMN,
    lastPrintedRow: second.end - 1,
    accent: true,
  });
}

/** The opening sentence and how much of the spend pays back. */
function openingBlocks(context: ReportContext, printed: DefensePlaces): Block[] {
  const opening = paragraph(
    printed.openingRow,
    [0, LAST_COLUMN],
    sentence(openingParts(context), "lead"),
    DEFENSE_WIDTHS,
    13,
  );
  const second = paragraph(
    printed.openingRow + 1,
    [0, LAST_COLUMN],
    sentence(paybackParts(context)),
    DEFENSE_WIDTHS,
  );
  return [opening, second];
}

/** How much of the spend is likely to pay back, and from which return on it does. */
function paybackParts(context: ReportContext): readonly Part[] {
  const { channels } = mediaReturns(context);
  if (context.shows !== "money") {
    return [
      context.shows === "units"
        ? `No money value of ${context.history.kpi.name} was given, so the return is a cost per unit and no ROAS is shown.`
        : "Amounts and returns are held back until the history is long enough; nothing on these pages is an amount of effect.",
    ];
  }
  const { margin } = context.brief;
  const likely = channels.filter((each) => (each.channel.probabilityAboveBreakEven ?? 0) >= 0.5);
  const names = (list: typeof channels): string => list.map((each) => each.channel.name).join(", ") || "none";
  const unlikely = channels.filter((each) => !likely.includes(each));
  return [
    `More likely than not above break-even: ${names(likely)}. Not: ${names(unlikely)}. Break-even ROAS is `,
    ratioPart(cellAt(ROI, roiPlaces(context).breakEvenRow, 2), margin === null ? 1 : 1 / margin),
    margin === null ? " (no margin was given)." : ` at a margin of ${Math.round(margin * 100)}%.`,
  ];
}

function chartsOf(
  context: ReportContext,
  printed: DefensePlaces,
  bridge: PlannedChart | null,
): PlannedChart[] {
  const { chartRow: row, chartRows: rows } = printed;
  if (bridge === null) return [rankChart(context, { row, column: 0, rows, columns: LAST_COLUMN + 1 })];
  return [bridge, returnsChart(context, { row, column: 5, rows, columns: 5 })];
}

/** Natural size, or smaller where many channels make a page longer than the paper. */
function scaleOf(blocks: readonly Block[], secondPage: number, end: number): number {
  const heights: Record<number, number> = Object.assign(
    { 0: 24, 2: ROW_POINTS },
    ...blocks.map((block) => block.heights ?? {}),
  );
  const points = (from: number, to: number): number => {
    let sum = 0;
    for (let row = from; row < to; row += 1) sum += heights[row] ?? ROW_POINTS;
    return sum;
  };
  const longest = Math.max(points(0, secondPage), points(secondPage, end));
  return Math.max(SMALLEST_SCALE, Math.min(LARGEST_SCALE, Math.floor((100 * PAGE_POINTS) / longest)));
}
