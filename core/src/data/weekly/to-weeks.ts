/** Turns rows of days or months into rows of weeks (C-06, IN-25). */

import { doubled, unsorted, type Weeks } from "../arrange-weeks.ts";
import type { Brief } from "../brief.ts";
import { dateFromDays, daysFromDate, isoDate, weekday } from "../calendar.ts";
import { type Column, type Frame, type NumberColumn, pickRows } from "../column.ts";
import { isEmptyCell } from "../empty-cell.ts";
import { joinNotes, NO_NOTES, type Noted, type Notes, stands } from "../notes.ts";
import { type NumberHints, readNumbers } from "../number-column.ts";
import type { DataRules } from "../rules.ts";
import { type RoledColumn, roledColumns } from "./column-roles.ts";
import { type DayFigures, dayFigures } from "./day-figures.ts";
import { type Grain, grainOf } from "./grain.ts";
import { ownGrain } from "./own-grain.ts";
import { periodOf } from "./periods.ts";
import { weekFigures } from "./week-figures.ts";
import { answeredWeekStart, WEEK_START, wholeWeeks } from "./week-starts.ts";
import {
  askGaps,
  askMonths,
  askSpread,
  edgesDropped,
  madeSpread,
  madeWeekly,
  noSuchDay,
} from "./weekly-notes.ts";

/** A wide table and the day of each of its rows. */
export interface DatedFrame {
  readonly frame: Frame;
  readonly date: Column;
  /** [row] day number, null where unreadable. */
  readonly days: ReadonlyArray<number | null>;
}

/** A column with its role and the grain of its own dates. */
interface Grained extends RoledColumn {
  readonly grain: Grain;
}

const WEEK = 7;

/**
 * The table by weeks: totals of days are added up to the cent, levels averaged; months are spread over their days after
 * a question. A table of weeks comes back as it is.
 *
 * @param table - wide, of any grain; rows in any order.
 * @param brief - completed: its columns are kept, others are left out.
 * @returns null while a question is open or a fault stops it. Weeks run from Monday, or as `"IN-25:week-start"` is
 * answered, or as a column of weekly figures has it; weeks that are not whole are dropped (IN-26). E.g. 14 days from a
 * Monday with 1.10 each are two weeks of 7.7.
 */
export function toWeeks(
  table: DatedFrame,
  brief: Brief,
  rules: DataRules,
  hints: NumberHints,
): Noted<DatedFrame | null> {
  const known = table.days.filter((day) => day !== null);
  const grain = grainOf(known);
  const columns = roledColumns(table.frame, brief).map((roled) => ({
    ...roled,
    grain: ownGrain(roled.column, table.days, grain ?? "week"),
  }));
  if (grain === "week") return withSpread(table, columns, brief, hints);
  if (grain !== "day" && grain !== "month") return { value: table, notes: NO_NOTES };
  return byWeeks(table, grain, columns, brief, rules, hints);
}

function byWeeks(
  table: DatedFrame,
  grain: "day" | "month",
  columns: readonly Grained[],
  brief: Brief,
  rules: DataRules,
  hints: NumberHints,
): Noted<DatedFrame | null> {
  const { frame, date, days } = table;
  const dated = days.flatMap((day, row) => (day === null ? [] : [{ row, day }]));
  const sorted = [...dated].sort((first, second) => first.day - second.day);
  const placed = { ...date, file: frame.file, sheet: frame.sheet };
  const order = joinNotes(
    unsorted(placed, dated, brief.answers),
    doubled(placed, sorted, grain),
    grain === "month" ? askMonths(frame, date, brief.answers).notes : NO_NOTES,
  );
  const startDay = startDayOf(columns, days, brief.answers);
  if (startDay === null)
    return { value: null, notes: joinNotes(order, noSuchDay(frame, date, brief.answers[WEEK_START] ?? "")) };
  if (stands(order)) return { value: null, notes: order };
  const starts = weeksOf(sorted, grain, startDay);
  const grid = gridOf(sorted, grain, starts);
  const missing = grid.starts.filter((_, place) => grid.rows[place] === null);
  const gaps = askGaps(frame, date, missing, grid.starts.length, grain, brief, rules);
  const laid = layColumns(table, columns, { ...grid, gapPolicy: gaps.value }, grain, starts, brief, hints);
  const notes = joinNotes(
    order,
    gaps.notes,
    laid.notes,
    edgesDropped(frame, date, days, starts),
    madeWeekly(frame, date, grain, starts, startDay),
  );
  const rowOfWeek = starts.map((start) => sorted.find(({ day }) => day >= start)?.row ?? 0);
  const weekColumn = { ...pickRows(date, rowOfWeek), cells: starts.map(isoDate) };
  return {
    value: stands(notes)
      ? null
      : {
          frame: { ...frame, columns: [weekColumn, ...laid.value] },
          date: weekColumn,
          days: starts,
        },
    notes,
  };
}

