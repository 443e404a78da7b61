/** Puts rows in the order of their weeks and finds what is doubled, missing, future or no week at all. */

import { settle } from "./answer.ts";
import type { Brief } from "./brief.ts";
import { isoDate, weekday } from "./calendar.ts";
import { type Column, columnRange } from "./column.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Notes, type Source } from "./notes.ts";
import { answered, isUndone, mended, unmended } from "./repair.ts";
import type { DataRules } from "./rules.ts";
import { counted, listed } from "./wording.ts";

/** Consecutive weeks and the table row of each. */
export interface Weeks {
  /** [week] day number of the week's first day; steps of 7. */
  readonly starts: readonly number[];
  /** [week] row of the table, or null where the week is missing from it. */
  readonly rows: ReadonlyArray<number | null>;
  /** What the user wants for missing weeks: zero, carry, interpolate; null when none is missing or it is open. */
  readonly gapPolicy: string | null;
  /** What one entry is, in messages; absent: a week. */
  readonly unit?: "day" | "month";
}

interface DatedRow {
  readonly row: number;
  readonly day: number;
}

const WEEK = 7;
const DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/**
 * Lays rows on consecutive weeks (IN-21, IN-22, IN-23, IN-24, IN-25, IN-26, IN-27).
 *
 * @param days - [row] day number, null where none could be read.
 * @param today - day number of the present day.
 * @returns null when the rows are no weeks; e.g. days 21, 7, 14 give starts 7, 14, 21 and rows 1, 2, 0.
 */
export function arrangeWeeks(
  date: Column & Source,
  days: ReadonlyArray<number | null>,
  brief: Brief,
  rules: DataRules,
  today: number,
): Noted<Weeks | null> {
  const dated = days.flatMap((day, row) => (day === null ? [] : [{ row, day }]));
  if (dated.length === 0) return { value: null, notes: noWeeks(date) };
  const sorted = [...dated].sort((first, second) => first.day - second.day);
  const order = unsorted(date, dated, brief.answers);
  const grain = wrongGrain(date, sorted);
  if (grain !== null) return { value: null, notes: joinNotes(order, grain) };
  const shifted = onOneWeekday(date, sorted, brief, rules);
  const twice = doubled(date, shifted.value);
  const future = inFuture(date, shifted.value, today);
  const notes = joinNotes(order, shifted.notes, twice, future);
  if ([order, twice, future].some(({ findings }) => findings.length > 0)) return { value: null, notes };
  const edge = dropUnfinished(date, shifted.value, today, brief.answers);
  if (edge.value.length === 0) return { value: null, notes: joinNotes(notes, edge.notes, noWeeks(date)) };
  const laid = layOut(date, edge.value, brief, rules);
  return { value: laid.value, notes: joinNotes(notes, edge.notes, laid.notes) };
}

function noWeeks(date: Column & Source): Notes {
  const remedy = "Write one row per week with the week's first day, best as YYYY-MM-DD.";
  return found(
    "stop",
    "IN-14",
    at(date, columnRange(date)),
    `IN-14 "${date.header}" holds no complete week.`,
    remedy,
  );
}

function placeOf(date: Column, row: number): string {
  return date.places[row] ?? date.headerCell;
}

/** Rows out of order are sorted, unless the user took that back (IN-21). */
export function unsorted(
  date: Column & Source,
  dated: readonly DatedRow[],
  answers: Brief["answers"],
): Notes {
  const first = dated.find((entry, index) => index > 0 && entry.day < (dated[index - 1]?.day ?? 0));
  if (first === undefined) return NO_NOTES;
  const where = at(date, columnRange(date));
  const before = `rows out of order, first at ${placeOf(date, first.row)}`;
  const place = date.header;
  if (!isUndone(answers, "IN-21", place))
    return mended({ code: "IN-21", where, before, after: "sorted by date, oldest first", place });
  const message = `IN-21 "${place}" has rows out of order, first at ${placeOf(date, first.row)}, and you undid their sorting.`;
  const remedy = `Sort the file by date, oldest first, or take "IN-21:${place}" out of the answers.`;
  return joinNotes(
    unmended({ code: "IN-21", where, before, place }),
    found("stop", "IN-21", where, message, remedy),
  );
}

/** Steps between different dates, sorted; the middle one tells the grain. */
function wrongGrain(date: Column & Source, sorted: readonly DatedRow[]): Notes | null {
  const days = [...new Set(sorted.map(({ day }) => day))];
  if (days.length < 2) return null;
  const steps = days.slice(1).map((day, index) => day - (days[index] ?? 0));
  const middle =
    [...steps].sort((first, second) => first - second)[Math.floor((steps.length - 1) / 2)] ?? WEEK;
  if (middle === WEEK) return null;
  return found(
    "stop",
    "IN-25",
    at(date, columnRange(date)),
    `IN-25 The rows of "${date.header}" are ${counted(middle, "day")} apart, which are neither days, weeks nor months.`,
    "Export the table by day or by week: other periods can not be split into weeks without inventing data.",
  );
}

