/** Prep60: the cheapest 60 days of data work that lift the score, with dates. */

import type { PrepPlan, PrepTask } from "../../audit/prep-plan.ts";
import { areaAt, areaHere, columnArea, fixed, near } from "../layout/address.ts";
import { input, live, pasted, text } from "../layout/cells.ts";
import { dateSerial } from "../layout/dates.ts";
import type { Block } from "../layout/grid.ts";
import { COUNT, DATE } from "../layout/number-formats.ts";
import { PALETTE } from "../layout/palette.ts";
import { type PageFrame, planPage } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import type { PlannedChart, PlannedSheet } from "../workbook-plan.ts";
import { DIMENSIONS } from "./audit-sheet.ts";

const PREP = "Prep60";
const WIDTHS: readonly number[] = [44, 26, 20, 13, 13, 10, 12, 10, 10, 12, 12];
const FIRST_TASK = 5;
const [START, END, DAYS, COST, WAIT, LENGTH] = [3, 4, 5, 6, 9, 10];
const CHART_ROWS = 14;

/** The sheet: tasks in the order of their dates, a bar each, and what they cost together. */
export function prepSheet(frame: PageFrame, plan: PrepPlan): PlannedSheet {
  const table = tasksBlock(plan);
  return planPage(frame, {
    name: PREP,
    title: text(titleOf(plan)),
    units: `From ${plan.start} to ${plan.until}. Owners work side by side, each on one task at a time, Monday to Friday; costs by the day rate of Audit gaps.`,
    widths: WIDTHS,
    blocks: [table],
    charts: plan.tasks.length === 0 ? [] : [gantt(plan.tasks.length, table.row + table.rows.length + 1)],
    onePage: true,
    lastPrinted: WIDTHS.length - 1,
  });
}

function titleOf({ tasks, overallNow, overallThen }: PrepPlan): string {
  if (tasks.length === 0)
    return `No work of 60 days lifts the score of ${overallNow}; time and more history will`;
  const count = tasks.length === 1 ? "One task lifts" : `${tasks.length} tasks lift`;
  return `${count} the readiness score from ${overallNow} to ${overallThen} within 60 days`;
}

function tasksBlock({ tasks, costMoney, start }: PrepPlan): Block {
  if (tasks.length === 0)
    return {
      row: FIRST_TASK - 1,
      column: 0,
      rows: [[text("Nothing to do that would change the score.", "label")]],
    };
  const last = FIRST_TASK + tasks.length - 1;
  const first = fixed(FIRST_TASK, START);
  const columns: TableColumn<PrepTask>[] = [
    {
      head: "Get",
      words: true,
      cell: (each) => text(each.missing),
      total: () => text("Total", "labelStrong"),
    },
    { head: "For", words: true, cell: (each) => text(DIMENSIONS[each.dimension]) },
    { head: "Who", words: true, cell: (each) => text(each.owner) },
    { head: "From", cell: (each) => input(dateSerial(each.start), DATE) },
    { head: "To", cell: (each) => input(dateSerial(each.end), DATE) },
    {
      head: "Working days",
      cell: (each) => pasted(each.days, COUNT),
      total: () =>
        live(
          sumOf(DAYS, last),
          tasks.reduce((sum, { days }) => sum + days, 0),
          COUNT,
        ),
    },
    {
      head: "Cost",
      cell: (each) => pasted(each.costMoney, COUNT),
      total: () => live(sumOf(COST, last), costMoney, COUNT),
    },
    { head: "Score now", cell: (each) => pasted(each.from, "0") },
    { head: "Score then", cell: (each) => pasted(each.to, "0") },
    {
      head: "Days until it starts",
      cell: (each, row) =>
        live(
          `${near(row, START)}-${first}`,
          dateSerial(each.start) - dateSerial(tasks[0]?.start ?? start),
          COUNT,
        ),
    },
    {
      head: "Calendar days",
      cell: (each, row) =>
        live(
          `${near(row, END)}-${near(row, START)}+1`,
          dateSerial(each.end) - dateSerial(each.start) + 1,
          COUNT,
        ),
    },
  ];
  return tableBlock({ row: FIRST_TASK - 1, column: 0, columns, items: tasks, widths: WIDTHS });
}

function sumOf(column: number, last: number): string {
  return `SUM(${areaHere(columnArea(PREP, column, FIRST_TASK, last))})`;
}

/** An invisible base until the start, then the working days: a Gantt that every host can draw. */
function gantt(count: number, row: number): PlannedChart {
  const last = FIRST_TASK + count - 1;
  const categories = areaAt(columnArea(PREP, 0, FIRST_TASK, last));
  return {
    kind: "stackedBar",
    title: "Calendar days from the start of the plan",
    xTitle: null,
    yTitle: null,
    series: [
      {
        name: "Until it starts",
        categories,
        values: areaAt(columnArea(PREP, WAIT, FIRST_TASK, last)),
        color: null,
        inLegend: false,
      },
      {
        name: "Calendar days",
        categories,
        values: areaAt(columnArea(PREP, LENGTH, FIRST_TASK, last)),
        color: PALETTE.accent,
      },
    ],
    at: { row, column: 0, rows: CHART_ROWS, columns: 5 },
    valueFormat: "0",
    categoryFormat: null,
    labelEvery: 1,
    legend: false,
    alternative: "One bar per task from its start to its end.",
  };
}