/** A column of weekly figures among daily rows says on which day weeks start; otherwise the answer, or Monday. */
function startDayOf(
  columns: readonly Grained[],
  days: DatedFrame["days"],
  answers: Brief["answers"],
): number | null {
  const weekly = columns.find(({ grain }) => grain === "week");
  const row = weekly?.column.cells.findIndex((cell, at) => !isEmptyCell(cell) && days[at] !== null) ?? -1;
  const day = days[row] ?? null;
  return day !== null && !Object.hasOwn(answers, WEEK_START) ? weekday(day) : answeredWeekStart(answers);
}

interface DatedRow {
  readonly row: number;
  readonly day: number;
}

function weeksOf(sorted: readonly DatedRow[], grain: Grain, startDay: number): number[] {
  const first = periodOf(sorted[0]?.day ?? 0, grain);
  const last = periodOf(sorted.at(-1)?.day ?? 0, grain);
  return wholeWeeks(first.start, last.start + last.length - 1, startDay);
}

/** Every day of the weeks that have a row, or every month between the first and the last. */
function gridOf(
  sorted: readonly DatedRow[],
  grain: "day" | "month",
  starts: readonly number[],
): Omit<Weeks, "gapPolicy"> {
  const rowOf = new Map(sorted.map(({ row, day }) => [periodOf(day, grain).start, row]));
  const days = starts
    .map((start) => Array.from({ length: WEEK }, (_, day) => start + day))
    .filter((week) => week.some((day) => rowOf.has(day)));
  const periods = grain === "day" ? days.flat() : monthsBetween(sorted[0]?.day ?? 0, sorted.at(-1)?.day ?? 0);
  return { starts: periods, rows: periods.map((start) => rowOf.get(start) ?? null), unit: grain };
}

function monthsBetween(first: number, last: number): number[] {
  const [from, to] = [dateFromDays(first), dateFromDays(last)];
  const count = (to.year - from.year) * 12 + to.month - from.month + 1;
  return Array.from({ length: count }, (_, step) => {
    const month = from.month - 1 + step;
    return daysFromDate(from.year + Math.floor(month / 12), (month % 12) + 1, 1);
  });
}

function layColumns(
  { frame, days }: DatedFrame,
  columns: readonly Grained[],
  grid: Weeks,
  grain: "day" | "month",
  starts: readonly number[],
  brief: Brief,
  hints: NumberHints,
): Noted<Column[]> {
  const read = columns.map((grained) => {
    const numbers = readNumbers(frame, grained.column, hints);
    const figures =
      grained.grain === grain
        ? dayFigures(
            frame,
            numbers.value,
            grained.role,
            partlyKnown(numbers.value, grid, grain),
            grain,
            brief.answers,
          )
        : spreadColumn(frame, grained, numbers.value, days, brief.answers);
    return { grained, figures: figures.value, notes: joinNotes(numbers.notes, figures.notes) };
  });
  const kpi = read.find(({ grained }) => grained.column.header === brief.table.kpi)?.figures.values ?? null;
  return {
    value: read.map(({ grained, figures }) =>
      weekColumn(
        grained,
        figures,
        starts,
        grained.column.header === brief.table.revenuePerKpi ? kpi : null,
        days,
      ),
    ),
    notes: joinNotes(...read.map(({ notes }) => notes)),
  };
}