/** Sources that start their weeks on different days are a day or so off (IN-24). */
function onOneWeekday(
  date: Column & Source,
  sorted: readonly DatedRow[],
  brief: Brief,
  rules: DataRules,
): Noted<readonly DatedRow[]> {
  const counts = DAY_NAMES.map((_, day) => sorted.filter((entry) => weekday(entry.day) === day).length);
  const common = counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
  const shiftOf = (day: number) => ((common - weekday(day) + 10) % WEEK) - 3;
  const off = sorted.filter((entry) => shiftOf(entry.day) !== 0);
  if (off.length === 0) return { value: sorted, notes: NO_NOTES };
  const places = off.map((entry) => placeOf(date, entry.row));
  const message = `IN-24 Most weeks of "${date.header}" start on a ${DAY_NAMES[common] ?? ""}, but ${counted(off.length, "row")} do not: ${listed(places)}.`;
  const moved = sorted.map((entry) => ({ row: entry.row, day: entry.day + shiftOf(entry.day) }));
  if (off.some((entry) => Math.abs(shiftOf(entry.day)) > rules.weekdaySlackDays)) {
    const remedy = "Use one first day of the week for all rows and run again.";
    return { value: moved, notes: found("stop", "IN-24", at(date, places[0] ?? null), message, remedy) };
  }
  const question = {
    id: "IN-24",
    code: "IN-24",
    where: at(date, places[0] ?? null),
    message: `${message} Shall they move to the nearest ${DAY_NAMES[common] ?? ""}?`,
    choices: ["shift", "stop"],
    default: "shift",
  };
  const settled = settle(question, brief.answers);
  const logged =
    settled.value === "shift"
      ? mended({
          code: "IN-24",
          where: at(date, places[0] ?? null),
          before: listed(places),
          after: `moved to the nearest ${DAY_NAMES[common] ?? ""}`,
          place: date.header,
          fixed: answered("IN-24"),
        })
      : NO_NOTES;
  return { value: moved, notes: joinNotes(settled.notes, logged) };
}

/** A date that stands twice in a wide table (IN-22). */
export function doubled(
  date: Column & Source,
  sorted: readonly DatedRow[],
  unit: "day" | "week" | "month" = "week",
): Notes {
  const again = sorted.filter((entry, index) => index > 0 && entry.day === sorted[index - 1]?.day);
  if (again.length === 0) return NO_NOTES;
  const days = new Set(again.map(({ day }) => day));
  const places = sorted.filter(({ day }) => days.has(day)).map(({ row }) => placeOf(date, row));
  return found(
    "stop",
    "IN-22",
    at(date, places[1] ?? null),
    `IN-22 ${counted(days.size, unit)} stand in the table more than once: ${listed(places)}.`,
    "Keep one row per date; if the rows are channels or places, add a column that names them.",
  );
}

/** Rows of days that are not yet (IN-27). */
export function inFuture(date: Column & Source, sorted: readonly DatedRow[], today: number): Notes {
  const places = sorted.filter(({ day }) => day > today).map(({ row }) => placeOf(date, row));
  if (places.length === 0) return NO_NOTES;
  return found(
    "stop",
    "IN-27",
    at(date, places[0] ?? null),
    `IN-27 ${counted(places.length, "date")} lie in the future (after ${isoDate(today)}): ${listed(places)}.`,
    "Delete the planned rows: the model learns from what happened; plans are compared afterwards.",
  );
}

/** The week that today lies in is not over: its figures are partial (IN-26). */
function dropUnfinished(
  date: Column & Source,
  sorted: readonly DatedRow[],
  today: number,
  answers: Brief["answers"],
): Noted<readonly DatedRow[]> {
  const open = sorted.filter(({ day }) => day + WEEK - 1 >= today);
  if (open.length === 0) return { value: sorted, notes: NO_NOTES };
  const places = open.map(({ row }) => placeOf(date, row));
  const where = at(date, places[0] ?? null);
  const [code, before] = ["IN-26", listed(places)] as const;
  if (isUndone(answers, code, where.cell)) return { value: sorted, notes: unmended({ code, where, before }) };
  const message = `IN-26 The week at ${listed(places)} is not over yet on ${isoDate(today)}; it is left out.`;
  return {
    value: sorted.filter(({ day }) => day + WEEK - 1 < today),
    notes: joinNotes(
      mended({ code, where, before, after: "(unfinished week left out)" }),
      found("warn", "IN-26", where, message, "Run again when the week is over if it should count."),
    ),
  };
}

function layOut(
  date: Column & Source,
  sorted: readonly DatedRow[],
  brief: Brief,
  rules: DataRules,
): Noted<Weeks | null> {
  const rowOf = new Map(sorted.map(({ day, row }) => [day, row]));
  const first = sorted[0]?.day ?? 0;
  const last = sorted.at(-1)?.day ?? first;
  const starts = Array.from({ length: (last - first) / WEEK + 1 }, (_, week) => first + week * WEEK);
  const missing = starts.filter((day) => !rowOf.has(day)).map(isoDate);
  const weeks = { starts, rows: starts.map((day) => rowOf.get(day) ?? null), gapPolicy: null };
  if (missing.length === 0) return { value: weeks, notes: NO_NOTES };
  const where = at(date, columnRange(date));
  const message = `IN-23 ${counted(missing.length, "week")} of ${starts.length} between ${isoDate(first)} and ${isoDate(last)} have no row: ${listed(missing)}.`;
  if (missing.length > rules.missingShareMax * starts.length) {
    const remedy = "Add the missing weeks to the table and run again.";
    return { value: null, notes: found("stop", "IN-23", where, message, remedy) };
  }
  const question = {
    id: "IN-23",
    code: "IN-23",
    where,
    message: `${message} Was media spend zero then (KPI and controls are interpolated), shall the week before be carried over, or shall all be interpolated?`,
    choices: ["zero", "carry", "interpolate", "stop"],
    default: "stop",
  };
  const settled = settle(question, brief.answers);
  return { value: { ...weeks, gapPolicy: settled.value }, notes: settled.notes };
}
