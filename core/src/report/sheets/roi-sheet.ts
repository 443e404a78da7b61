/** ROI: what each channel's spend brought back, with intervals, live from Data and Contributions. */

import { type ChannelReturn, mediaReturns, type Returns } from "../channel-returns.ts";
import { findingOfReturns } from "../findings/returns-finding.ts";
import { areaAt, columnArea, near } from "../layout/address.ts";
import { input, live, pasted, text } from "../layout/cells.ts";
import { across, type Block } from "../layout/grid.ts";
import { INTERVAL_BAR_COLUMNS, intervalBarColumns, intervalBarSeries } from "../layout/interval-bars.ts";
import { ratioFormat, SHARE } from "../layout/number-formats.ts";
import { PALETTE } from "../layout/palette.ts";
import { planSheet } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { tripletColumns } from "../layout/triplet.ts";
import { ROI, type RoiPlaces, roiChannels, roiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";
import type { PlannedChart, PlannedSheet } from "../workbook-plan.ts";
import { returnAxis } from "./cover-charts.ts";
import { alikeBlocks } from "./roi-alike.ts";
import {
  breakEvenColumn,
  cpikColumns,
  effectShareColumn,
  factColumns,
  kpiColumns,
  learnedColumn,
  marginalColumns,
  marginColumns,
  rankColumns,
  revenueColumns,
  roasColumns,
  roiFrame,
} from "./roi-columns.ts";

type Column = TableColumn<ChannelReturn>;

/** The ROI sheet: returns, costs per unit, or only an order, as the run allows. */
export function roiSheet(context: ReportContext): PlannedSheet {
  const places = roiPlaces(context);
  const returns = mediaReturns(context);
  const columns = columnsOf(context, places, returns);
  const widths = [18, 13, 10, 9, ...places.keys.slice(4).map((key) => (key === "learned" ? 21 : 8.5))];
  const ranks = context.shows === "ranks";
  const sorted = tableBlock({ row: places.headRow, column: 0, columns, items: returns.channels, widths });
  return planSheet(context, {
    name: ROI,
    title: findingOfReturns(context),
    units: unitsOf(context),
    widths: ranks ? widths : [...widths, 3, ...Array<number>(INTERVAL_BAR_COLUMNS).fill(11)],
    blocks: ranks ? [sorted] : [sorted, ...belowTable(context, places, returns, widths)],
    charts: ranks ? [shareOfSpendChart(places)] : [intervalChart(context, places), sharesChart(places)],
    freeze: { rows: places.firstChannel, columns: 1 },
    onePage: true,
    lastPrinted: places.keys.length - 1,
    accent: true,
  });
}

function columnsOf(context: ReportContext, places: RoiPlaces, returns: Returns): Column[] {
  const frame = roiFrame(context, places, returns);
  const facts = factColumns(frame);
  if (context.shows === "ranks") return [...facts, ...rankColumns()];
  if (context.shows === "units") {
    return [...facts, ...kpiColumns(frame), effectShareColumn(frame), ...cpikColumns(frame), learnedColumn()];
  }
  return [
    ...facts,
    ...(context.weighted ? kpiColumns(frame) : []),
    ...revenueColumns(frame),
    effectShareColumn(frame),
    ...roasColumns(frame),
    ...marginalColumns(frame),
    ...(context.brief.margin === null ? [] : marginColumns(frame)),
    breakEvenColumn(),
    ...(context.weighted ? cpikColumns(frame) : []),
    learnedColumn(),
  ];
}

function unitsOf(context: ReportContext): string {
  const { history, words, shows } = context;
  if (shows === "ranks") return "Too few weeks for amounts: only an order of channels and how sure it is.";
  if (shows === "units")
    return `Spend in ${history.currency}; effect in ${history.kpi.name}; intervals are ${words.level}. No value per ${history.kpi.name} was given, so there is no ROAS.`;
  return `Money in ${history.currency}; ROAS = incremental revenue / spend; intervals are ${words.level}.`;
}

function belowTable(
  context: ReportContext,
  places: RoiPlaces,
  returns: Returns,
  widths: readonly number[],
): Block[] {
  const blocks = [
    helperBlock(context, places, returns),
    learnedBlock(context, places, returns, widths),
    ...alikeBlocks(context, places, widths),
  ];
  return context.shows === "money" ? [...blocks, marginBlock(context, places)] : blocks;
}

function marginBlock({ brief }: ReportContext, places: RoiPlaces): Block {
  const margin = near(places.marginRow, 2);
  const isGiven = brief.margin !== null;
  const note = isGiven
    ? "Contribution margin as given in the brief; change it and margin return and break-even follow."
    : "No margin was given: break-even is one unit of revenue per unit of spend.";
  return {
    row: places.marginRow,
    column: 0,
    merges: [across(places.marginRow, 4, places.keys.length - 1)],
    rows: [
      [text("Contribution margin", "label"), null, input(brief.margin, "0%"), null, text(note, "units")],
      [
        text("Break-even ROAS", "label"),
        null,
        live(`IF(N(${margin})>0,1/${margin},1)`, isGiven ? 1 / (brief.margin ?? 1) : 1, '0.00"x"'),
      ],
    ],
  };
}

/** Bars of ROAS, or of cost per unit where there is no money value. */
function helperBlock(context: ReportContext, places: RoiPlaces, returns: Returns): Block {
  const money = context.shows === "money";
  const place = {
    mean: places.column(money ? "roasMean" : "cpikMean"),
    low: places.column(money ? "roasLow" : "cpikLow"),
    high: places.column(money ? "roasHigh" : "cpikHigh"),
  };
  const columns = intervalBarColumns<ChannelReturn>(place, (each) => (money ? each.roas : each.cpik), "0.00");
  const table = tableBlock({
    row: places.firstChannel - 1,
    column: places.helper,
    columns,
    items: returns.channels,
    widths: [],
  });
  return {
    ...table,
    rows: table.rows.map((row) => row.map((cell) => cell && { ...cell, style: "noteNumber" as const })),
    heights: {},
  };
}

function learnedBlock(
  context: ReportContext,
  places: RoiPlaces,
  returns: Returns,
  widths: readonly number[],
): Block {
  const { level } = context.words;
  const format = ({ roas }: ChannelReturn): string =>
    context.shows === "money" ? ratioFormat(roas.mean) : "0.000";
  const now = (each: ChannelReturn): ChannelReturn["roas"] =>
    context.shows === "money" ? each.roas : inverse(each.cpik);
  const what =
    context.shows === "money" ? "ROAS" : `${context.history.kpi.name} per ${context.history.currency}`;
  const columns: Column[] = [
    { head: "Channel", words: true, cell: (each) => text(each.channel.name, "label") },
    { head: "", words: true, cell: () => null },
    ...tripletColumns<ChannelReturn>({
      head: `${what} before the data`,
      level,
      cell: (each, _role, _row, field) => pasted(each.channel.priorRoas?.[field] ?? null, format(each)),
    }),
    ...tripletColumns<ChannelReturn>({
      head: `${what} after the data`,
      level,
      cell: (each, _role, _row, field) => pasted(now(each)[field], format(each)),
    }),
    { head: "Learned from data", cell: (each) => pasted(each.channel.learnedShare, "0%") },
  ];
  const heading: Block["rows"] = [[text("What the data taught us", "section")]];
  const table = tableBlock({
    row: places.learnedRow + 1,
    column: 0,
    columns,
    items: returns.channels,
    widths,
  });
  return { ...table, row: places.learnedRow, rows: [...heading, ...table.rows] };
}

function inverse({ mean, lo, hi }: ChannelReturn["cpik"]): ChannelReturn["cpik"] {
  return { mean: 1 / mean, lo: 1 / hi, hi: 1 / lo };
}

function intervalChart(context: ReportContext, places: RoiPlaces): PlannedChart {
  const helpers = { ...columnArea(ROI, places.helper, places.firstChannel, places.lastChannel) };
  const what = context.shows === "money" ? "ROAS" : `Cost per unit of ${context.history.kpi.name}`;
  return {
    kind: "stackedBar",
    title: `${what}: bar = ${context.words.level}, mean where the color changes`,
    xTitle: null,
    yTitle: null,
    series: intervalBarSeries(helpers, roiChannels(places, "name")),
    at: { row: places.chartRow, column: 0, rows: places.learnedRow - places.chartRow - 1, columns: 7 },
    valueFormat: returnAxis(context),
    categoryFormat: null,
    labelEvery: 1,
    legend: false,
    alternative: `${what} per channel as a bar from the low to the high end of its ${context.words.level}.`,
  };
}

function sharesChart(places: RoiPlaces): PlannedChart {
  const categories = areaAt(roiChannels(places, "name"));
  return {
    kind: "column",
    title: "Share of spend against share of effect",
    xTitle: null,
    yTitle: null,
    series: [
      {
        name: "Share of spend",
        categories,
        values: areaAt(roiChannels(places, "spendShare")),
        color: PALETTE.grayLight,
      },
      {
        name: "Share of effect",
        categories,
        values: areaAt(roiChannels(places, "effectShare")),
        color: PALETTE.accent,
      },
    ],
    at: {
      row: places.chartRow,
      column: 8,
      rows: places.learnedRow - places.chartRow - 1,
      columns: places.keys.length - 8,
    },
    valueFormat: "0%",
    categoryFormat: null,
    labelEvery: 1,
    legend: true,
    alternative: "Two columns per channel: its share of spend and its share of the incremental effect.",
  };
}

function shareOfSpendChart(places: RoiPlaces): PlannedChart {
  const categories = areaAt(roiChannels(places, "name"));
  return {
    kind: "bar",
    title: "Chance of the rank shown, per channel",
    xTitle: null,
    yTitle: null,
    series: [
      {
        name: "Chance of that rank",
        categories,
        values: areaAt(roiChannels(places, "rankProbability")),
        color: PALETTE.accent,
      },
    ],
    at: { row: places.chartRow, column: 0, rows: places.learnedRow - places.chartRow - 1, columns: 6 },
    valueFormat: SHARE,
    categoryFormat: null,
    labelEvery: 1,
    legend: false,
    alternative: "How sure the rank of each channel is.",
  };
}
