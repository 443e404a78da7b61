/** Contributions: what each week's KPI came from, and that the parts add up to what was observed (C-18). */

import type { Interval } from "../../numerics/interval.ts";
import { areaAt, areaHere, cellAt, fixed, near } from "../layout/address.ts";
import { asEstimate, fetched, live, pasted, text } from "../layout/cells.ts";
import { dateSerial } from "../layout/dates.ts";
import { type AmountScale, amountScale, axisFormat, DATE, MONTH, SHARE } from "../layout/number-formats.ts";
import { channelColor, PALETTE } from "../layout/palette.ts";
import { amountPart, percentPart, sentence } from "../layout/sentence.ts";
import { planSheet } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import {
  CONTRIBUTIONS,
  type ContributionPlaces,
  contributionPlaces,
  contributionWeeks,
} from "../places/contribution-places.ts";
import { DATA, dataPlaces } from "../places/data-places.ts";
import type { ReportContext } from "../report-context.ts";
import { sumOf } from "../sums.ts";
import type { PlannedCell, PlannedChart, PlannedSheet } from "../workbook-plan.ts";
import { contributionBridge } from "./contribution-bridge.ts";

/** A part of the KPI: the baseline or one channel. */
export interface Component {
  readonly name: string;
  readonly weekly: Float64Array;
  readonly total: Interval;
  readonly color: string;
}

/** Baseline first, then the channels in the history's order. */
export function componentsOf({ results }: ReportContext): Component[] {
  const { baseline, channels } = results.attribution;
  return [
    { name: "Baseline", weekly: baseline.weekly.mean, total: baseline.total, color: PALETTE.grayLight },
    ...channels.map((channel, index) => ({
      name: channel.name,
      weekly: channel.weekly.mean,
      total: channel.contribution,
      color: channelColor(index),
    })),
  ];
}

/** The Contributions sheet. */
export function contributionsSheet(context: ReportContext): PlannedSheet {
  const components = componentsOf(context);
  const places = contributionPlaces(components.length - 1, context.history.weeks.length);
  const widths = [26, ...components.map(() => 13), 13, 13, 10];
  const scale = amountScale(components.map((component) => component.total.hi));
  const bridge = contributionBridge(context, components, places);
  return planSheet(context, {
    name: CONTRIBUTIONS,
    title: titleOf(context, components, places),
    units: unitsOf(context, scale),
    widths: [...widths, 3, ...bridge.widths],
    blocks: [
      totalsBlock(context, components, places, scale, widths),
      weeklyBlock(context, components, places, widths),
      bridge.block,
    ],
    charts: [weeklyChart(context, components, places), bridge.chart],
    freeze: { rows: places.headRow + 1, columns: 1 },
    titleRows: [1, places.headRow + 1],
    breaks: [places.weeklyHeadRow],
    lastPrinted: places.gap,
    lastPrintedRow: places.lastWeek,
  });
}

function titleOf(
  context: ReportContext,
  components: readonly Component[],
  places: ContributionPlaces,
): PlannedCell {
  const [baseline, ...channels] = components;
  const observed = sumOf(context.history.kpi.values);
  const media = sumOf(channels.map((channel) => sumOf(channel.weekly)));
  const row = places.meanRow;
  const sum = `SUM(${near(row, 2)}:${near(row, places.lastComponent)})`;
  const base = sumOf(baseline?.weekly ?? []);
  return sentence([
    "Media account for ",
    percentPart(`${sum}/${fixed(row, places.observed)}`, media / observed),
    ` of ${context.words.kpi}, `,
    amountPart(fixed(row, places.baseline), base, context.words.kpiSign),
    " would have come without them",
  ]);
}

function unitsOf({ words, history, results }: ReportContext, scale: AmountScale): string {
  const unit = words.kpiSign === "" ? history.kpi.name : history.currency;
  const scaled = scale.suffix === "" ? unit : `${unit}, ${scale.suffix === "M" ? "millions" : "thousands"}`;
  return `Totals in ${scaled}, weekly means in ${unit}. Means over ${results.health.draws} draws; intervals are ${words.level}.`;
}

function totalsBlock(
  context: ReportContext,
  components: readonly Component[],
  places: ContributionPlaces,
  scale: AmountScale,
  widths: readonly number[],
): ReturnType<typeof tableBlock> {
  const observed = sumOf(context.history.kpi.values);
  const columns: TableColumn<TotalLine>[] = [
    { head: "Over the window", words: true, cell: (line) => text(line.label, "label") },
    ...components.map((component, index) => ({
      head: component.name,
      cell: (line: TotalLine) => line.cell(component, places.baseline + index),
    })),
    { head: "Fitted total", cell: (line) => line.fitted },
    { head: "Observed", cell: (line) => line.observed },
    { head: "Gap", cell: (line) => line.gap },
  ];
  const items = totalLines(context, components, places, scale, observed);
  return tableBlock({ row: places.headRow, column: 0, columns, items, widths });
}

interface TotalLine {
  readonly label: string;
  readonly cell: (component: Component, column: number) => PlannedCell;
  readonly fitted: PlannedCell | null;
  readonly observed: PlannedCell | null;
  readonly gap: PlannedCell | null;
}

