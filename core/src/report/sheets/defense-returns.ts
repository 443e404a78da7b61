/** Page 1 of Defense: the returns by channel, the split between brand and performance, and the tie to the books. */

import type { GroupTotal } from "../../attribute/attribution.ts";
import type { Interval } from "../../numerics/interval.ts";
import { type ChannelReturn, mediaReturns, type Returns } from "../channel-returns.ts";
import { areaAt, cellAt, near } from "../layout/address.ts";
import { fetched, live, pasted, text } from "../layout/cells.ts";
import { amountScale, ratioFormat } from "../layout/number-formats.ts";
import { amountPart, type Part, percentPart } from "../layout/sentence.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { tripletColumns } from "../layout/triplet.ts";
import { CONTRIBUTIONS, contributionPlaces } from "../places/contribution-places.ts";
import { DATA, dataPlaces } from "../places/data-places.ts";
import type { DefensePlaces } from "../places/defense-places.ts";
import { ROI, type RoiKey, roiChannels, roiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";
import { sumOf } from "../sums.ts";
import type { EstimateRole, PlannedCell } from "../workbook-plan.ts";
import { componentsOf } from "./contributions-sheet.ts";
import { DEFENSE_WIDTHS, heading, prose, type Section } from "./defense-flow.ts";

type Column = TableColumn<ChannelReturn>;

const EFFECT: Readonly<Record<"money" | "units", Readonly<Record<EstimateRole, RoiKey>>>> = {
  money: { mean: "revenueMean", low: "revenueLow", high: "revenueHigh" },
  units: { mean: "kpiMean", low: "kpiLow", high: "kpiHigh" },
};
const RETURN: Readonly<Record<"money" | "units", Readonly<Record<EstimateRole, RoiKey>>>> = {
  money: { mean: "roasMean", low: "roasLow", high: "roasHigh" },
  units: { mean: "cpikMean", low: "cpikLow", high: "cpikHigh" },
};

/** The table of returns, every number fetched from ROI. */
export function returnsTable(context: ReportContext, printed: DefensePlaces): Section {
  const returns = mediaReturns(context);
  const columns = context.shows === "ranks" ? rankColumns(context) : amountColumns(context, returns, printed);
  const table = tableBlock({
    row: printed.tableRow + 1,
    column: 0,
    columns,
    items: returns.channels,
    widths: DEFENSE_WIDTHS,
  });
  const words = context.shows === "ranks" ? "The order of channels" : "What each channel returned";
  return { blocks: [heading(words, printed.tableRow), table], end: table.row + table.rows.length };
}

function fromRoi(
  context: ReportContext,
  row: number,
  key: RoiKey,
  value: number | string,
  format: string,
): PlannedCell {
  return fetched(cellAt(ROI, row, roiPlaces(context).column(key)), value, format);
}

function factColumns(context: ReportContext, returns: Returns): Column[] {
  const places = roiPlaces(context);
  const money = amountScale([returns.spend]);
  const row = (index: number): number => places.firstChannel + index;
  return [
    {
      head: "Channel",
      words: true,
      cell: (each) => text(each.channel.name, "label"),
      total: () => text("All media", "labelStrong"),
    },
    {
      head: `Spend (${context.words.currency.trim()}${money.suffix})`,
      cell: (each, _row, index) => fromRoi(context, row(index), "spend", each.spend, money.format),
      total: () => fromRoi(context, places.totalRow, "spend", returns.spend, money.format),
    },
    {
      head: "Share of spend",
      cell: (each, _row, index) => fromRoi(context, row(index), "spendShare", each.spendShare, "0%"),
      total: () => fromRoi(context, places.totalRow, "spendShare", 1, "0%"),
    },
  ];
}

function amountColumns(context: ReportContext, returns: Returns, printed: DefensePlaces): Column[] {
  const places = roiPlaces(context);
  const { level, currency } = context.words;
  const money = context.shows === "money";
  const kind = money ? "money" : "units";
  const scale = amountScale([money ? returns.revenue.hi : returns.kpi.hi]);
  const effectHead = money
    ? `Incremental revenue (${currency.trim()}${scale.suffix})`
    : `Incremental ${context.history.kpi.name}${scale.suffix === "" ? "" : ` (${scale.suffix})`}`;
  const costScale = amountScale(returns.channels.map((each) => each.cpik.mean));
  const ratio = ({ roas }: ChannelReturn | Returns): string =>
    money ? ratioFormat(roas.mean) : costScale.format;
  const value = (each: ChannelReturn | Returns): ChannelReturn["roas"] => (money ? each.roas : each.cpik);
  const effect = (each: ChannelReturn | Returns): ChannelReturn["roas"] => (money ? each.revenue : each.kpi);
  // channels stand in the same order on both sheets
  const roiRow = (row: number): number => places.firstChannel + row - printed.firstChannel;
  const shown = (number: number): number | string => (Number.isFinite(number) ? number : "n/a");
  return [
    ...factColumns(context, returns),
    ...tripletColumns<ChannelReturn>({
      head: effectHead,
      level,
      cell: (each, role, row, field) =>
        fromRoi(context, roiRow(row), EFFECT[kind][role], effect(each)[field], scale.format),
      total: (role, _row, field) =>
        fromRoi(context, places.totalRow, EFFECT[kind][role], effect(returns)[field], scale.format),
    }),
    {
      head: "Share of effect",
      cell: (each, _row, index) =>
        fromRoi(context, places.firstChannel + index, "effectShare", each.effectShare, "0%"),
      total: () => fromRoi(context, places.totalRow, "effectShare", 1, "0%"),
    },
    ...tripletColumns<ChannelReturn>({
      head: money ? "ROAS" : `${currency.trim()} per ${context.history.kpi.name}`,
      level,
      cell: (each, role, row, field) =>
        fromRoi(context, roiRow(row), RETURN[kind][role], shown(value(each)[field]), ratio(each)),
      total: (role, _row, field) =>
        fromRoi(context, places.totalRow, RETURN[kind][role], shown(value(returns)[field]), ratio(returns)),
    }),
  ];
}

function rankColumns(context: ReportContext): Column[] {
  const places = roiPlaces(context);
  const row = (index: number): number => places.firstChannel + index;
  return [
    ...factColumns(context, mediaReturns(context)),
    {
      head: "Rank by return",
      cell: (each, _row, index) => fromRoi(context, row(index), "rank", each.channel.rank, "0"),
    },
    {
      head: "Chance of that rank",
      cell: (each, _row, index) =>
        fromRoi(context, row(index), "rankProbability", each.channel.rankProbability, "0%"),
    },
  ];
}

/** Brand against performance (A-19): means live from ROI, ranges from the draws of each group's own sum. */
export function groupSplit(context: ReportContext, row: number): Section {
  const table = tableBlock({
    row: row + 1,
    column: 0,
    columns: groupColumns(context, mediaReturns(context)),
    items: context.results.attribution.groups,
    widths: DEFENSE_WIDTHS,
  });
  return { blocks: [heading("Brand against performance", row), table], end: table.row + table.rows.length };
}

function groupColumns(context: ReportContext, returns: Returns): TableColumn<GroupTotal>[] {
  const places = roiPlaces(context);
  const isMoney = context.shows === "money";
  const scale = amountScale([isMoney ? returns.revenue.hi : returns.kpi.hi]);
  const spendScale = amountScale([returns.spend]);
  const members = areaAt(roiChannels(places, "group"));
  const sumIf = (row: number, key: RoiKey): string =>
    `SUMIF(${members},${near(row, 0)},${areaAt(roiChannels(places, key))})`;
  const effect = EFFECT[isMoney ? "money" : "units"].mean;
  const all = isMoney ? returns.revenue.mean : returns.kpi.mean;
  const total = (key: RoiKey): string => cellAt(ROI, places.totalRow, places.column(key));
  return [
    { head: "Group", words: true, cell: (each) => text(each.group, "label") },
    { head: "Spend", cell: (each, row) => live(sumIf(row, "spend"), each.spend, spendScale.format) },
    {
      head: "Share of spend",
      cell: (each, row) => live(`${near(row, 1)}/${total("spend")}`, each.spend / returns.spend, "0%"),
    },
    ...tripletColumns<GroupTotal>({
      head: "Effect",
      level: context.words.level,
      cell: (each, role, row, field) =>
        role === "mean"
          ? live(sumIf(row, effect), meanOf(returns, each.group, isMoney), scale.format)
          : pasted(effectOf(each, isMoney)[field], scale.format),
    }),
    {
      head: "Share of effect",
      cell: (each, row) =>
        live(`${near(row, 3)}/${total(effect)}`, meanOf(returns, each.group, isMoney) / all, "0%"),
    },
    ...(isMoney ? groupRoas(context, returns) : []),
  ];
}

/** ROAS of each group under the channels' own ROAS: the mean follows spend, the ends are pasted. */
function groupRoas(context: ReportContext, returns: Returns): TableColumn<GroupTotal>[] {
  return tripletColumns<GroupTotal>({
    head: "ROAS",
    level: context.words.level,
    cell: ({ group, spend, roas }, role, row, field) =>
      role === "mean"
        ? live(
            `${near(row, 3)}/${near(row, 1)}`,
            meanOf(returns, group, true) / spend,
            ratioFormat(roas?.mean ?? 0),
          )
        : pasted(roas?.[field] ?? null, ratioFormat(roas?.mean ?? 0)),
  });
}

/** Means add up: the sum of the group's channels, as the formula computes it. */
function meanOf(returns: Returns, group: string, isMoney: boolean): number {
  const members = returns.channels.filter((each) => each.channel.group === group);
  return sumOf(members.map((each) => (isMoney ? each.revenue.mean : each.kpi.mean)));
}

/** The ends of what a group brought in: money where the KPI has a value (ROAS times spend in every draw), else KPI units. */
function effectOf({ roas, spend, total }: GroupTotal, isMoney: boolean): Interval {
  if (!isMoney || roas === null) return total;
  return { mean: roas.mean * spend, lo: roas.lo * spend, hi: roas.hi * spend };
}

/** The tie to the books: what is spent and what is explained, against Data. */
export function reconciliation(context: ReportContext): (row: number) => Section {
  const data = dataPlaces(context.history);
  const returns = mediaReturns(context);
  const { words } = context;
  const kpi = sumOf(context.history.kpi.values);
  const spend: readonly Part[] = [
    "Spend of ",
    amountPart(
      cellAt(ROI, roiPlaces(context).totalRow, roiPlaces(context).column("spend")),
      returns.spend,
      words.currency,
    ),
    " is the total of the Data sheet (",
    amountPart(cellAt(DATA, data.totalRow, data.totalSpend), returns.spend, words.currency),
    "); observed ",
    words.kpi,
    " is ",
    amountPart(cellAt(DATA, data.totalRow, data.kpi), kpi, words.kpiSign),
    ". ",
    ...(context.shows === "ranks" ? [] : gapParts(context)),
    "Agree both with the ledger before you sign.",
  ];
  return prose("Tie to the books", [spend]);
}

function gapParts(context: ReportContext): readonly Part[] {
  const components = componentsOf(context);
  const places = contributionPlaces(components.length - 1, context.history.weeks.length);
  const at = (column: number): string => cellAt(CONTRIBUTIONS, places.meanRow, column);
  const fitted = sumOf(components.map((component) => sumOf(component.weekly)));
  const baseline = sumOf(components[0]?.weekly ?? []);
  const observed = sumOf(context.history.kpi.values);
  return [
    "Baseline ",
    amountPart(at(places.baseline), baseline, context.words.kpiSign),
    " and media together give ",
    amountPart(at(places.fitted), fitted, context.words.kpiSign),
    ", ",
    percentPart(`ABS(${at(places.gap)})`, Math.abs(fitted / observed - 1)),
    ` off the observed total (limit ${Math.round(context.rules.contributionGap * 100)}%). `,
  ];
}
