/** One table with its columns named and its rows dated, before they belong to weeks. */

import type { Brief, ChannelBrief } from "./brief.ts";
import { checkGeo } from "./check-geo.ts";
import type { Column, Frame } from "./column.ts";
import { convertCurrencies } from "./convert-currencies.ts";
import { type DateHints, readDates } from "./date-column.ts";
import { settleDateSystem } from "./date-system.ts";
import { type Completed, completeBrief, detectDateColumn } from "./detect-columns.ts";
import { findColumn } from "./look-up-columns.ts";
import { mapColumns, NO_MAPPING } from "./map-columns.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Notes } from "./notes.ts";
import { type NumberHints, shownMark } from "./number-column.ts";
import { pivotFactors } from "./pivot-factors.ts";
import { pivotLong } from "./pivot-long.ts";
import type { ColumnMapping } from "./reading.ts";
import type { DataRules } from "./rules.ts";
import type { DatedFrame } from "./weekly/to-weeks.ts";

/** A wide table, dated, with everything its brief left open filled in. */
export interface ReadSource {
  readonly rows: DatedFrame;
  readonly completed: Completed;
  readonly mapping: ColumnMapping;
  readonly hints: NumberHints;
}

/** What a table was taken for when its reading can not go on. */
export interface SourceReading {
  readonly source: ReadSource | null;
  readonly mapping: ColumnMapping;
  readonly notes: Notes;
}

/**
 * Names the columns of a table and dates its rows; a long table is laid wide.
 *
 * @param lone - the channel that rows without a channel's name belong to, for a file of one platform among others; null:
 *   rows that repeat a date must name their channels.
 * @param today - day number of the present day.
 */
export function readSource(
  frame: Frame,
  brief: Brief,
  rules: DataRules,
  lone: string | null,
  today: number,
): SourceReading {
  // Among several files a stated date column may be one file's own: the others' are detected.
  const isElsewhere =
    lone !== null && brief.table.date !== null && findColumn(frame, brief.table.date) === null;
  const asked = isElsewhere ? { ...brief, table: { ...brief.table, date: null } } : brief;
  const header = detectDateColumn(frame, asked, rules);
  const date = header === null ? null : findColumn(frame, header);
  if (date === null) return { source: null, mapping: NO_MAPPING, notes: noDateColumn(frame, header) };
  const read = readDates(frame, date, dateHints(brief, rules));
  const system = settleDateSystem(frame, date, read.value, brief.answers, today);
  const dates = { value: system.value, notes: joinNotes(read.notes, system.notes) };
  const isUndated = dates.value.every((day) => day === null) && dates.notes.findings.length > 0;
  if (isUndated) return { source: null, mapping: NO_MAPPING, notes: dates.notes };
  return readDated(frame, date, dates, brief, lone);
}

function readDated(
  written: Frame,
  date: Column,
  dates: Noted<ReadonlyArray<number | null>>,
  brief: Brief,
  lone: string | null,
): SourceReading {
  const known = dates.value.filter((day) => day !== null);
  const geo = checkGeo(written, brief, new Set(known).size < known.length);
  const hints = {
    tableMark: shownMark(written.columns.filter((column) => column !== date)),
    answers: brief.answers,
  };
  const priced = convertCurrencies(written, dates.value, brief, hints);
  const frame = priced.value;
  const factors = lone === null ? NO_FACTORS : pivotFactors(frame, date, dates.value, brief, hints);
  const long = factors.value === null ? pivotLong(frame, date, dates.value, brief, hints, lone) : factors;
  const wide = long.value?.frame ?? frame;
  const channels: readonly ChannelBrief[] = long.value?.channels ?? [];
  const completed = completeBrief(wide, long.value?.brief ?? brief, date.header, channels);
  const mapping = mapColumns({ frame, wide, stated: brief }, completed, long.value?.headers ?? null);
  const refused = geo.findings.length > 0;
  const notes = joinNotes(dates.notes, geo, refused ? NO_NOTES : joinNotes(priced.notes, long.notes));
  const rows = {
    frame: wide,
    date: findColumn(wide, date.header) ?? date,
    days: long.value?.days ?? dates.value,
  };
  return { source: refused ? null : { rows, completed, mapping, hints }, mapping, notes };
}

const NO_FACTORS: Noted<null> = { value: null, notes: NO_NOTES };

function dateHints(brief: Brief, rules: DataRules): DateHints {
  return { twoDigitYearPivot: rules.twoDigitYearPivot, answers: brief.answers };
}

function noDateColumn(frame: Frame, header: string | null): Notes {
  const message =
    header === null
      ? "IN-14 No column holds dates."
      : `IN-14 The brief names "${header}" as the date column, but the table has no such column.`;
  return found(
    "stop",
    "IN-14",
    at(frame, null),
    message,
    'Add a column with the first day of each week, best as YYYY-MM-DD, or name it in the brief: "table: { date: <header> }".',
  );
}
