/** The latest weeks of a KPI of conversions: platforms go on adding to them for some weeks (IN-60). */

import type { Weeks } from "./arrange-weeks.ts";
import { isoDate } from "./calendar.ts";
import type { NumberColumn } from "./column.ts";
import { at, found, NO_NOTES, type Noted, type Source } from "./notes.ts";
import { answered, mended } from "./repair.ts";
import type { DataRules } from "./rules.ts";
import { counted } from "./wording.ts";

const WEEK = 7;

/**
 * The weeks, without the immature ones when the brief answers "IN-60: exclude"; "keep" silences the warning.
 *
 * @param kpi - a column that counts conversions; null for any other KPI.
 * @param today - day number of the present day.
 * @returns e.g. with today a Monday and 28 days to mature, the four weeks before today are warned of.
 */
export function matureWeeks(
  source: Source,
  kpi: NumberColumn | null,
  weeks: Weeks,
  answers: Readonly<Record<string, string>>,
  rules: DataRules,
  today: number,
): Noted<Weeks> {
  const young = weeks.starts.filter((day) => day + WEEK + rules.immatureDays > today).length;
  const answer = answers["IN-60"];
  if (kpi === null || young === 0 || young === weeks.starts.length || answer === "keep")
    return { value: weeks, notes: NO_NOTES };
  const kept = weeks.starts.length - young;
  const from = isoDate(weeks.starts[kept] ?? 0);
  const row = weeks.rows[kept] ?? null;
  const where = at(source, row === null ? kpi.headerCell : (kpi.places[row] ?? kpi.headerCell));
  if (answer === "exclude") {
    const value = { ...weeks, starts: weeks.starts.slice(0, kept), rows: weeks.rows.slice(0, kept) };
    const before = `${counted(young, "week")} from ${from} on`;
    const fixed = answered("IN-60");
    return { value, notes: mended({ code: "IN-60", where, before, after: "(weeks left out)", fixed }) };
  }
  const message = `IN-60 The last ${counted(young, "week")}, from ${from} on, ended less than ${rules.immatureDays} days ago: platforms still add conversions to them in "${kpi.header}".`;
  const remedy = 'Answer "IN-60: exclude" to leave them out, or "IN-60: keep" if the figures are final.';
  return { value: weeks, notes: found("warn", "IN-60", where, message, remedy) };
}
