/** A file whose weeks start a day or so off from the others' (IN-24). */

import { settle } from "./answer.ts";
import type { Brief } from "./brief.ts";
import { isoDate, weekday } from "./calendar.ts";
import { columnRange } from "./column.ts";
import { at, found, joinNotes, NO_NOTES, type Noted } from "./notes.ts";
import { answered, mended } from "./repair.ts";
import type { DataRules } from "./rules.ts";
import type { DatedFrame } from "./weekly/to-weeks.ts";
import { dayName } from "./weekly/week-starts.ts";

const WEEK = 7;

/**
 * The file's weeks moved to the common first day, after a question.
 *
 * @param startDay - Monday 0 … Sunday 6.
 * @returns the table as it is where most of its weeks start on that day; null when they are too far off, or while the
 * question is open. E.g. Sunday weeks move to the Monday after, and are then a day out of step, which is warned of.
 */
export function shiftWeeks(
  { frame, date, days }: DatedFrame,
  startDay: number,
  rules: DataRules,
  answers: Brief["answers"],
): Noted<DatedFrame | null> {
  const known = days.filter((day) => day !== null);
  const off = known.filter((day) => weekday(day) !== startDay);
  if (2 * off.length <= known.length) return { value: { frame, date, days }, notes: NO_NOTES };
  const own = weekday(off[0] ?? 0);
  const shift = ((startDay - own + 10) % WEEK) - 3;
  const where = at(frame, columnRange(date));
  const message = `IN-24 The weeks of ${frame.file} start on ${dayName(own)}, those of the other files on ${dayName(startDay)}.`;
  if (Math.abs(shift) > rules.weekdaySlackDays) {
    const remedy = `Export ${frame.file} by day, or with weeks from ${dayName(startDay)}.`;
    return { value: null, notes: found("stop", "IN-24", where, message, remedy) };
  }
  const settled = settle(
    {
      id: `IN-24@${frame.file}`,
      code: "IN-24",
      where,
      message: `${message} Shall they move to the nearest ${dayName(startDay)}? They are then ${shift === 1 || shift === -1 ? "a day" : `${Math.abs(shift)} days`} out of step.`,
      choices: ["shift", "stop"],
      default: "shift",
    },
    answers,
  );
  if (settled.value !== "shift") return { value: null, notes: settled.notes };
  const moved = days.map((day) => (day === null ? null : day + shift));
  const cells = moved.map((day) => (day === null ? null : isoDate(day)));
  const logged = mended({
    code: "IN-24",
    where,
    before: `weeks from ${dayName(own)}`,
    after: `weeks from ${dayName(startDay)}`,
    place: date.header,
    fixed: answered(`IN-24@${frame.file}`),
  });
  const warned = found(
    "warn",
    "IN-24",
    where,
    `${message} They were moved, so that spend and KPI of that file are out of step by as much.`,
    `Export ${frame.file} by day, or with weeks from ${dayName(startDay)}.`,
  );
  return { value: { frame, date: { ...date, cells }, days: moved }, notes: joinNotes(logged, warned) };
}
