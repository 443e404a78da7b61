/** Data: the weekly table that was fitted, as read and mended; the only place where spend and KPI are typed. */

import { areaHere, near } from "../layout/address.ts";
import { input, live, pasted, text } from "../layout/cells.ts";
import { dateSerial } from "../layout/dates.ts";
import { amountFormat, DATE } from "../layout/number-formats.ts";
import { planSheet } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { DATA, type DataPlaces, dataArea, dataPlaces } from "../places/data-places.ts";
import type { RunContext } from "../report-context.ts";
import { sumOf, totalSpendByWeek } from "../sums.ts";
import type { PlannedCell, PlannedSheet } from "../workbook-plan.ts";

/** The Data sheet: totals above, one row per week below. */
export function dataSheet(context: RunContext): PlannedSheet {
  const { history } = context;
  const places = dataPlaces(history);
  const columns = dataColumns(context, places);
  const widths = columns.map((_, index) => (index === 0 ? 12 : 13));
  const rows = columns.map((column, index) => withTotal(column, places, index));
  const block = tableBlock({
    row: places.headRow,
    column: 0,
    columns: rows,
    items: [TOTALS, AS_FITTED, ...history.weeks.keys()],
    widths,
  });
  return planSheet(context, {
    name: DATA,
    title: text(`Data: ${history.weeks.length} weeks and ${history.channels.length} channels, as fitted`),
    units: `Spend in ${history.currency} per week, one row per week. Change a blue cell: every total, return and check follows.`,
    widths,
    blocks: [block],
    freeze: { rows: places.firstWeek, columns: 1 },
    titleRows: [1, places.firstWeek],
    lastPrinted: columns.length - 1,
  });
}

/** Items of the two rows above the first week: live totals, and those of the run; all others are weeks from 0. */
const TOTALS = -1;
const AS_FITTED = -2;

/** A column of weekly values with its sum, where one makes sense. */
interface DataColumn extends TableColumn<number> {
  readonly sum: number | null;
  readonly format: string;
}

function dataColumns(context: RunContext, places: DataPlaces): DataColumn[] {
  const { kpi, channels, controls, events, currency } = context.history;
  const exposures = channels.flatMap(({ name, exposure }) =>
    exposure === null ? [] : [valuesColumn(`${name} exposure`, exposure, true)],
  );
  const value =
    places.revenuePerKpi !== null && kpi.revenuePerKpi !== null
      ? [valuesColumn(`${currency} per ${kpi.name}`, kpi.revenuePerKpi, false)]
      : [];
  return [
    weekColumn(context),
    valuesColumn(kpi.name, kpi.values, true),
    ...value,
    ...channels.map((channel) => valuesColumn(`${channel.name} spend`, channel.spend, true)),
    totalSpendColumn(context, places),
    ...exposures,
    ...controls.map((control) => valuesColumn(control.name, control.values, false)),
    ...events.map((event) => valuesColumn(event.name, event.values, false)),
  ];
}

function weekColumn({ history }: RunContext): DataColumn {
  const cell = (week: number): PlannedCell => input(dateSerial(history.weeks[week] ?? ""), DATE, "label");
  return { head: "Week of", words: true, sum: null, format: DATE, cell };
}

function valuesColumn(head: string, values: Float64Array, summed: boolean): DataColumn {
  const format = amountFormat(values);
  const cell = (week: number): PlannedCell => input(values[week] ?? null, format);
  return { head, sum: summed ? sumOf(values) : null, format, cell };
}

function totalSpendColumn({ history }: RunContext, places: DataPlaces): DataColumn {
  const totals = totalSpendByWeek(history);
  const format = amountFormat(totals);
  const cell = (week: number, row: number): PlannedCell =>
    live(`SUM(${near(row, places.firstSpend)}:${near(row, places.lastSpend)})`, totals[week] ?? null, format);
  return { head: "Total spend", sum: sumOf(totals), format, cell };
}

function withTotal(column: DataColumn, places: DataPlaces, index: number): TableColumn<number> {
  return {
    ...column,
    cell: (item, row, at) => {
      if (item === TOTALS) return totalOf(column, places, index);
      return item === AS_FITTED ? fittedTotalOf(column, index) : column.cell(item, row, at);
    },
  };
}

function fittedTotalOf(column: DataColumn, index: number): PlannedCell | null {
  if (index === 0) return text("As fitted", "label");
  return column.sum === null ? null : pasted(column.sum, column.format);
}

function totalOf(column: DataColumn, places: DataPlaces, index: number): PlannedCell {
  if (index === 0) return { ...text("Total", "labelStrong"), total: true };
  if (column.sum === null) return { ...text("", "number"), total: true };
  return { ...live(`SUM(${areaHere(dataArea(places, index))})`, column.sum, column.format), total: true };
}
