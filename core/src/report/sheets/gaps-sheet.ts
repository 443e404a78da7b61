/** Audit gaps: what is missing, where to get it, and what it costs by assumptions that the reader can change (A-24). */

import type { GapReport } from "../../audit/gap-report.ts";
import type { AuditCostRules } from "../../audit/rules.ts";
import { areaAt, areaHere, columnArea, fixed, near } from "../layout/address.ts";
import { input, live, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { COUNT, ONE_DECIMAL } from "../layout/number-formats.ts";
import { PALETTE } from "../layout/palette.ts";
import { type PageFrame, planPage } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import type { PlannedChart, PlannedSheet } from "../workbook-plan.ts";
import { DIMENSIONS } from "./audit-sheet.ts";

const GAPS = "Audit gaps";
const WIDTHS: readonly number[] = [28, 46, 38, 20, 14, 12, 14, 10];
/** Zero-based rows and the column of the two assumptions, and of the first gap. */
const [RATE_ROW, DAYS_ROW, VALUE_COLUMN] = [5, 6, 1];
const FIRST_GAP = 10;
const [WEEKS_COLUMN, COST_COLUMN] = [5, 6];
const CHART_ROWS = 14;

/** The sheet; its costs are formulas on the day rate, so that a reader's own rate moves them all. */
export function gapsSheet(frame: PageFrame, gaps: readonly GapReport[], rules: AuditCostRules): PlannedSheet {
  const table = gapsBlock(gaps, rules);
  return planPage(frame, {
    name: GAPS,
    title: text(titleOf(gaps)),
    units:
      "Costs are assumptions, no findings: working weeks by our estimate, money by the day rate in blue. Change either.",
    widths: WIDTHS,
    blocks: [assumptions(rules), table],
    charts: gaps.length === 0 ? [] : [weeksChart(gaps.length, table.row + table.rows.length + 1)],
    onePage: true,
    lastPrinted: WIDTHS.length - 1,
  });
}

function titleOf(gaps: readonly GapReport[]): string {
  if (gaps.length === 0) return "Nothing is missing below a score of 4";
  const blocking = gaps.filter(({ blocked }) => blocked).length;
  const one = gaps.length === 1 ? "1 thing is missing" : `${gaps.length} things are missing`;
  return `${one}; ${blocking === 0 ? "none of them blocks a model" : `${blocking} of them block${blocking === 1 ? "s" : ""} any model`}`;
}

function assumptions({ dayRate, weekDays }: AuditCostRules): Block {
  return {
    row: RATE_ROW - 1,
    column: 0,
    rows: [
      [text("Assumption", "heading"), text("Value", "headingNumber"), text("Where it comes from", "heading")],
      [
        text("Cost of a working day", "label"),
        input(dayRate, COUNT),
        text("ours: 100,000 a year over 200 working days", "label"),
      ],
      [text("Working days in a week", "label"), input(weekDays, COUNT), text("usual", "label")],
    ],
  };
}

function gapsBlock(gaps: readonly GapReport[], rules: AuditCostRules): Block {
  const rate = fixed(RATE_ROW, VALUE_COLUMN);
  const days = fixed(DAYS_ROW, VALUE_COLUMN);
  const cost = (gap: GapReport, row: number) => {
    // Whole days are paid: the same rounding as the record's.
    const worked = `MAX(1,ROUND(${near(row, WEEKS_COLUMN)}*${days}+0.49,0))`;
    return live(`${worked}*${rate}`, gap.costMoney, COUNT);
  };
  const last = FIRST_GAP + gaps.length - 1;
  const sum = (column: number) => `SUM(${areaHere(columnArea(GAPS, column, FIRST_GAP, last))})`;
  const columns: TableColumn<GapReport>[] = [
    {
      head: "Dimension",
      words: true,
      cell: (each) => text(DIMENSIONS[each.dimension], "label"),
      total: () => text("Total", "labelStrong"),
    },
    { head: "What is missing", words: true, cell: (each) => text(each.missing) },
    { head: "Where it usually is", words: true, cell: (each) => text(each.where) },
    { head: "Who gets it", words: true, cell: (each) => text(each.owner) },
    { head: "Effort", words: true, cell: (each) => text(each.effort) },
    {
      head: "Working weeks",
      cell: (each) => input(each.costWeeks, ONE_DECIMAL),
      total: () => live(sum(WEEKS_COLUMN), total(gaps, "costWeeks"), ONE_DECIMAL),
    },
    {
      head: "Cost",
      cell: (each, row) => cost(each, row),
      total: () => live(sum(COST_COLUMN), total(gaps, "costMoney"), COUNT),
    },
    { head: "Blocks", centered: true, cell: (each) => text(each.blocked ? "yes" : "no", "center") },
  ];
  if (gaps.length === 0 || rules.weekDays === 0)
    return { row: FIRST_GAP - 1, column: 0, rows: [[text("Every dimension scores 4 or 5.", "label")]] };
  return tableBlock({ row: FIRST_GAP - 1, column: 0, columns, items: gaps, widths: WIDTHS });
}

function total(gaps: readonly GapReport[], field: "costWeeks" | "costMoney"): number {
  return gaps.reduce((sum, gap) => sum + gap[field], 0);
}

function weeksChart(count: number, row: number): PlannedChart {
  const last = FIRST_GAP + count - 1;
  return {
    kind: "bar",
    title: "Working weeks to close each gap",
    xTitle: null,
    yTitle: null,
    series: [
      {
        name: "Working weeks",
        categories: areaAt(columnArea(GAPS, 1, FIRST_GAP, last)),
        values: areaAt(columnArea(GAPS, WEEKS_COLUMN, FIRST_GAP, last)),
        color: PALETTE.accent,
      },
    ],
    at: { row, column: 0, rows: CHART_ROWS, columns: 4 },
    valueFormat: "0.0",
    categoryFormat: null,
    labelEvery: 1,
    legend: false,
    alternative: "Bars of the working weeks that each gap takes.",
  };
}
