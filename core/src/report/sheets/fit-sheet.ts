/** Fit: what the model expected each week against what happened, with both intervals. */

import { areaAt, areaHere, cellAt, fixed, near } from "../layout/address.ts";
import { asEstimate, fetched, live, pasted, text } from "../layout/cells.ts";
import { dateSerial } from "../layout/dates.ts";
import type { Block } from "../layout/grid.ts";
import { amountScale, axisFormat, DATE, MONTH, SHARE, TWO_DECIMALS } from "../layout/number-formats.ts";
import { PALETTE } from "../layout/palette.ts";
import { percentPart, sentence } from "../layout/sentence.ts";
import { planSheet } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { CONTRIBUTIONS, contributionPlaces } from "../places/contribution-places.ts";
import { DATA, dataPlaces } from "../places/data-places.ts";
import { FIT, type FitPlaces, fitPlaces, fitWeeks } from "../places/fit-places.ts";
import type { ReportContext } from "../report-context.ts";
import { sumOf } from "../sums.ts";
import type { PlannedCell, PlannedChart, PlannedSheet } from "../workbook-plan.ts";

const WIDTHS: readonly number[] = [32, 14, 14, 14, 14, 14, 14, 14, 10];

/** The Fit sheet. */
export function fitSheet(context: ReportContext): PlannedSheet {
  const places = fitPlaces(context.history.weeks.length);
  return planSheet(context, {
    name: FIT,
    title: titleOf(context, places),
    units: unitsOf(context),
    widths: WIDTHS,
    blocks: [metricsBlock(context, places), weeklyBlock(context, places)],
    charts: [fitChart(context, places)],
    titleRows: [places.headRow + 1, places.headRow + 2],
    breaks: [places.headRow],
    lastPrinted: places.inside,
  });
}

/** Share of weeks whose KPI lies inside its predictive interval, from the weeks as shown. */
export function insideShare({ results }: ReportContext): number {
  const { predictive, observed } = results.attribution;
  const inside = observed.filter((value, week) => isInside(value, predictive.lo[week], predictive.hi[week]));
  return inside.length / observed.length;
}

/** The live cell of that share. */
export function insideShareCell(weeks: number): string {
  const places = fitPlaces(weeks);
  return cellAt(FIT, places.metricsRow + INSIDE_LINE, 1);
}

/** Line of the metrics table that holds the share of weeks inside the interval. */
const INSIDE_LINE = 5;

function isInside(value: number, low: number | undefined, high: number | undefined): boolean {
  return low !== undefined && high !== undefined && value >= low && value <= high;
}

function titleOf(context: ReportContext, places: FitPlaces): PlannedCell {
  const { inSample, holdout } = context.health;
  const cell = (line: number, column: number): string => fixed(places.metricsRow + line, column);
  const inside = insideShare(context);
  return sentence([
    holdout === null ? "The fit misses a typical week by " : "Weeks it had not seen were missed by ",
    holdout === null ? percentPart(cell(1, 1), inSample.mape) : percentPart(cell(1, 2), holdout.mape),
    " on average; ",
    percentPart(cell(INSIDE_LINE, 1), inside),
    ` of weeks lie inside their ${context.words.level}`,
  ]);
}

function unitsOf({ history, words }: ReportContext): string {
  const unit = words.kpiSign === "" ? history.kpi.name : history.currency;
  return `KPI in ${unit} per week; "expected" is the mean of the model with its ${words.level}; "whole interval" also holds the weekly noise.`;
}

interface MetricLine {
  readonly label: string;
  readonly fitted: PlannedCell;
  readonly heldOut: PlannedCell;
  readonly meaning: string;
}

function metricsBlock(context: ReportContext, places: FitPlaces): Block {
  const columns: TableColumn<MetricLine>[] = [
    { head: "How close", words: true, cell: (line) => text(line.label, "label") },
    { head: "Fitted weeks", cell: (line) => line.fitted },
    { head: "Held-out weeks", cell: (line) => line.heldOut },
    { head: "What it means", words: true, span: 6, cell: (line) => text(line.meaning) },
  ];
  const rows = tableBlock({
    row: places.metricsRow,
    column: 0,
    columns,
    items: metricLines(context, places),
    widths: WIDTHS,
  });
  return rows;
}

function metricLines(context: ReportContext, places: FitPlaces): MetricLine[] {
  const { inSample, holdout, coverage90 } = context.health;
  const none = text("not held out", "number");
  const held = (value: number | undefined, format: string): PlannedCell =>
    value === undefined ? none : pasted(value, format);
  const observed = areaHere(fitWeeks(places, places.observed));
  const residual = areaHere(fitWeeks(places, places.residual));
  const { rSquared, wmape } = liveMetrics(context);
  return [
    {
      label: "Mean absolute error, % (MAPE)",
      fitted: pasted(inSample.mape, SHARE),
      heldOut: held(holdout?.mape, SHARE),
      meaning: "Average miss of a week; weeks without KPI are skipped",
    },
    {
      label: "Weighted error, % (wMAPE)",
      fitted: live(`SUMPRODUCT(ABS(${residual}))/SUMPRODUCT(ABS(${observed}))`, wmape, SHARE),
      heldOut: held(holdout?.wmape, SHARE),
      meaning: "Sum of misses over the sum of the KPI; live from the weeks below",
    },
    {
      label: "Variation explained (R²)",
      fitted: live(`1-SUMSQ(${residual})/DEVSQ(${observed})`, rSquared, TWO_DECIMALS),
      heldOut: held(holdout?.r2, TWO_DECIMALS),
      meaning: "1 is a perfect copy; a high value on fitted weeks proves nothing by itself",
    },
    {
      label: "Pattern left over (Durbin-Watson)",
      fitted: pasted(inSample.durbinWatson, TWO_DECIMALS),
      heldOut: held(holdout?.durbinWatson, TWO_DECIMALS),
      meaning: "Near 2: no pattern is left in the misses",
    },
    {
      label: `Weeks inside their ${context.words.level}`,
      fitted: live(`AVERAGE(${areaHere(fitWeeks(places, places.inside))})`, insideShare(context), SHARE),
      heldOut: text("", "number"),
      meaning: `Should be near ${Math.round(context.results.attribution.level * 100)}%; review below ${percentOf(coverage90.reviewAt)}, refused below ${percentOf(coverage90.failBelow)}`,
    },
    {
      label: "Weeks",
      fitted: pasted(inSample.weeks, "0"),
      heldOut: held(holdout?.weeks, "0"),
      meaning: "Held-out weeks are predicted by a second fit that has not seen them",
    },
  ];
}

