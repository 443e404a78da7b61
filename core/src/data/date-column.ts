/** Reads a column of cells as day numbers, settling the order of day and month by the column's own evidence. */

import { settle } from "./answer.ts";
import { daysFromDate, isRealDate } from "./calendar.ts";
import { type Column, columnRange } from "./column.ts";
import { type DateReading, readDate } from "./date-text.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Notes, type Source } from "./notes.ts";
import { isUndone, mended, type RepairCode, unmended } from "./repair.ts";
import { counted, listed } from "./wording.ts";

type DayOrder = "dmy" | "mdy";

export interface DateHints {
  /** Two-digit years from this on are 19xx (IN-18). */
  readonly twoDigitYearPivot: number;
  readonly answers: Readonly<Record<string, string>>;
}

const WEEK = 7;
const REPAIRED = ["IN-14", "IN-18", "IN-19", "IN-20"] as const;

/**
 * Reads a column as dates (IN-14, IN-15, IN-16, IN-18, IN-19, IN-20, IN-25).
 *
 * @param column - cells as they came.
 * @returns [row] days since 1970-01-01, null where no date could be read; every doubt is noted.
 */
export function readDates(
  source: Source,
  column: Column,
  hints: DateHints,
): Noted<ReadonlyArray<number | null>> {
  const written = column.cells.map(readDate);
  const readings = written.map((reading) => (isTakenBack(reading, column, hints) ? null : reading));
  const order = dayOrder(source, column, readings, hints);
  const days = readings.map((reading) => resolve(reading, order.value, hints.twoDigitYearPivot));
  return {
    value: days,
    notes: joinNotes(
      order.notes,
      unreadable(source, column, readings, order.value === null ? null : days),
      coarse(source, column, readings),
      rewritten(source, column, written, hints),
      shortYears(source, column, readings),
      offsets(source, column, readings),
    ),
  };
}

function resolve(reading: DateReading | null, order: DayOrder | null, pivot: number): number | null {
  if (reading === null || reading.kind === "range") return null;
  if (reading.kind === "day" || reading.kind === "month") return reading.days;
  const year = fullYear(reading.year, pivot);
  if (reading.kind === "shortYear") return realDay(year, reading.month, reading.day);
  if (order === null) return null;
  const [month, day] = order === "dmy" ? [reading.second, reading.first] : [reading.first, reading.second];
  return realDay(year, month, day);
}

function realDay(year: number, month: number, day: number): number | null {
  return isRealDate(year, month, day) ? daysFromDate(year, month, day) : null;
}

function fullYear(written: string, pivot: number): number {
  const year = Number(written);
  if (written.length !== 2) return year;
  return year >= pivot ? 1900 + year : 2000 + year;
}

function dayOrder(
  source: Source,
  column: Column,
  readings: ReadonlyArray<DateReading | null>,
  hints: DateHints,
): Noted<DayOrder | null> {
  const dayFirst = placesWhere(column, readings, (reading) => reading.kind === "order" && reading.first > 12);
  const monthFirst = placesWhere(
    column,
    readings,
    (reading) => reading.kind === "order" && reading.second > 12,
  );
  if (dayFirst.length > 0 && monthFirst.length > 0) {
    const rarer = dayFirst.length < monthFirst.length ? dayFirst : monthFirst;
    const notes = found(
      "stop",
      "IN-16",
      at(source, rarer[0] ?? null),
      `IN-16 "${column.header}" writes the day first in some rows (${listed(dayFirst)}) and the month first in others (${listed(monthFirst)}).`,
      "Write all dates in one order, best as YYYY-MM-DD, and run again.",
    );
    return { value: null, notes };
  }
  if (dayFirst.length > 0) return { value: "dmy", notes: NO_NOTES };
  const written = readings.some((reading) => reading?.kind === "order");
  if (monthFirst.length > 0 || !written) return { value: "mdy", notes: NO_NOTES };
  return askOrder(source, column, readings, hints);
}

/** No day is past 12: asks, and proposes the order that makes more steps of whole weeks (IN-15). */
function askOrder(
  source: Source,
  column: Column,
  readings: ReadonlyArray<DateReading | null>,
  hints: DateHints,
): Noted<DayOrder> {
  const steps = (order: DayOrder) =>
    wholeWeekSteps(readings.map((reading) => resolve(reading, order, hints.twoDigitYearPivot)));
  const [dayFirst, monthFirst] = [steps("dmy"), steps("mdy")];
  const likelier: DayOrder = dayFirst > monthFirst ? "dmy" : "mdy";
  const settled = settle(
    {
      id: "IN-15",
      code: "IN-15",
      where: at(source, columnRange(column)),
      message: `IN-15 No date in "${column.header}" has a day past 12, so that day and month could be either way round. Day first (dmy) makes ${counted(dayFirst, "step")} of whole weeks, month first (mdy) makes ${monthFirst}.`,
      choices: ["dmy", "mdy"],
      default: likelier,
    },
    hints.answers,
  );
  return {
    value: settled.value === "dmy" || settled.value === "mdy" ? settled.value : likelier,
    notes: settled.notes,
  };
}