/** A week without a single figure of the column stays blank as a whole, to be asked about as a week (IN-38, carry-in). */
function partlyKnown(column: NumberColumn, grid: Weeks, grain: Grain): Weeks {
  if (grain !== "day") return grid;
  const figure = (place: number) => {
    const row = grid.rows[place] ?? null;
    return row === null ? null : (column.values[row] ?? null);
  };
  const kept = grid.starts
    .map((_, place) => place)
    .filter((place) => {
      const week = place - (place % WEEK);
      return Array.from({ length: WEEK }, (_, day) => figure(week + day)).some((value) => value !== null);
    });
  return {
    ...grid,
    starts: kept.map((place) => grid.starts[place] ?? 0),
    rows: kept.map((place) => grid.rows[place] ?? null),
  };
}

/** A column's weekly or monthly figures over the days of finer rows, as the user says (IN-25). */
function spreadColumn(
  frame: Frame,
  { column, role, grain }: Grained,
  numbers: NumberColumn,
  days: DatedFrame["days"],
  answers: Brief["answers"],
): Noted<DayFigures> {
  const unit = grain === "month" ? "month" : "week";
  const settled = askSpread(frame, column, unit, answers);
  const rows = numbers.values.flatMap((value, row) => (value === null || days[row] === null ? [] : [row]));
  const grid = { starts: rows.map((row) => days[row] ?? 0), rows, gapPolicy: null };
  const figures = dayFigures(frame, numbers, role, grid, grain, answers);
  const logged = settled.value === "spread" ? madeSpread(frame, column, unit) : NO_NOTES;
  return { value: figures.value, notes: joinNotes(settled.notes, logged) };
}

function weekColumn(
  { column, role }: Grained,
  figures: DayFigures,
  starts: readonly number[],
  weights: ReadonlyMap<number, number> | null,
  days: DatedFrame["days"],
): Column {
  const weeks = weekFigures(figures, role, starts, weights);
  const placeOf = new Map(days.map((day, row) => [day, column.places[row] ?? column.headerCell]));
  const places = starts.map((start) => placeOf.get(start) ?? column.headerCell);
  const { header, headerCell } = column;
  return { header, headerCell, places, cells: weeks.values, estimated: weeks.estimated };
}

/** A table of weeks with monthly columns among them: those are spread, the others stay as they are. */
function withSpread(
  table: DatedFrame,
  columns: readonly Grained[],
  brief: Brief,
  hints: NumberHints,
): Noted<DatedFrame | null> {
  const { frame, date, days } = table;
  const monthly = columns.filter(({ grain }) => grain === "month");
  if (monthly.length === 0) return { value: table, notes: NO_NOTES };
  const others = columns.filter(({ grain }) => grain !== "month");
  const rows = date.cells
    .map((_, row) => row)
    .filter((row) => others.some(({ column }) => !isEmptyCell(column.cells[row] ?? null)));
  const starts = rows.map((row) => days[row] ?? 0);
  const notes: Notes[] = [];
  const spread = new Map(
    monthly.map((grained) => {
      const numbers = readNumbers(frame, grained.column, hints);
      const figures = spreadColumn(frame, grained, numbers.value, days, brief.answers);
      notes.push(numbers.notes, figures.notes);
      return [grained.column, weekColumn(grained, figures.value, starts, null, days)];
    }),
  );
  const kept = frame.columns.map((column) => spread.get(column) ?? pickRows(column, rows));
  const joined = joinNotes(...notes);
  const value = { frame: { ...frame, columns: kept }, date: pickRows(date, rows), days: starts };
  return { value: stands(joined) ? null : value, notes: joined };
}