function totalLines(
  context: ReportContext,
  components: readonly Component[],
  places: ContributionPlaces,
  scale: AmountScale,
  observed: number,
): TotalLine[] {
  const { level } = context.words;
  const fitted = sumOf(components.map((component) => sumOf(component.weekly)));
  const over = fixed(places.meanRow, places.observed);
  const none = { fitted: null, observed: null, gap: null };
  const sumAt = (column: number): string => `SUM(${areaHere(contributionWeeks(places, column))})`;
  const sum = (column: number, value: number): PlannedCell => live(sumAt(column), value, scale.format);
  const share = (row: number, column: number, value: number): PlannedCell =>
    live(`${near(row, column)}/${over}`, value, SHARE);
  return [
    {
      label: "Mean",
      cell: (component, column) => asEstimate(sum(column, sumOf(component.weekly)), "mean"),
      fitted: sum(places.fitted, fitted),
      observed: sum(places.observed, observed),
      gap: live(`${fixed(places.meanRow, places.fitted)}/${over}-1`, fitted / observed - 1, SHARE),
    },
    {
      label: `Low (${level})`,
      cell: ({ total }) => asEstimate(pasted(total.lo, scale.format), "low"),
      ...none,
    },
    {
      label: `High (${level})`,
      cell: ({ total }) => asEstimate(pasted(total.hi, scale.format), "high"),
      ...none,
    },
    {
      label: `Share of observed ${context.words.kpi}`,
      cell: ({ weekly }, column) =>
        asEstimate(share(places.meanRow, column, sumOf(weekly) / observed), "mean"),
      ...none,
    },
    {
      label: `Share, low (${level})`,
      cell: ({ total }, column) => asEstimate(share(places.lowRow, column, total.lo / observed), "low"),
      ...none,
    },
    {
      label: `Share, high (${level})`,
      cell: ({ total }, column) => asEstimate(share(places.highRow, column, total.hi / observed), "high"),
      ...none,
    },
    {
      label: "Mean, as the run wrote it",
      cell: ({ weekly }) => pasted(sumOf(weekly), scale.format, "noteNumber"),
      ...none,
    },
  ];
}

function weeklyBlock(
  context: ReportContext,
  components: readonly Component[],
  places: ContributionPlaces,
  widths: readonly number[],
): ReturnType<typeof tableBlock> {
  const { history } = context;
  const data = dataPlaces(history);
  const scale = amountScale(history.kpi.values);
  const fitted = history.weeks.map((_, week) => sumOf(components.map(({ weekly }) => weekly[week] ?? 0)));
  const columns: TableColumn<number>[] = [
    {
      head: "Weekly means: week of",
      words: true,
      cell: (week) =>
        fetched(
          cellAt(DATA, data.firstWeek + week, data.week),
          dateSerial(history.weeks[week] ?? ""),
          DATE,
          "label",
        ),
    },
    ...components.map(({ name, weekly }) => ({
      head: name,
      cell: (week: number) => pasted(weekly[week] ?? null, scale.format),
    })),
    {
      head: "Fitted total",
      cell: (week, row) =>
        live(
          `SUM(${near(row, places.baseline)}:${near(row, places.lastComponent)})`,
          fitted[week] ?? null,
          scale.format,
        ),
    },
    {
      head: "Observed",
      cell: (week) =>
        fetched(
          cellAt(DATA, data.firstWeek + week, data.kpi),
          history.kpi.values[week] ?? null,
          scale.format,
        ),
    },
    {
      head: "Gap",
      cell: (week, row) => gapCell(fitted[week] ?? 0, history.kpi.values[week] ?? 0, row, places),
    },
  ];
  return tableBlock({
    row: places.weeklyHeadRow,
    column: 0,
    columns,
    items: [...history.weeks.keys()],
    widths,
  });
}

/** Fitted / observed − 1; a week without KPI has no gap to speak of. */
function gapCell(fitted: number, observed: number, row: number, places: ContributionPlaces): PlannedCell {
  const formula = `IF(${near(row, places.observed)}=0,"",${near(row, places.fitted)}/${near(row, places.observed)}-1)`;
  return live(formula, observed === 0 ? "" : fitted / observed - 1, SHARE);
}

function weeklyChart(
  context: ReportContext,
  components: readonly Component[],
  places: ContributionPlaces,
): PlannedChart {
  const categories = areaAt(contributionWeeks(places, 0));
  return {
    kind: "stackedArea",
    title: `Where each week's ${context.words.kpi} came from (means)`,
    xTitle: null,
    yTitle: null,
    series: components.map((component, index) => ({
      name: component.name,
      categories,
      values: areaAt(contributionWeeks(places, places.baseline + index)),
      color: component.color,
    })),
    at: {
      row: places.chartRow,
      column: 0,
      rows: places.weeklyHeadRow - places.chartRow - 1,
      columns: places.bridge,
    },
    valueFormat: axisFormat(context.history.kpi.values, context.words.kpiSign),
    categoryFormat: MONTH,
    labelEvery: Math.ceil(context.history.weeks.length / 7),
    legend: true,
    alternative: `Stacked area of weekly ${context.words.kpi}: baseline at the bottom, then each channel's mean contribution.`,
  };
}
