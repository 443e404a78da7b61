/** Checks of the weekly table: unchanged since the run, and without holes. */

import { areaAt } from "../layout/address.ts";
import { dateSerial } from "../layout/dates.ts";
import { DATA, dataArea, dataPlaces } from "../places/data-places.ts";
import type { RunContext } from "../report-context.ts";
import { sumOf } from "../sums.ts";
import { apart, liveCell, methodologyLimit, type WorkbookCheck } from "./workbook-check.ts";

/** Checks that read the Data sheet only. */
export function tableChecks(context: RunContext): WorkbookCheck[] {
  const { history, rules } = context;
  const places = dataPlaces(history);
  const kpi = sumOf(history.kpi.values);
  const weekDays = methodologyLimit(context, "report.weekDays", rules.weekDays);
  const unchanged = methodologyLimit(context, "report.unchanged", rules.unchanged);
  const row = (at: number): string =>
    areaAt({ sheet: DATA, top: at, left: places.firstSpend, bottom: at, right: places.lastSpend });
  return [
    {
      id: "K-01",
      says: "Spend per channel is what the run saw",
      value: {
        formula: `SUMPRODUCT(ABS(${row(places.totalRow)}-${row(places.fittedRow)}))/SUM(${row(places.fittedRow)})`,
        value: 0,
      },
      limit: unchanged,
      holds: "most",
      format: "0.0E+00",
      sheet: DATA,
    },
    {
      id: "K-02",
      says: "The KPI is what the run saw",
      value: apart(
        liveCell(DATA, places.totalRow, places.kpi, kpi),
        liveCell(DATA, places.fittedRow, places.kpi, kpi),
      ),
      limit: unchanged,
      holds: "most",
      format: "0.0E+00",
      sheet: DATA,
    },
    {
      id: "K-03",
      says: "Every week follows the one before by 7 days: rows that do not",
      value: {
        formula: stepFormula(context, typeof weekDays === "number" ? String(weekDays) : weekDays.formula),
        value: brokenSteps(history.weeks, rules.weekDays),
      },
      limit: 0,
      holds: "most",
      format: "0",
      sheet: DATA,
    },
  ];
}

function stepFormula({ history }: RunContext, weekDays: string): string {
  const places = dataPlaces(history);
  const weeks = dataArea(places, places.week);
  const later = areaAt({ ...weeks, top: weeks.top + 1 });
  const earlier = areaAt({ ...weeks, bottom: weeks.bottom - 1 });
  return `SUMPRODUCT((${later}-${earlier}<>${weekDays})*1)`;
}

function brokenSteps(weeks: readonly string[], weekDays: number): number {
  const days = weeks.map(dateSerial);
  return days.filter((day, week) => week > 0 && day - (days[week - 1] ?? Number.NaN) !== weekDays).length;
}
