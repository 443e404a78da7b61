/** The clean weekly table: what a reading makes of the user's cells, a row per week. */

import { isoDate, weekday } from "./calendar.ts";
import type { WeekSpan } from "./carry-in-weeks.ts";
import type { WeekSeries } from "./fill-blanks.ts";
import type { WeekColumns } from "./week-columns.ts";

export interface WeeklyTable {
  /** Day on which every week starts: "monday" … "sunday". */
  readonly weekStart: string;
  /** "week", "kpi", "<channel> spend" …, "<channel> exposure" …, then value per KPI unit, controls and events by header. */
  readonly columns: readonly string[];
  /** [week][column]: ISO date of the week's first day, then numbers; null where nothing is known. */
  readonly rows: ReadonlyArray<ReadonlyArray<string | number | null>>;
  /** [filled cell] zero-based row and column: figures that an answer filled in. */
  readonly imputed: ReadonlyArray<{ readonly row: number; readonly column: number }>;
}

interface Line {
  readonly name: string;
  /** [week of the table]; weeks before the window are null for all but spend. */
  readonly values: ReadonlyArray<number | null>;
  readonly filled: readonly number[];
}

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** The read columns side by side, weeks that only carry spend in with them. */
export function weeklyTable(read: WeekColumns, span: WeekSpan): WeeklyTable {
  const { all, carryIn } = span;
  const inWindow = (name: string, { values, filled }: WeekSeries): Line => ({
    name,
    values: [...Array.from({ length: carryIn }, () => null), ...values],
    filled: filled.map((week) => week + carryIn),
  });
  const optional = (name: string, series: WeekSeries | null): Line[] =>
    series === null ? [] : [inWindow(name, series)];
  const lines: Line[] = [
    inWindow("kpi", read.kpi),
    ...read.channels.map((channel) => ({
      name: `${channel.brief.name} spend`,
      values:
        channel.spend === null ? all.starts.map(() => null) : [...channel.carryIn, ...channel.spend.values],
      filled: channel.filled,
    })),
    ...read.channels.flatMap(({ brief, exposure }) => optional(`${brief.name} exposure`, exposure)),
    ...optional(read.revenuePerKpi?.header ?? "", read.revenuePerKpi),
    ...read.controls.flatMap(({ brief, series }) => optional(brief.column, series)),
    ...read.events.flatMap(({ brief, series }) => optional(brief.name, series)),
  ];
  const rows = all.starts.map((day, week) => [
    isoDate(day),
    ...lines.map(({ values }) => values[week] ?? null),
  ]);
  return {
    weekStart: DAYS[weekday(all.starts[0] ?? 0)] ?? "",
    columns: ["week", ...lines.map(({ name }) => name)],
    rows,
    imputed: lines.flatMap(({ filled }, line) => filled.map((row) => ({ row, column: line + 1 }))),
  };
}
