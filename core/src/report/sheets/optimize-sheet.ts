/** Optimize: where the same budget would bring more, with and without the limit on how far money may move. */

import type { Interval } from "../../numerics/interval.ts";
import type { Allocation, Binding, ChannelAllocation } from "../../optimize/allocation.ts";
import { areaAt, areaHere, cellAt, near } from "../layout/address.ts";
import { asEstimate, live, pasted, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { amountScale, axisFormat, marginalFormat, planScale } from "../layout/number-formats.ts";
import { PALETTE } from "../layout/palette.ts";
import { amountPart, chancePart, sentence } from "../layout/sentence.ts";
import { planSheet } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { OPTIMIZE, type OptimizePlaces, optimizeChannels, optimizePlaces } from "../places/plan-places.ts";
import { levelWords, type ReportContext } from "../report-context.ts";
import { sumOf } from "../sums.ts";
import type { EstimateRole, PlannedCell, PlannedChart, PlannedRow, PlannedSheet } from "../workbook-plan.ts";

const WIDTHS: readonly number[] = [30, 13, 14, 13, 11, 14, 12, 12, 13, 13, 24];

const BINDINGS: Readonly<Record<Binding, string>> = {
  none: "none",
  cap: "limit on one move",
  minimum: "your minimum",
  maximum: "your maximum",
  observed: "largest week seen",
  locked: "contracted",
};

/** The Optimize sheet; where the limits leave no split it says so. */
export function optimizeSheet(context: ReportContext): PlannedSheet {
  const outcome = context.results.allocation;
  if (outcome === null) throw new RangeError("a run without an allocation has no Optimize sheet");
  if (outcome.kind === "infeasible") return infeasibleSheet(context, outcome.reason, outcome.remedy);
  const { allocation } = outcome;
  const places = optimizePlaces(allocation);
  return planSheet(context, {
    name: OPTIMIZE,
    title: titleOf(context, allocation, places),
    units: `Spend in ${context.history.currency} per week; intervals are ${levelWords(allocation.level)}. "Recommended" keeps every move inside the limits; "without limits on moves" shows what lies beyond.`,
    widths: WIDTHS,
    blocks: [
      channelsBlock(allocation, places, context.results.attribution.valueUnit === "money"),
      gainsBlock(context, allocation, places),
    ],
    charts: [spendChart(context, allocation, places), marginalChart(context, places)],
    freeze: { rows: places.headRow + 1, columns: 1 },
    onePage: true,
    lastPrinted: WIDTHS.length - 1,
    accent: true,
  });
}

function infeasibleSheet(context: ReportContext, reason: string, remedy: string): PlannedSheet {
  return planSheet(context, {
    name: OPTIMIZE,
    title: text("No split of this budget keeps all limits"),
    units: "Change the limits or the budget in the brief and run again.",
    widths: [100],
    blocks: [
      {
        row: 4,
        column: 0,
        rows: [[text(reason, "text")], [text(remedy, "text")]],
        heights: { 4: 30, 5: 30 },
      },
    ],
    lastPrinted: 0,
  });
}

function titleOf(context: ReportContext, allocation: Allocation, places: OptimizePlaces): PlannedCell {
  const { cappedGain, probabilityOfGain } = allocation;
  const gain = (column: number): string => cellAt(OPTIMIZE, places.gainRow + 3, column);
  const sign = context.results.attribution.valueUnit === "money" ? context.words.currency : "";
  return sentence([
    "Same budget, recommended split: ",
    amountPart(gain(1), cappedGain.mean, sign),
    `${context.words.valueUnit} more per week (`,
    levelWords(allocation.level),
    " ",
    amountPart(gain(2), cappedGain.lo, sign),
    " to ",
    amountPart(gain(3), cappedGain.hi, sign),
    "), chance of a gain ",
    chancePart(gain(4), probabilityOfGain),
  ]);
}

function channelsBlock(allocation: Allocation, places: OptimizePlaces, isMoney: boolean): Block {
  const { channels } = allocation;
  const { format: money, suffix } = planScale(channels.map((channel) => channel.current));
  const next = (value: number): string => marginalFormat([value], isMoney);
  const sum = (column: number, value: number): PlannedCell =>
    live(`SUM(${areaHere(optimizeChannels(places, column))})`, value, money);
  const totalBy = (field: "current" | "capped" | "raw"): number =>
    sumOf(channels.map((channel) => channel[field]));
  const change = totalBy("capped") - totalBy("current");
  const columns: TableColumn<ChannelAllocation>[] = [
    {
      head: "Channel",
      words: true,
      cell: (each) => text(each.name, "label"),
      total: () => text("Total", "labelStrong"),
    },
    {
      head: `Now${suffix === "" ? "" : ` (${suffix})`}`,
      cell: (each) => pasted(each.current, money),
      total: () => sum(places.current, totalBy("current")),
    },
    {
      head: "Recommended",
      cell: (each) => pasted(each.capped, money),
      total: () => sum(places.capped, totalBy("capped")),
    },
    {
      head: "Change",
      cell: (each, row) =>
        live(
          `${near(row, places.capped)}-${near(row, places.current)}`,
          each.capped - each.current,
          `+${money.split(";")[0]};[Red]-${money.split(";")[0]};"-"`,
        ),
      total: () =>
        live(
          `ROUND(SUM(${areaHere(optimizeChannels(places, places.change))}),6)`,
          Math.round(change * 1e6) / 1e6,
          money,
        ),
    },
    {
      head: "Change, %",
      cell: (each, row) =>
        live(
          `IF(${near(row, places.current)}>0,${near(row, places.change)}/${near(row, places.current)},"new")`,
          each.current > 0 ? (each.capped - each.current) / each.current : "new",
          "+0%;[Red]-0%;0%",
        ),
    },
    {
      head: "Without limits on moves",
      cell: (each) => pasted(each.raw, money),
      total: () => sum(places.raw, totalBy("raw")),
    },
    { head: "Least", cell: (each) => pasted(each.least, money) },
    { head: "Most", cell: (each) => pasted(each.most, money) },
    { head: "Next unit returns now", cell: (each) => pasted(each.marginalBefore, next(each.marginalBefore)) },
    { head: "Next unit returns then", cell: (each) => pasted(each.marginalAfter, next(each.marginalBefore)) },
    { head: "Held by", words: true, cell: (each) => text(BINDINGS[each.binding], "label") },
  ];
  return tableBlock({ row: places.headRow, column: 0, columns, items: channels, widths: WIDTHS });
}

function gainsBlock(context: ReportContext, allocation: Allocation, places: OptimizePlaces): Block {
  const money = planScale(allocation.channels.map((channel) => channel.current)).format;
  const scale = amountScale([allocation.currentValue.hi]);
  const unit =
    context.results.attribution.valueUnit === "money" ? context.history.currency : context.history.kpi.name;
  const line = (label: string, interval: Interval, chance: PlannedCell | null): PlannedRow => [
    text(label, "label"),
    ...triple(interval, scale.format),
    chance,
  ];
  return {
    row: places.budgetRow,
    column: 0,
    rows: [
      [text("Budget per week", "labelStrong"), pasted(allocation.budget, money)],
      [
        text(
          `Value per week, ${unit}${scale.suffix === "" ? "" : ` (${scale.suffix})`}, ${levelWords(allocation.level)}`,
          "heading",
        ),
        text("mean", "headingNumber"),
        text("low", "headingNumber"),
        text("high", "headingNumber"),
        text("Chance of gain", "headingNumber"),
      ],
      line("Today's split", allocation.currentValue, null),
      line("Gain without limits on moves", allocation.rawGain, null),
      line("Gain, recommended", allocation.cappedGain, pasted(allocation.probabilityOfGain, "0%")),
    ],
    heights: { [places.gainRow]: 30 },
  };
}

function triple({ mean, lo, hi }: Interval, format: string): PlannedCell[] {
  const roles: ReadonlyArray<readonly [EstimateRole, number]> = [
    ["mean", mean],
    ["low", lo],
    ["high", hi],
  ];
  return roles.map(([role, value]) => asEstimate(pasted(value, format), role));
}

function spendChart({ words }: ReportContext, allocation: Allocation, places: OptimizePlaces): PlannedChart {
  const categories = areaAt(optimizeChannels(places, 0));
  const series = (name: string, column: number, color: string): PlannedChart["series"][number] => ({
    name,
    categories,
    values: areaAt(optimizeChannels(places, column)),
    color,
  });
  return {
    kind: "column",
    title: "Spend per week: now, recommended, and without limits on moves",
    xTitle: null,
    yTitle: null,
    series: [
      series("Now", places.current, PALETTE.grayLight),
      series("Recommended", places.capped, PALETTE.accent),
      series("Without limits on moves", places.raw, PALETTE.gray),
    ],
    at: { row: places.chartRow, column: 0, rows: 18, columns: 6 },
    valueFormat: axisFormat(
      allocation.channels.map((channel) => channel.raw),
      words.currency,
    ),
    categoryFormat: null,
    labelEvery: 1,
    legend: true,
    alternative: "Three columns per channel: spend per week now, recommended, and without limits on moves.",
  };
}

function marginalChart({ words, results }: ReportContext, places: OptimizePlaces): PlannedChart {
  const categories = areaAt(optimizeChannels(places, 0));
  const series = (name: string, column: number, color: string): PlannedChart["series"][number] => ({
    name,
    categories,
    values: areaAt(optimizeChannels(places, column)),
    color,
  });
  return {
    kind: "column",
    title: `What the next ${words.currency.trim()}1 brings${words.valueUnit === "" ? "" : ` in${words.valueUnit}`}, before and after`,
    xTitle: null,
    yTitle: null,
    series: [
      series("Now", places.marginalBefore, PALETTE.grayLight),
      series("Recommended", places.marginalAfter, PALETTE.accent),
    ],
    at: { row: places.chartRow, column: 6, rows: 18, columns: 5 },
    valueFormat: results.attribution.valueUnit === "money" ? '0.0"x"' : "General",
    categoryFormat: null,
    labelEvery: 1,
    legend: true,
    alternative:
      "Two columns per channel: return of the next unit of spend now and under the recommended split.",
  };
}
