/** Diagnostics: whether the computation itself can be trusted, number by number against its limit. */

import type { FitHealth, HealthCheck, QuantityDiagnostics } from "../../diagnose/fit-health.ts";
import { areaAt } from "../layout/address.ts";
import { pasted, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { COUNT, RHAT } from "../layout/number-formats.ts";
import { PALETTE } from "../layout/palette.ts";
import { planSheet } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { metricName } from "../metric-names.ts";
import {
  DIAGNOSTICS,
  type DiagnosticPlaces,
  diagnosticPlaces,
  quantityColumn,
} from "../places/diagnostic-places.ts";
import type { RunContext } from "../report-context.ts";
import type { PlannedCell, PlannedChart, PlannedSheet } from "../workbook-plan.ts";
import { foretellBlock, influenceBlock } from "./diagnostics-evidence.ts";

const VERDICTS: Readonly<Record<FitHealth["verdict"], string>> = {
  pass: "The computation converged: every check is met",
  review: "The computation is usable with care: see the checks marked review",
  fail: "The computation can not be trusted: no estimate is shown",
};

/** The Diagnostics sheet; without a fit it says why there is none. */
export function diagnosticsSheet(
  context: RunContext,
  health: FitHealth | null,
  showsAmounts: boolean,
): PlannedSheet {
  if (health === null) return emptySheet(context);
  const places = diagnosticPlaces(health, showsAmounts);
  const widths = showsAmounts ? [34, 13, 13, 13, 13, 11, 13, 13, 24] : [34, 13, 13, 13, 13, 13, 13, 30];
  return planSheet(context, {
    name: DIAGNOSTICS,
    title: text(titleOf(health)),
    units: `${health.draws} draws in all; R-hat and effective draws are dimensionless; amounts in the unit of each quantity, ${Math.round(LEVEL * 100)}% CI.`,
    widths,
    blocks: [
      checksBlock(health, places, widths),
      foretellBlock(health, places, widths),
      influenceBlock(context, health, places, widths),
      quantitiesBlock(health, places, showsAmounts, widths),
    ],
    charts: health.quantities.length === 0 ? [] : [essChart(health, places)],
    colors: [{ range: `D${places.firstCheck + 1}:D${places.lastCheck + 1}`, by: "verdict" }],
    lastPrinted: widths.length - 1,
    breaks: breaksOf(health, places),
  });
}

/** Channels that leave room for the chart on their page. */
const CHANNELS_BESIDE_CHART = 10;

/** No table is cut in two: the channels begin a page, and the chart one of its own where they fill theirs. */
function breaksOf({ priorInfluence }: FitHealth, { influenceHeadRow, chartRow }: DiagnosticPlaces): number[] {
  return priorInfluence.length > CHANNELS_BESIDE_CHART ? [influenceHeadRow, chartRow] : [influenceHeadRow];
}

/** A note leaves the verdict alone (X-02), but then not every check is met. */
function titleOf({ verdict, checks }: FitHealth): string {
  const noted = checks.filter((check) => check.verdict !== "pass").length;
  if (verdict !== "pass" || noted === 0) return VERDICTS[verdict];
  return `The computation converged; ${noted === 1 ? "one note is" : `${noted} notes are`} worth a look`;
}

/** Level of the quantities' intervals (decisions §2). */
const LEVEL = 0.9;

function emptySheet(context: RunContext): PlannedSheet {
  return planSheet(context, {
    name: DIAGNOSTICS,
    title: text("Nothing was fitted, so there is nothing to diagnose"),
    units: "The reason stands on Cover.",
    widths: [60],
    blocks: [],
    lastPrinted: 0,
  });
}

function checksBlock(health: FitHealth, places: DiagnosticPlaces, widths: readonly number[]): Block {
  const format = (check: HealthCheck): string => (Math.abs(check.limit) >= 10 ? COUNT : RHAT);
  const columns: TableColumn<HealthCheck>[] = [
    { head: "Check", words: true, cell: (check) => text(metricName(check.metric), "label") },
    { head: "Value", cell: (check) => pasted(check.value, format(check)) },
    { head: "Limit", cell: (check) => pasted(check.limit, format(check)) },
    { head: "Verdict", centered: true, cell: (check) => text(check.verdict, "center") },
    {
      head: "Why and what to do",
      words: true,
      span: widths.length - 4,
      cell: (check) => text(reasonOf(check)),
    },
  ];
  return tableBlock({
    row: places.headRow,
    column: 0,
    columns,
    items: health.checks,
    widths,
  });
}

function reasonOf(check: HealthCheck): string {
  return [check.reason, check.remedy].filter((words) => words !== "").join(" ");
}

function quantitiesBlock(
  health: FitHealth,
  places: DiagnosticPlaces,
  showsAmounts: boolean,
  widths: readonly number[],
): Block {
  const columns: TableColumn<QuantityDiagnostics>[] = [
    { head: "Quantity", words: true, cell: (each) => text(each.name, "label") },
    ...(showsAmounts ? amountColumns() : []),
    { head: "R-hat", cell: (each) => pasted(each.rhat, RHAT) },
    { head: "Effective draws, middle", cell: (each) => pasted(each.essBulk, COUNT) },
    { head: "Effective draws, tails", cell: (each) => pasted(each.essTail, COUNT) },
  ];
  return tableBlock({ row: places.quantityHeadRow, column: 0, columns, items: health.quantities, widths });
}

function amountColumns(): TableColumn<QuantityDiagnostics>[] {
  const head = `${Math.round(LEVEL * 100)}% CI`;
  const cell = (value: number): PlannedCell => pasted(value, significant(value));
  return [
    { head: "mean", cell: (each) => cell(each.mean) },
    { head: "sd", cell: (each) => cell(each.sd) },
    { head: `low (${head})`, cell: (each) => cell(each.lo) },
    { head: `high (${head})`, cell: (each) => cell(each.hi) },
  ];
}

/** Quantities differ by orders of magnitude: three digits for each. */
function significant(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return '0.0,,"M"';
  if (size >= 1e4) return '0.0,"K"';
  if (size >= 100) return "#,##0";
  if (size >= 10) return "0.0";
  return size >= 1 ? "0.00" : "0.000";
}

function essChart(health: FitHealth, places: DiagnosticPlaces): PlannedChart {
  const categories = areaAt(quantityColumn(places, 0));
  return {
    kind: "column",
    title: "Effective draws per quantity (more is better; the limit stands in the table above)",
    xTitle: null,
    yTitle: null,
    series: [
      {
        name: "Middle",
        categories,
        values: areaAt(quantityColumn(places, places.essBulk)),
        color: PALETTE.accent,
      },
      {
        name: "Tails",
        categories,
        values: areaAt(quantityColumn(places, places.essTail)),
        color: PALETTE.grayLight,
      },
    ],
    at: { row: places.chartRow, column: 0, rows: places.quantityHeadRow - places.chartRow - 1, columns: 8 },
    valueFormat: COUNT,
    categoryFormat: null,
    labelEvery: Math.max(1, Math.ceil(health.quantities.length / 12)),
    legend: true,
    alternative: "Two columns per quantity: its effective draws in the middle and in the tails.",
  };
}