function wholeWeekSteps(days: ReadonlyArray<number | null>): number {
  const sorted = days.filter((day) => day !== null).sort((first, second) => first - second);
  return sorted.filter((day, row) => row > 0 && day - (sorted[row - 1] ?? 0) === WEEK).length;
}

function placesWhere(
  column: Column,
  readings: ReadonlyArray<DateReading | null>,
  holds: (reading: DateReading) => boolean,
): string[] {
  return column.places.filter((_, row) => {
    const reading = readings[row] ?? null;
    return reading !== null && holds(reading);
  });
}

/** Days null: day and month contradict each other, and only cells that are no date at all are named besides. */
function unreadable(
  source: Source,
  column: Column,
  readings: ReadonlyArray<DateReading | null>,
  days: ReadonlyArray<number | null> | null,
): Notes {
  const ranges = placesWhere(column, readings, (reading) => reading.kind === "range");
  const bad = column.places.filter(
    (_, row) => (days ?? readings)[row] === null && readings[row]?.kind !== "range",
  );
  const rangeNotes = found(
    "stop",
    "IN-19",
    at(source, ranges[0] ?? null),
    `IN-19 "${column.header}" holds ranges of days instead of one date per week: ${listed(ranges)}.`,
    "Write the first day of each week, best as YYYY-MM-DD, and run again.",
  );
  const badNotes = found(
    "stop",
    "IN-14",
    at(source, bad[0] ?? null),
    `IN-14 "${column.header}" has cells that can not be read as a date: ${listed(bad)}.`,
    "Write the first day of each week there, best as YYYY-MM-DD, or delete the row if it is no week.",
  );
  return joinNotes(ranges.length > 0 ? rangeNotes : NO_NOTES, bad.length > 0 ? badNotes : NO_NOTES);
}

/** Months are spread over their days later; a few of them among other dates leave open what their rows stand for. */
function coarse(source: Source, column: Column, readings: ReadonlyArray<DateReading | null>): Notes {
  const months = placesWhere(column, readings, (reading) => reading.kind === "month");
  const dated = readings.filter((reading) => reading !== null);
  if (months.length === 0 || months.length === dated.length) return NO_NOTES;
  return found(
    "stop",
    "IN-25",
    at(source, months[0] ?? null),
    `IN-25 "${column.header}" holds months among other dates: ${listed(months)}.`,
    "Write the first day of the week, or of the month, into these rows, best as YYYY-MM-DD.",
  );
}

/** The repairs that reading the cell as a date takes. */
function repairsOf(reading: DateReading | null): readonly RepairCode[] {
  if (reading === null || reading.kind === "range") return [];
  if (reading.kind === "order" || reading.kind === "shortYear")
    return reading.year.length === 2 ? ["IN-14", "IN-18"] : ["IN-14"];
  return reading.kind === "day" ? REPAIRED.filter((code) => code === reading.code) : ["IN-14"];
}

/** A cell whose repair is undone is the text that it was. */
function isTakenBack(reading: DateReading | null, column: Column, hints: DateHints): boolean {
  return repairsOf(reading).some((code) => isUndone(hints.answers, code, column.header));
}

function rewritten(
  source: Source,
  column: Column,
  readings: ReadonlyArray<DateReading | null>,
  hints: DateHints,
): Notes {
  return joinNotes(
    ...REPAIRED.map((code) => {
      const places = placesWhere(column, readings, (reading) => repairsOf(reading).includes(code));
      if (places.length === 0) return NO_NOTES;
      const where = at(source, columnRange(column));
      const before = `${counted(places.length, "cell")}: ${listed(places)}`;
      const place = column.header;
      if (isUndone(hints.answers, code, place)) return unmended({ code, where, before, place });
      return mended({ code, where, before, after: "dates", place });
    }),
  );
}

function shortYears(source: Source, column: Column, readings: ReadonlyArray<DateReading | null>): Notes {
  const places = placesWhere(
    column,
    readings,
    (reading) => (reading.kind === "order" || reading.kind === "shortYear") && reading.year.length === 2,
  );
  if (places.length === 0) return NO_NOTES;
  return found(
    "warn",
    "IN-18",
    at(source, places[0] ?? null),
    `IN-18 "${column.header}" writes years with two digits (${listed(places)}); they are read as 1970 to 2069.`,
    "Write the year in full if that is not what is meant.",
  );
}

function offsets(source: Source, column: Column, readings: ReadonlyArray<DateReading | null>): Notes {
  const places = placesWhere(
    column,
    readings,
    (reading) =>
      reading.kind === "day" &&
      reading.offset !== null &&
      !/^(?:Z|UTC|GMT|[+-]00:?00)$/i.test(reading.offset),
  );
  if (places.length === 0) return NO_NOTES;
  return found(
    "warn",
    "IN-20",
    at(source, places[0] ?? null),
    `IN-20 "${column.header}" has time zones (${listed(places)}); the date is taken as written, which may be another day in your time zone.`,
    "Export plain dates of the business's own time zone.",
  );
}
