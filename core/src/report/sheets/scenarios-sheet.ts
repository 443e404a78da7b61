/** Scenarios: equal-total alternatives side by side, each with its interval, its speed and its way back. */

import type { PlanComparison, Scenario } from "../../plan/scenario.ts";
import { areaHere, cellAt, columnArea, near } from "../layout/address.ts";
import { live, pasted, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { INTERVAL_BAR_COLUMNS, intervalBarColumns, intervalBarSeries } from "../layout/interval-bars.ts";
import { type AmountScale, amountScale, axisFormat, MONEY, planScale } from "../layout/number-formats.ts";
import { amountPart, chancePart, sentence } from "../layout/sentence.ts";
import { planSheet } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { tripletColumns } from "../layout/triplet.ts";
import { SCENARIOS, type ScenarioPlaces, scenarioChannels, scenarioPlaces } from "../places/plan-places.ts";
import { levelWords, type ReportContext } from "../report-context.ts";
import { sumOf } from "../sums.ts";
import type { PlannedCell, PlannedChart, PlannedSheet } from "../workbook-plan.ts";

const WIDTHS: readonly number[] = [10, 25, 12, 11, 11, 11, 11, 11, 11, 9, 9, 9, 9, 10, 9, 11, 34];

/** The Scenarios sheet. */
export function scenariosSheet(context: ReportContext): PlannedSheet {
  const { plans } = context.results;
  if (plans === null) throw new RangeError("a run without plans has no Scenarios sheet");
  const places = scenarioPlaces(plans, context.history.channels.length);
  const scale = amountScale(plans.scenarios.map((scenario) => scenario.incremental.hi));
  const unit =
    context.results.attribution.valueUnit === "money" ? context.history.currency : context.history.kpi.name;
  return planSheet(context, {
    name: SCENARIOS,
    title: titleOf(context, plans, places),
    units: `Spend in ${context.history.currency} and value in ${unit} per ${plans.period}; every scenario spends the same total; intervals are ${levelWords(plans.level)}.`,
    widths: [...WIDTHS, 3, ...Array<number>(INTERVAL_BAR_COLUMNS).fill(11)],
    blocks: [
      scenarioBlock(plans, places, scale),
      helperBlock(plans, places),
      planBlock(context, plans, places),
    ],
    charts: [deltaChart(context, plans, places)],
    freeze: { rows: places.firstScenario, columns: 2 },
    onePage: true,
    lastPrinted: WIDTHS.length - 1,
    accent: true,
  });
}

function titleOf(context: ReportContext, plans: PlanComparison, places: ScenarioPlaces): PlannedCell {
  const index = plans.scenarios.findIndex((scenario) => scenario.id === plans.recommended);
  const chosen = plans.scenarios[index];
  if (chosen === undefined || chosen.delta.mean <= 0) {
    return text("No scenario is expected to gain: hold today's mix");
  }
  const row = places.firstScenario + index;
  const sign = context.results.attribution.valueUnit === "money" ? context.words.currency : "";
  return sentence([
    `${chosen.id}, ${chosen.title}: `,
    amountPart(cellAt(SCENARIOS, row, places.delta), chosen.delta.mean, sign),
    ` more${context.words.valueUnit} per ${plans.period} (${levelWords(plans.level)} `,
    amountPart(cellAt(SCENARIOS, row, places.delta + 1), chosen.delta.lo, sign),
    " to ",
    amountPart(cellAt(SCENARIOS, row, places.delta + 2), chosen.delta.hi, sign),
    "), chance of a gain ",
    chancePart(cellAt(SCENARIOS, row, places.deltaShare + 3), chosen.probabilityOfGain),
  ]);
}

function scenarioBlock(plans: PlanComparison, places: ScenarioPlaces, scale: AmountScale): Block {
  const level = levelWords(plans.level);
  const note = scale.suffix === "" ? "" : ` (${scale.suffix})`;
  const spend = planScale(plans.scenarios.map(totalOf));
  const columns: TableColumn<Scenario>[] = [
    { head: "Scenario", words: true, cell: (each) => text(each.id, "labelStrong") },
    { head: "What changes", words: true, cell: (each) => text(each.title) },
    {
      head: `Total spend${spend.suffix === "" ? "" : ` (${spend.suffix})`}`,
      cell: (each, _row, index) =>
        live(areaSum(places, places.firstPlan + index), totalOf(each), spend.format),
    },
    ...tripletColumns<Scenario>({
      head: `Value of media${note}`,
      level,
      cell: (each, _role, _row, field) => pasted(each.incremental[field], scale.format),
    }),
    ...tripletColumns<Scenario>({
      head: `Against today${note}`,
      level,
      cell: (each, _role, _row, field) => pasted(each.delta[field], scale.format),
    }),
    ...tripletColumns<Scenario>({
      head: "Against today, %",
      level,
      cell: (each, _role, _row, field) => pasted(each.deltaShare[field], "0.0%"),
    }),
    { head: "Chance of gain", cell: (each) => pasted(each.probabilityOfGain, "0%") },
    { head: "Weeks to 90% of effect", cell: (each) => pasted(each.weeksToNinety, "0") },
    { head: "Speed", centered: true, cell: (each) => text(each.speed, "center") },
    { head: "Way back", centered: true, cell: (each) => text(each.reversibility, "center") },
    { head: "Limit met", words: true, cell: (each) => text(each.limit ?? "none", "text") },
  ];
  return tableBlock({ row: places.headRow, column: 0, columns, items: plans.scenarios, widths: WIDTHS });
}

function totalOf(scenario: Scenario): number {
  return sumOf(scenario.channels.map((channel) => channel.planned));
}

function areaSum(places: ScenarioPlaces, column: number): string {
  return `SUM(${areaHere(scenarioChannels(places, column))})`;
}

function helperBlock(plans: PlanComparison, places: ScenarioPlaces): Block {
  const place = { mean: places.delta, low: places.delta + 1, high: places.delta + 2 };
  const columns = intervalBarColumns<Scenario>(place, (each) => each.delta, MONEY);
  const table = tableBlock({
    row: places.firstScenario - 1,
    column: places.helper,
    columns,
    items: plans.scenarios,
    widths: [],
  });
  return {
    ...table,
    rows: table.rows.map((row) => row.map((cell) => cell && { ...cell, style: "noteNumber" as const })),
    heights: {},
  };
}

interface PlanLine {
  readonly name: string;
  readonly index: number;
}

function planBlock(context: ReportContext, plans: PlanComparison, places: ScenarioPlaces): Block {
  const [first] = plans.scenarios;
  const lines = context.history.channels.map(({ name }, index): PlanLine => ({ name, index }));
  const todayOf = (line: PlanLine): number => first?.channels[line.index]?.current ?? 0;
  const { format, suffix } = planScale([sumOf(lines.map(todayOf))]);
  const changes = plans.scenarios.map(
    (scenario, at): TableColumn<PlanLine> => ({
      group: "Change against today",
      head: scenario.id,
      cell: (line, row) => {
        const planned = scenario.channels[line.index]?.planned ?? 0;
        const [now, then] = [near(row, places.today), near(row, places.firstPlan + at)];
        const value = todayOf(line) > 0 ? planned / todayOf(line) - 1 : "new";
        return live(`IF(${now}>0,${then}/${now}-1,"new")`, value, "+0%;[Red]-0%;0%");
      },
    }),
  );
  const columns: TableColumn<PlanLine>[] = [
    {
      head: "Channel",
      words: true,
      cell: (line) => text(line.name, "label"),
      total: () => text("Total", "labelStrong"),
    },
    { head: "", words: true, cell: () => text("", "label") },
    {
      head: "Today",
      cell: (line) => pasted(todayOf(line), format),
      total: () => live(areaSum(places, places.today), sumOf(lines.map(todayOf)), format),
    },
    ...plans.scenarios.map(
      (scenario, at): TableColumn<PlanLine> => ({
        head: `${scenario.id}`,
        cell: (line) => pasted(scenario.channels[line.index]?.planned ?? null, format),
        total: () => live(areaSum(places, places.firstPlan + at), totalOf(scenario), format),
      }),
    ),
    ...changes.map(({ group: _group, ...column }) => ({ ...column, head: `${column.head}, change` })),
  ];
  const table = tableBlock({ row: places.planHeadRow, column: 0, columns, items: lines, widths: WIDTHS });
  const heading = text(
    `Spend per ${plans.period} by channel${suffix === "" ? "" : ` (${suffix})`}`,
    "section",
  );
  return { ...table, row: places.planHeadRow - 1, rows: [[heading], ...table.rows] };
}

function deltaChart(context: ReportContext, plans: PlanComparison, places: ScenarioPlaces): PlannedChart {
  const helpers = columnArea(SCENARIOS, places.helper, places.firstScenario, places.lastScenario);
  const names = columnArea(SCENARIOS, 1, places.firstScenario, places.lastScenario);
  return {
    kind: "stackedBar",
    title: `Value against today's mix per ${plans.period}: bar = ${levelWords(plans.level)}, mean where the color changes`,
    xTitle: null,
    yTitle: null,
    series: intervalBarSeries(helpers, names),
    at: { row: places.chartRow, column: 0, rows: places.planHeadRow - places.chartRow - 2, columns: 13 },
    valueFormat: axisFormat(
      plans.scenarios.flatMap(({ delta }) => [delta.lo, delta.hi]),
      context.results.attribution.valueUnit === "money" ? context.words.currency : "",
    ),
    categoryFormat: null,
    labelEvery: 1,
    legend: false,
    alternative: "Each scenario's value against today as a bar from the low to the high end of its interval.",
  };
}
