/** The calendar's holidays as weekly columns of a history (C-08). */

import { isConstant } from "../../numerics/moments.ts";
import type { HolidaysBrief } from "../brief.ts";
import type { ControlHistory, LeftOut } from "../media-history.ts";
import { at, found, joinNotes, type Noted, type Notes, type Source } from "../notes.ts";
import { mended } from "../repair.ts";
import { counted, listed } from "../wording.ts";
import { CHECKED, holidaysPerWeek, yearsOf } from "./holidays-of.ts";
import { retailWeeks, unknownYears, usualRetailEvents } from "./retail-events.ts";

const PUBLIC = "Public holidays";
const AGAIN = 2; // an effect seen once can not be told from the week it was seen in

interface Calendar {
  readonly kept: readonly ControlHistory[];
  readonly leftOut: readonly LeftOut[];
}

interface Series {
  readonly name: string;
  readonly values: Float64Array;
  /** Years whose dates are not known. */
  readonly unknown: readonly number[];
  /** Times that the days must fall into the weeks. */
  readonly least: number;
}

/**
 * One column of public holidays and one per retail event, all of type "holiday".
 *
 * @param holidays - null: none.
 * @param starts - [week] day number of each week's first day.
 * @param taken - names of the history's other columns: a column of the user's own stands before the calendar's.
 * @returns "Public holidays" counts a week's holidays; a retail event is 1 in the weeks that it touches, and is left
 * out where it falls into no week or, when not asked for by name, only once. Every column added is noted.
 */
export function holidayColumns(
  source: Source,
  holidays: HolidaysBrief | null,
  starts: readonly number[],
  taken: readonly string[],
): Noted<Calendar> {
  if (holidays === null) return { value: { kept: [], leftOut: [] }, notes: joinNotes() };
  const { market, retail } = holidays;
  const names = retail === "usual" ? usualRetailEvents(market) : retail;
  const least = retail === "usual" ? AGAIN : 1;
  const all: Series[] = [
    { name: PUBLIC, values: holidaysPerWeek(market, starts), unknown: [], least: 1 },
    ...names.map((name) => ({
      name,
      values: retailWeeks(name, starts),
      unknown: unknownYears(name, starts),
      least,
    })),
  ].filter(({ name }) => !taken.includes(name));
  const kept = all.filter((series) => spells(series.values) >= series.least && !isConstant(series.values));
  const left = all.filter((series) => !kept.includes(series));
  return {
    value: { kept: kept.map(columnOf), leftOut: left.map(leftOutOf) },
    notes: joinNotes(
      ...kept.map((series) => added(source, market, series)),
      ...all.map((series) => unknownDates(source, series)),
      uncheckedYears(source, market, starts),
    ),
  };
}

/** Runs of weeks with a holiday. */
function spells(values: Float64Array): number {
  return values.filter((value, week) => value > 0 && (values[week - 1] ?? 0) === 0).length;
}

function columnOf({ name, values }: Series): ControlHistory {
  return { name, type: "holiday", sign: null, values };
}

function leftOutOf({ name, values }: Series): LeftOut {
  const times = ["no week", "one week only"][spells(values)] ?? "every week";
  return {
    name,
    code: "C-08",
    reason: `it falls into ${times} of the table, so that nothing can be learned of it`,
  };
}

function added(source: Source, market: string, { name, values }: Series): Notes {
  const weeks = values.filter((value) => value > 0).length;
  const after = `column "${name}" added from the calendar of ${market}: ${weeks} of ${counted(values.length, "week")}`;
  return mended({
    code: "C-08",
    where: at(source, null),
    before: "baseline.holidays of the brief",
    after,
    place: name,
    fixed: "the brief asks for it; take it out of baseline.holidays",
  });
}

function unknownDates(source: Source, { name, unknown }: Series): Notes {
  if (unknown.length === 0) return joinNotes();
  const years = listed(unknown.map(String));
  const message = `C-08 The dates of ${name} in ${years} are not in the calendar; it counts as absent there.`;
  const remedy = `Name it by its dates in the brief: "events: [{ name: ${name} ${unknown[0]}, start: ${unknown[0]}-MM-DD, end: ${unknown[0]}-MM-DD }]".`;
  return found("warn", "C-08", at(source, null), message, remedy);
}

function uncheckedYears(source: Source, market: string, starts: readonly number[]): Notes {
  const [first, last] = CHECKED;
  const years = yearsOf(starts).filter((year) => year < first || year > last);
  if (years.length === 0) return joinNotes();
  const message = `C-08 The public holidays of ${market} in ${listed(years.map(String))} follow the rules of ${first} to ${last}, which alone were checked.`;
  const remedy = "Look these years up; name a day that is missing as an event of the brief.";
  return found("warn", "C-08", at(source, null), message, remedy);
}
