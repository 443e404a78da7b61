/** The columns of the ROI sheet, each with the formula behind it. */

import type { Interval } from "../../numerics/interval.ts";
import type { ChannelReturn, Returns } from "../channel-returns.ts";
import { areaAt, areaHere, cellAt, columnArea, fixed, near } from "../layout/address.ts";
import { asEstimate, fetched, live, pasted, text } from "../layout/cells.ts";
import { type AmountScale, amountScale, ratioFormat, SHARE } from "../layout/number-formats.ts";
import type { TableColumn } from "../layout/table.ts";
import { tripletColumns } from "../layout/triplet.ts";
import {
  CONTRIBUTIONS,
  type ContributionPlaces,
  contributionPlaces,
  contributionWeeks,
} from "../places/contribution-places.ts";
import { type DataPlaces, dataColumn, dataPlaces } from "../places/data-places.ts";
import { ROI, type RoiKey, type RoiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";
import { restsOn } from "../rests-on.ts";
import type { EstimateRole, PlannedCell } from "../workbook-plan.ts";

type Column = TableColumn<ChannelReturn>;

/** What every column needs: the run, where things stand, and the scales of amounts. */
export interface RoiFrame {
  readonly context: ReportContext;
  readonly places: RoiPlaces;
  readonly returns: Returns;
  readonly data: DataPlaces;
  readonly contributions: ContributionPlaces;
  readonly spend: AmountScale;
  readonly money: AmountScale;
  readonly kpi: AmountScale;
}

/** The frame for a run. */
export function roiFrame(context: ReportContext, places: RoiPlaces, returns: Returns): RoiFrame {
  const { channels } = returns;
  return {
    context,
    places,
    returns,
    data: dataPlaces(context.history),
    contributions: contributionPlaces(channels.length, context.history.weeks.length),
    spend: amountScale([returns.spend]),
    money: amountScale([returns.revenue.hi]),
    kpi: amountScale(channels.map((each) => each.kpi.hi)),
  };
}

/** Channel, group, spend and its share. */
export function factColumns({ context, places, returns, data, spend: scale }: RoiFrame): Column[] {
  const spend = places.column("spend");
  const sum = areaHere(columnArea(ROI, spend, places.firstChannel, places.lastChannel));
  return [
    {
      head: "Channel",
      words: true,
      cell: (each) => text(each.channel.name, "label"),
      total: () => text("All media", "labelStrong"),
    },
    { head: "Group", words: true, cell: (each) => text(each.channel.group, "label") },
    {
      head: `Spend${moneyNote(context, scale)}`,
      cell: (each, _row, index) => ({
        ...live(`SUM(${dataColumn(data, data.firstSpend + index)})`, each.spend, scale.format),
        ink: "link",
      }),
      total: () => live(`SUM(${sum})`, returns.spend, scale.format),
    },
    {
      head: "Share of spend",
      cell: (each, row) =>
        live(`${near(row, spend)}/${fixed(places.totalRow, spend)}`, each.spendShare, SHARE),
      total: () => live(sumHere(places, "spendShare"), 1, SHARE),
    },
  ];
}

/** Incremental KPI from the Contributions sheet. */
export function kpiColumns({ context, places, returns, contributions, kpi }: RoiFrame): Column[] {
  const rows = { mean: contributions.meanRow, low: contributions.lowRow, high: contributions.highRow };
  return tripletColumns<ChannelReturn>({
    head: `Incremental ${context.history.kpi.name}${scaleNote(kpi)}`,
    level: context.words.level,
    cell: (each, role, row, field) =>
      fetched(
        cellAt(CONTRIBUTIONS, rows[role], contributions.baseline + 1 + row - places.firstChannel),
        each.kpi[field],
        kpi.format,
      ),
    total: (role, _row, field) => totalOf(role, places, "kpiMean", returns.kpi[field], kpi.format),
  });
}

/** Incremental revenue: the KPI itself, or the KPI times its weekly value. */
export function revenueColumns(frame: RoiFrame): Column[] {
  const { context, places, returns, money } = frame;
  return tripletColumns<ChannelReturn>({
    head: `Incremental revenue${moneyNote(context, money)}`,
    level: context.words.level,
    cell: (each, role, row, field) => revenueCell(frame, each, role, row, field),
    total: (role, _row, field) => totalOf(role, places, "revenueMean", returns.revenue[field], money.format),
  });
}

function revenueCell(
  { context, places, data, contributions, money }: RoiFrame,
  each: ChannelReturn,
  role: EstimateRole,
  row: number,
  field: keyof Interval,
): PlannedCell {
  const column = contributions.baseline + 1 + row - places.firstChannel;
  const value = each.revenue[field];
  if (!context.weighted) {
    const rows = { mean: contributions.meanRow, low: contributions.lowRow, high: contributions.highRow };
    return fetched(cellAt(CONTRIBUTIONS, rows[role], column), value, money.format);
  }
  if (role !== "mean" || data.revenuePerKpi === null) return pasted(value, money.format);
  const weeks = areaAt(contributionWeeks(contributions, column));
  return {
    ...live(`SUMPRODUCT(${weeks},${dataColumn(data, data.revenuePerKpi)})`, value, money.format),
    ink: "link",
  };
}

/** Share of all incremental value, from the means. */
export function effectShareColumn({ context, places }: RoiFrame): Column {
  const source = places.column(context.shows === "money" ? "revenueMean" : "kpiMean");
  return {
    head: "Share of effect",
    cell: (each, row) =>
      live(`${near(row, source)}/${fixed(places.totalRow, source)}`, each.effectShare, SHARE),
    total: () => live(sumHere(places, "effectShare"), 1, SHARE),
  };
}

/** Incremental revenue per unit of spend. */
export function roasColumns({ context, places, returns }: RoiFrame): Column[] {
  const formula = (role: EstimateRole, row: number): string =>
    quotient(near(row, places.column(REVENUE_KEYS[role])), near(row, places.column("spend")));
  return tripletColumns<ChannelReturn>({
    head: "ROAS",
    level: context.words.level,
    cell: (each, role, row, field) =>
      live(formula(role, row), orNothing(each.roas[field]), ratioFormat(each.roas.mean)),
    total: (role, row, field) =>
      live(formula(role, row), orNothing(returns.roas[field]), ratioFormat(returns.roas.mean)),
  });
}

/** What the next unit of spend returns, from the draws. */
export function marginalColumns({ context }: RoiFrame): Column[] {
  return tripletColumns<ChannelReturn>({
    head: "ROAS of the next unit",
    level: context.words.level,
    cell: (each, _role, _row, field) =>
      pasted(each.channel.marginalRoas?.[field] ?? null, ratioFormat(each.channel.marginalRoas?.mean ?? 0)),
    total: () => null,
  });
}

/** Margin return: (revenue × margin − spend) / spend. */
export function marginColumns({ context, places, returns }: RoiFrame): Column[] {
  const margin = context.brief.margin ?? Number.NaN;
  const formula = (role: EstimateRole, row: number): string => {
    const roas = near(row, places.column(ROAS_KEYS[role]));
    return `IF(ISNUMBER(${roas}),${roas}*${fixed(places.marginRow, 2)}-1,"n/a")`;
  };
  const value = (roas: number): number | string => orNothing(roas * margin - 1);
  return tripletColumns<ChannelReturn>({
    head: "Margin return",
    level: context.words.level,
    cell: (each, role, row, field) => live(formula(role, row), value(each.roas[field]), "0%"),
    total: (role, row, field) => live(formula(role, row), value(returns.roas[field]), "0%"),
  });
}

/** Chance that the channel pays back, from the draws. */
export function breakEvenColumn(): Column {
  return {
    head: "Chance above break-even",
    cell: (each) => pasted(each.channel.probabilityAboveBreakEven, "0%"),
  };
}

/** Spend per incremental KPI unit; a high contribution is a low cost. */
export function cpikColumns({ context, places, returns }: RoiFrame): Column[] {
  const scale = amountScale(returns.channels.map((each) => each.cpik.hi));
  const source: Record<EstimateRole, RoiKey> = { mean: "kpiMean", low: "kpiHigh", high: "kpiLow" };
  const formula = (role: EstimateRole, row: number): string =>
    quotient(near(row, places.column("spend")), near(row, places.column(source[role])));
  return tripletColumns<ChannelReturn>({
    head: `${context.words.currency.trim()} per unit of ${context.history.kpi.name}`,
    level: context.words.level,
    cell: (each, role, row, field) => live(formula(role, row), orNothing(each.cpik[field]), scale.format),
    total: (role, row, field) => live(formula(role, row), orNothing(returns.cpik[field]), scale.format),
  });
}

/** Whether the number comes from the data or from what was assumed before. */
export function learnedColumn(): Column {
  return { head: "Rests on", words: true, cell: (each) => text(restsOn(each.channel), "label") };
}

/** Order and its probability, all that a directional run may say (D-02). */
export function rankColumns(): Column[] {
  return [
    { head: "Rank by return", cell: (each) => pasted(each.channel.rank, "0") },
    { head: "Chance of that rank", cell: (each) => pasted(each.channel.rankProbability, "0%") },
  ];
}

const REVENUE_KEYS: Record<EstimateRole, RoiKey> = {
  mean: "revenueMean",
  low: "revenueLow",
  high: "revenueHigh",
};
const ROAS_KEYS: Record<EstimateRole, RoiKey> = { mean: "roasMean", low: "roasLow", high: "roasHigh" };

/** " ($M)" style note for a head, empty where amounts are not scaled. */
function scaleNote(scale: AmountScale): string {
  return scale.suffix === "" ? "" : ` (${scale.suffix})`;
}

/** " ($M)": the currency sign with the scale. */
function moneyNote({ words }: ReportContext, scale: AmountScale): string {
  return ` (${words.currency.trim()}${scale.suffix})`;
}

function sumHere(places: RoiPlaces, key: RoiKey): string {
  return `SUM(${areaHere(columnArea(ROI, places.column(key), places.firstChannel, places.lastChannel))})`;
}

/** Means add up; intervals do not, so those of the total come from its own draws. */
function totalOf(
  role: EstimateRole,
  places: RoiPlaces,
  key: RoiKey,
  value: number,
  format: string,
): PlannedCell {
  const cell = role === "mean" ? live(sumHere(places, key), value, format) : pasted(value, format);
  return asEstimate(cell, role);
}

function quotient(over: string, under: string): string {
  return `IF(${under}>0,${over}/${under},"n/a")`;
}

function orNothing(value: number): number | string {
  return Number.isFinite(value) ? value : "n/a";
}