function percentOf(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

function liveMetrics({ results }: ReportContext): { readonly rSquared: number; readonly wmape: number } {
  const { observed, fitted } = results.attribution;
  const residuals = observed.map((value, week) => value - (fitted.mean[week] ?? 0));
  const mean = sumOf(observed) / observed.length;
  const squares = sumOf(residuals.map((residual) => residual * residual));
  const spread = sumOf(observed.map((value) => (value - mean) ** 2));
  return {
    rSquared: 1 - squares / spread,
    wmape: sumOf(residuals.map(Math.abs)) / sumOf(observed.map(Math.abs)),
  };
}

function weeklyBlock(context: ReportContext, places: FitPlaces): Block {
  const { history, results, words, shows } = context;
  const { observed, fitted, predictive } = results.attribution;
  const format = amountScale(observed).format;
  const data = dataPlaces(history);
  const contributions = contributionPlaces(history.channels.length, history.weeks.length);
  const expectedHead = `Expected, ${words.level}`;
  const wholeHead = `Whole interval, ${words.level}`;
  const fittedCell = (week: number): PlannedCell => {
    const value = fitted.mean[week] ?? null;
    if (shows === "ranks") return pasted(value, format);
    return fetched(
      cellAt(CONTRIBUTIONS, contributions.firstWeek + week, contributions.fitted),
      value,
      format,
    );
  };
  const columns: TableColumn<number>[] = [
    {
      head: "Week of",
      words: true,
      cell: (week) =>
        fetched(cellAt(DATA, data.firstWeek + week, 0), dateSerial(history.weeks[week] ?? ""), DATE, "label"),
    },
    {
      head: "Observed",
      cell: (week) => fetched(cellAt(DATA, data.firstWeek + week, data.kpi), observed[week] ?? null, format),
    },
    { group: expectedHead, head: "mean", cell: (week) => asEstimate(fittedCell(week), "mean") },
    {
      group: expectedHead,
      head: "low",
      cell: (week) => asEstimate(pasted(fitted.lo[week] ?? null, format), "low"),
    },
    {
      group: expectedHead,
      head: "high",
      cell: (week) => asEstimate(pasted(fitted.hi[week] ?? null, format), "high"),
    },
    { group: wholeHead, head: "low", cell: (week) => pasted(predictive.lo[week] ?? null, format) },
    { group: wholeHead, head: "high", cell: (week) => pasted(predictive.hi[week] ?? null, format) },
    {
      head: "Miss",
      cell: (week, row) =>
        live(
          `${near(row, places.observed)}-${near(row, places.fitted)}`,
          (observed[week] ?? 0) - (fitted.mean[week] ?? 0),
          format,
        ),
    },
    { head: "Inside (1 = yes)", cell: (week, row) => insideCell(context, places, week, row) },
  ];
  return tableBlock({
    row: places.headRow,
    column: 0,
    columns,
    items: [...history.weeks.keys()],
    widths: WIDTHS,
  });
}

function insideCell({ results }: ReportContext, places: FitPlaces, week: number, row: number): PlannedCell {
  const { observed, predictive } = results.attribution;
  const [value, low, high] = [places.observed, places.predictiveLow, places.predictiveHigh].map((column) =>
    near(row, column),
  );
  const inside = isInside(observed[week] ?? Number.NaN, predictive.lo[week], predictive.hi[week]);
  return live(`IF(AND(${value}>=${low},${value}<=${high}),1,0)`, inside ? 1 : 0, "0");
}

function fitChart({ history, results, words }: ReportContext, places: FitPlaces): PlannedChart {
  const categories = areaAt(fitWeeks(places, places.week));
  const line = (
    name: string,
    column: number,
    color: string,
    dashed: boolean,
  ): PlannedChart["series"][number] => ({
    name,
    categories,
    values: areaAt(fitWeeks(places, column)),
    color,
    dashed,
  });
  return {
    kind: "line",
    title: `Observed and expected ${words.kpi} per week, with the whole ${words.level}`,
    xTitle: null,
    yTitle: null,
    series: [
      line("Low", places.predictiveLow, PALETTE.accentLight, true),
      line("High", places.predictiveHigh, PALETTE.accentLight, true),
      line("Observed", places.observed, PALETTE.ink, false),
      line("Expected", places.fitted, PALETTE.accent, false),
    ],
    at: {
      row: places.chartRow,
      column: 0,
      rows: places.headRow - places.chartRow - 1,
      columns: places.inside + 1,
    },
    valueFormat: axisFormat(results.attribution.observed, words.kpiSign),
    categoryFormat: MONTH,
    labelEvery: Math.ceil(history.weeks.length / 10),
    legend: true,
    alternative: `Lines of observed and expected ${words.kpi} per week between the low and high ends of the interval.`,
  };
}
