/** What turning days and months into weeks asks and says (IN-23, IN-25, IN-26). */

import { settle } from "../answer.ts";
import type { Brief } from "../brief.ts";
import { isoDate } from "../calendar.ts";
import { type Column, columnRange } from "../column.ts";
import { at, found, NO_NOTES, type Noted, type Notes, type Source } from "../notes.ts";
import { answered, mended } from "../repair.ts";
import type { DataRules } from "../rules.ts";
import { counted, listed } from "../wording.ts";
import { dayName, WEEK_START } from "./week-starts.ts";

const SPREAD = ["spread", "stop"];

/** Shall a table of months be split over their days? Its weeks are then estimates (IN-25, X-05). */
export function askMonths(source: Source, date: Column, answers: Brief["answers"]): Noted<string | null> {
  const message = `IN-25 The rows of "${date.header}" are one month apart. Shall each month be spread evenly over its days? All weeks are then estimates, which limits the readiness score; a weekly export from the ad platforms and the shop is better.`;
  const where = at(source, columnRange(date));
  return settle({ id: "IN-25", code: "IN-25", where, message, choices: SPREAD, default: "stop" }, answers);
}

/** Shall one column's monthly or weekly figures be spread over the days of finer rows (IN-25)? */
export function askSpread(
  source: Source,
  column: Column,
  unit: "month" | "week",
  answers: Brief["answers"],
): Noted<string | null> {
  const message = `IN-25 "${column.header}" has one figure a ${unit}, the table's other rows are finer. Shall each be spread evenly over the days of its ${unit}?`;
  return settle(
    {
      id: `IN-25:${column.header}`,
      code: "IN-25",
      where: at(source, columnRange(column)),
      message,
      choices: SPREAD,
      default: "spread",
    },
    answers,
  );
}

/** Days or months between the first and the last that have no row (IN-23). */
export function askGaps(
  source: Source,
  date: Column,
  missing: readonly number[],
  count: number,
  unit: "day" | "month",
  brief: Brief,
  rules: DataRules,
): Noted<string | null> {
  if (missing.length === 0) return { value: null, notes: NO_NOTES };
  const where = at(source, columnRange(date));
  const message = `IN-23 ${counted(missing.length, unit)} of ${count} have no row: ${listed(missing.map(isoDate))}.`;
  if (missing.length > rules.missingShareMax * count) {
    const remedy = `Add the missing ${unit}s to the table and run again.`;
    return { value: null, notes: found("stop", "IN-23", where, message, remedy) };
  }
  const question = {
    id: "IN-23",
    code: "IN-23",
    where,
    message: `${message} Was media spend zero then (KPI and controls are interpolated), shall the ${unit} before be carried over, or shall all be interpolated?`,
    choices: ["zero", "carry", "interpolate", "stop"],
    default: "stop",
  };
  return settle(question, brief.answers);
}

/** One row of the log for the whole table. */
export function madeWeekly(
  source: Source,
  date: Column,
  unit: "day" | "month",
  starts: readonly number[],
  startDay: number,
): Notes {
  const [first = 0, last = 0] = [starts[0], starts.at(-1)];
  return mended({
    code: "IN-25",
    where: at(source, columnRange(date)),
    before: `a row per ${unit}`,
    after: `${counted(starts.length, "week")} from ${dayName(startDay)} to ${dayName((startDay + 6) % 7)}, ${isoDate(first)} to ${isoDate(last + 6)}`,
    place: date.header,
    fixed: `the model reads weeks; "${WEEK_START}: sunday" in the answers lets them start on another day`,
  });
}

/** One row of the log for a column that is spread. */
export function madeSpread(source: Source, column: Column, unit: "month" | "week"): Notes {
  return mended({
    code: "IN-25",
    where: at(source, columnRange(column)),
    before: `a figure per ${unit}`,
    after: `spread evenly over the days of each ${unit}`,
    place: column.header,
    fixed: answered(`IN-25:${column.header}`),
  });
}

/** Days before the first and after the last whole week (IN-26). */
export function edgesDropped(
  source: Source,
  date: Column,
  days: ReadonlyArray<number | null>,
  starts: readonly number[],
): Notes {
  const [first, last] = [starts[0] ?? 0, (starts.at(-1) ?? 0) + 6];
  const places = date.places.filter((_, row) => {
    const day = days[row] ?? null;
    return day !== null && (day < first || day > last);
  });
  if (places.length === 0 || starts.length === 0) return NO_NOTES;
  return mended({
    code: "IN-26",
    where: at(source, places[0] ?? null),
    before: `${counted(places.length, "row")} outside whole weeks: ${listed(places)}`,
    after: "(left out: a week of fewer than seven days would read as a bad week)",
    place: date.header,
    fixed: "a part of a week is no week; add the missing days if there are any",
  });
}

/** The answer names no day of the week. */
export function noSuchDay(source: Source, date: Column, answer: string): Notes {
  return found(
    "stop",
    "IN-25",
    at(source, date.headerCell),
    `IN-25 "${answer}" is no day of the week.`,
    `Answer ${WEEK_START} with monday, sunday or another day.`,
  );
}
