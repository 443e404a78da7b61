/** Curves: what more or less weekly spend would bring, channel by channel, inside what was observed. */

import type { ChannelAttribution } from "../../attribute/attribution.ts";
import { interpolate } from "../interpolate.ts";
import { areaAt, areaHere, cellAt, near } from "../layout/address.ts";
import { asEstimate, input, live, pasted, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { across } from "../layout/grid.ts";
import {
  type AmountScale,
  amountFormat,
  amountScale,
  axisFormat,
  marginalFormat,
  TWO_DECIMALS,
} from "../layout/number-formats.ts";
import { PALETTE } from "../layout/palette.ts";
import { planSheet } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { tripletColumns } from "../layout/triplet.ts";
import {
  CHART_COLUMNS,
  CHART_ROWS,
  CHARTS_PER_ROW,
  CURVES,
  type CurvePlaces,
  curvePlaces,
  GRID_COLUMNS,
  gridColumn,
} from "../places/curve-places.ts";
import type { ReportContext } from "../report-context.ts";
import { restsOn } from "../rests-on.ts";
import type { EstimateRole, PlannedCell, PlannedChart, PlannedRow, PlannedSheet } from "../workbook-plan.ts";

/** Columns of the look-up table. */
const MOST = 2;
const TRIED = 3;
const POINT = 4;
const VALUE = 5;

const OFFSETS: Readonly<Record<EstimateRole, number>> = { mean: 1, low: 2, high: 3 };

/** The Curves sheet. */
export function curvesSheet(context: ReportContext): PlannedSheet {
  const { channels, valueUnit } = context.results.attribution;
  const places = curvePlaces(channels);
  const scale = amountScale(channels.flatMap((channel) => [...channel.curve.value.hi]));
  const unit = valueUnit === "money" ? context.history.currency : context.history.kpi.name;
  const gridWidths = channels.flatMap(() => [12, 12, 12, 12, 8, 12]);
  const widths = gridWidths.map((width, column) => Math.max(width, TABLE_WIDTHS[column] ?? 0));
  return planSheet(context, {
    name: CURVES,
    title: text(titleOf(channels)),
    units: `Weekly spend in ${context.history.currency}; value per week in ${unit}; ${context.words.level}. Type a weekly spend into a blue cell to read the curve there (the dot). Flighting effect: what the same spend in even weeks would have brought, less what its pulses did, over the window. From data of ${context.run.dataStart} to ${context.run.dataEnd}; assumptions stand on Methodology.`,
    widths,
    blocks: [
      lookupBlock(context, places, scale, widths),
      ...channels.map((channel, index) => gridBlock(context, channel, index, places, scale)),
    ],
    charts: channels.map((channel, index) => curveChart(context, channel, index, places)),
    breaks: [...chartBreaks(places), places.gridNameRow],
    lastPrinted: TABLE_WIDTHS.length - 1,
    lastPrintedRow: places.gridNameRow - 1,
  });
}

/** The first row of charts stays below the table, two more go on each page after it. */
function chartBreaks(places: CurvePlaces): number[] {
  const breaks: number[] = [];
  const rows = CHART_ROWS + 1;
  for (let row = places.chartRow + rows; row < places.gridNameRow - rows; row += 2 * rows) breaks.push(row);
  return breaks;
}

const TABLE_WIDTHS: readonly number[] = [19, 12, 12, 12, 8, 12, 12, 12, 12, 10, 10, 11, 11, 11, 22];

function titleOf(channels: readonly ChannelAttribution[]): string {
  const steepest = [...channels]
    .filter((channel) => channel.marginalRoas !== null)
    .sort((one, other) => (other.marginalRoas?.mean ?? 0) - (one.marginalRoas?.mean ?? 0))[0];
  if (steepest === undefined) return "Response to weekly spend by channel";
  const straight = channels.filter(({ saturation }) => saturation === "none").map(({ name }) => name);
  const shapes =
    straight.length === 0
      ? "every curve flattens as spend grows"
      : `no saturation was assumed for ${straight.join(", ")}`;
  return `The next unit of spend brings most in ${steepest.name}; ${shapes}`;
}

/** The average of the channel's last weeks, as the attribution room reports it. */
function currentSpend(context: ReportContext, index: number): number {
  const response = context.results.attribution.responses[index];
  if (response !== undefined) return response.currentWeekly;
  const spend = context.history.channels[index]?.spend ?? new Float64Array(1);
  return spend.reduce((sum, value) => sum + value, 0) / spend.length;
}

function lookupBlock(
  context: ReportContext,
  places: CurvePlaces,
  scale: AmountScale,
  widths: readonly number[],
): Block {
  const { channels } = context.results.attribution;
  const columns: TableColumn<ChannelAttribution>[] = [
    { head: "Channel", words: true, cell: (each) => text(each.name, "label") },
    {
      head: "Weekly spend now",
      cell: (each, _row, index) => pasted(currentSpend(context, index), amountFormat(each.curve.spend)),
    },
    { head: "Largest week seen", cell: (each) => pasted(mostOf(each), amountFormat(each.curve.spend)) },
    {
      head: "Weekly spend to try",
      cell: (each, _row, index) =>
        input(roundTo(currentSpend(context, index)), amountFormat(each.curve.spend)),
    },
    { head: "Grid row", cell: (each, row, index) => pointCell(context, each, index, row, places) },
    ...tripletColumns<ChannelAttribution>({
      head: `Value per week${scale.suffix === "" ? "" : ` (${scale.suffix})`}`,
      level: context.words.level,
      cell: (each, role, row) => valueCell(context, each, role, row, places, scale),
    }),
    { head: "Next unit brings", cell: (each, row) => marginalCell(context, each, row, places) },
    { head: "Curve R²", cell: (each) => pasted(each.curveR2, TWO_DECIMALS) },
    { head: "Weeks to 90%", cell: (each) => pasted(each.weeksToNinety, "0") },
    ...flightingColumns(context),
    { head: "Rests on", words: true, cell: (each) => text(restsOn(each), "label") },
  ];
  return tableBlock({ row: places.headRow, column: 0, columns, items: channels, widths });
}

/** Even spend against the pulses that were run: why a curve at the mean spend and the reported effect differ (decisions §2). */
function flightingColumns({ results, history, words }: ReportContext): TableColumn<ChannelAttribution>[] {
  const { channels } = results.attribution;
  const sizes = channels.flatMap(({ flightingEffect }) =>
    [flightingEffect.lo, flightingEffect.hi].map(Math.abs),
  );
  const scale = amountScale(sizes);
  const unit = history.kpi.kind === "money" ? words.currency.trim() : history.kpi.name;
  return tripletColumns<ChannelAttribution>({
    head: `Flighting effect (${unit}${scale.suffix === "" ? "" : `, ${scale.suffix}`})`,
    level: words.level,
    cell: ({ flightingEffect }, _role, _row, field) => pasted(flightingEffect[field], scale.format),
  });
}

/** What the next unit brings, at the size that it has at today's spend. */
function nextFormat({ results }: ReportContext, channel: ChannelAttribution): string {
  return marginalFormat([channel.marginalRoas?.mean ?? 0], results.attribution.valueUnit === "money");
}

/** The sign of values on the curves: money, or none for KPI units. */
function valueSign({ results, words }: ReportContext): string {
  return results.attribution.valueUnit === "money" ? words.currency : "";
}

function mostOf(channel: ChannelAttribution): number {
  return channel.curve.spend.at(-1) ?? 0;
}

function roundTo(value: number): number {
  return value >= 1000 ? Math.round(value / 100) * 100 : Number(value.toPrecision(3));
}

function triedOf(context: ReportContext, index: number): number {
  return roundTo(currentSpend(context, index));
}

/** The last grid point at or below the tried spend, so that the four look-ups stay short. */
function pointCell(
  context: ReportContext,
  channel: ChannelAttribution,
  index: number,
  row: number,
  places: CurvePlaces,
): PlannedCell {
  const grid = areaHere(gridColumn(places, index, 0));
  const tried = near(row, TRIED);
  const last = channel.curve.spend.length - 1;
  const formula = `IF(AND(${tried}>=0,${tried}<=${near(row, MOST)}),MIN(MATCH(${tried},${grid},1),${last}),"outside")`;
  const { point } = interpolate(channel.curve.spend, channel.curve.value.mean, triedOf(context, index));
  return live(formula, point === null ? "outside" : point + 1, "0", "noteNumber");
}

function valueCell(
  context: ReportContext,
  channel: ChannelAttribution,
  role: EstimateRole,
  row: number,
  places: CurvePlaces,
  scale: AmountScale,
): PlannedCell {
  const index = row - places.firstChannel;
  const field = { mean: channel.curve.value.mean, low: channel.curve.value.lo, high: channel.curve.value.hi }[
    role
  ];
  const { value } = interpolate(channel.curve.spend, field, triedOf(context, index));
  return live(lineFormula(places, index, OFFSETS[role], row), value ?? "outside", scale.format);
}

function marginalCell(
  context: ReportContext,
  channel: ChannelAttribution,
  row: number,
  places: CurvePlaces,
): PlannedCell {
  const index = row - places.firstChannel;
  const { value } = interpolate(channel.curve.spend, channel.curve.marginal, triedOf(context, index));
  return live(lineFormula(places, index, 4, row), value ?? "outside", nextFormat(context, channel));
}

/** A straight line between two neighboring grid points. */
function lineFormula(places: CurvePlaces, index: number, offset: number, row: number): string {
  const x = areaHere(gridColumn(places, index, 0));
  const y = areaHere(gridColumn(places, index, offset));
  const point = `$${near(row, POINT)}`;
  const at = (area: string, step: string): string => `INDEX(${area},${point}${step})`;
  const slope = `(${at(y, "+1")}-${at(y, "")})/(${at(x, "+1")}-${at(x, "")})`;
  return `IF(ISNUMBER(${point}),${at(y, "")}+($${near(row, TRIED)}-${at(x, "")})*${slope},"outside")`;
}

function gridBlock(
  context: ReportContext,
  channel: ChannelAttribution,
  index: number,
  places: CurvePlaces,
  scale: AmountScale,
): Block {
  const { level } = context.words;
  const next = nextFormat(context, channel);
  const left = index * GRID_COLUMNS;
  const { spend, value, marginal } = channel.curve;
  const spendFormat = amountFormat(spend);
  const heads: PlannedRow = [
    text("Spend / week", "headingNumber"),
    text("Value, mean", "headingNumber"),
    text(`Low (${level})`, "headingNumber"),
    text(`High (${level})`, "headingNumber"),
    text("Next unit", "headingNumber"),
  ];
  const rows = [...spend.keys()].map(
    (point): PlannedRow => [
      pasted(spend[point] ?? null, spendFormat),
      asEstimate(pasted(value.mean[point] ?? null, scale.format), "mean"),
      asEstimate(pasted(value.lo[point] ?? null, scale.format), "low"),
      asEstimate(pasted(value.hi[point] ?? null, scale.format), "high"),
      pasted(marginal[point] ?? null, next),
    ],
  );
  return {
    row: places.gridNameRow,
    column: left,
    rows: [[text(channel.name, "groupHeading")], heads, ...rows],
    merges: [across(places.gridNameRow, left, left + GRID_COLUMNS - 2)],
  };
}

function curveChart(
  context: ReportContext,
  channel: ChannelAttribution,
  index: number,
  places: CurvePlaces,
): PlannedChart {
  const categories = areaAt(gridColumn(places, index, 0));
  const line = (
    name: string,
    offset: number,
    color: string,
    dashed: boolean,
  ): PlannedChart["series"][number] => ({
    name,
    categories,
    values: areaAt(gridColumn(places, index, offset)),
    color,
    dashed,
  });
  const row = places.firstChannel + index;
  return {
    kind: "scatter",
    title: `${channel.name} (dashed: ${context.words.level})`,
    xTitle: null,
    yTitle: null,
    series: [
      line("Low", 2, PALETTE.gray, true),
      line("High", 3, PALETTE.gray, true),
      line("Mean", 1, PALETTE.accent, false),
      {
        name: "Spend to try",
        categories: cellAt(CURVES, row, TRIED),
        values: cellAt(CURVES, row, VALUE),
        color: PALETTE.warning,
        marker: true,
      },
    ],
    at: {
      row: places.chartRow + Math.floor(index / CHARTS_PER_ROW) * (CHART_ROWS + 1),
      column: (index % CHARTS_PER_ROW) * CHART_COLUMNS,
      rows: CHART_ROWS,
      columns: CHART_COLUMNS,
    },
    valueFormat: axisFormat(channel.curve.value.hi, valueSign(context)),
    categoryFormat: axisFormat(channel.curve.spend, context.words.currency),
    labelEvery: 1,
    legend: false,
    alternative: `Response of ${channel.name}: value per week against weekly spend with its interval; the dot marks the spend to try.`,
  };
}
