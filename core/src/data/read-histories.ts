/** From the tables of several files to one media history (C-01 … C-06). */

import type { Table } from "../spreadsheet/table.ts";
import { appendAlike } from "./append-alike.ts";
import { doubled, inFuture } from "./arrange-weeks.ts";
import type { Brief } from "./brief.ts";
import { daysFromIso, weekday } from "./calendar.ts";
import { checkCurrencies } from "./check-currencies.ts";
import { checkTimeZones } from "./check-time-zones.ts";
import { chooseRevenue } from "./choose-revenue.ts";
import type { Column, Frame } from "./column.ts";
import { frameTable } from "./frame-table.ts";
import { takeFxSheets } from "./fx-sheet.ts";
import { kpiSource } from "./join-briefs.ts";
import { type Joined, joinSources } from "./join-sources.ts";
import { layOnWeeks } from "./lay-on-weeks.ts";
import { findColumn } from "./look-up-columns.ts";
import { NO_MAPPING } from "./map-columns.ts";
import { joinNotes, type Noted, type Notes, stands } from "./notes.ts";
import { platformName } from "./platform-name.ts";
import { readHistory } from "./read-history.ts";
import { halt, readLaid } from "./read-laid.ts";
import { type ReadSource, readSource } from "./read-source.ts";
import type { ColumnMapping, Reading } from "./reading.ts";
import type { DataRules } from "./rules.ts";
import { shiftWeeks } from "./shift-weeks.ts";
import { answersFor, tagFrame, tagIds, untag, untagWhere } from "./tagged-places.ts";
import { grainOf } from "./weekly/grain.ts";
import { type DatedFrame, toWeeks } from "./weekly/to-weeks.ts";
import { dayName, WEEK_START } from "./weekly/week-starts.ts";

/**
 * Reads several tables as one: each is named, dated and brought to weeks by itself, then all are joined by week and
 * channel. One table reads as `readHistory` does.
 *
 * @param given - spend per platform, the KPI, outside factors; of any grain. Files of one platform with the same headers
 *   are one table; a sheet called FX holds exchange rates.
 * @returns as `readHistory`; ids of repairs name the file ("IN-30:F12@spend.csv"), and an answer under an id with a file
 * holds for that file alone ("IN-15@shop.csv").
 */
export function readHistories(
  given: readonly Table[],
  stated: Brief,
  rules: DataRules,
  today: string,
): Reading {
  const fx = takeFxSheets(given, rules);
  if (stands(fx.notes)) return halt(fx.notes, NO_MAPPING);
  const { tables, rates } = fx.value;
  const brief = { ...stated, fx: [...stated.fx, ...rates] };
  const [first] = tables;
  if (first !== undefined && tables.length === 1) return readHistory(first, brief, rules, today);
  const day = daysFromIso(today);
  if (day === null) throw new RangeError(`today must be an ISO date, not ${today}`);
  const reading = readSeveral(tables, brief, rules, day);
  const columns = reading.columns?.map((column) => ({ ...column, where: untagWhere(column.where, tables) }));
  return { ...reading, ...untag(tables, reading), ...(columns === undefined ? {} : { columns }) };
}

function readSeveral(tables: readonly Table[], stated: Brief, rules: DataRules, today: number): Reading {
  const framed = frameAll(tables, stated, rules);
  if (framed.value === null) return halt(framed.notes, NO_MAPPING);
  const chosen = framed.value.map((frame) => chooseRevenue(frame, stated));
  const kpi = chosen.find(({ value }) => value.table.kpi !== stated.table.kpi)?.value.table.kpi;
  const brief = kpi === undefined ? stated : { ...stated, table: { ...stated.table, kpi } };
  const read = framed.value.map((frame) => readSource(frame, brief, rules, platformName(frame.file), today));
  const seen = joinNotes(
    framed.notes,
    ...chosen.map(({ notes }) => notes),
    ...read.map(({ notes }) => notes),
  );
  const columns = read.flatMap(({ mapping }) => mapping.columns);
  const sources = read.map(({ source }) => source).filter((source) => source !== null);
  if (sources.length < read.length) return halt(seen, { ...NO_MAPPING, columns });
  const weekly = bringToWeeks(sources, rules, today);
  const currencies = oneCurrency(sources, brief);
  const zones = checkTimeZones(sources, kpiSource(sources, brief));
  const before = joinNotes(seen, zones, weekly.notes, currencies);
  if (weekly.value === null || stands(currencies)) return halt(before, { ...NO_MAPPING, columns });
  const joined = joinSources(sources, weekly.value, brief);
  const mapping = mapJoined(joined.value, columns, sources);
  const hints = { tableMark: null, answers: brief.answers };
  const laid = layOnWeeks(joined.value.rows, joined.value.brief, rules, today, hints);
  const notes = joinNotes(before, joined.notes, laid.notes);
  if (laid.value === null) return halt(notes, mapping);
  return readLaid(laid.value, joined.value.brief, mapping, rules, today, notes);
}

function frameAll(tables: readonly Table[], brief: Brief, rules: DataRules): Noted<Frame[] | null> {
  const framed = tables.map((table) => {
    const { value, notes } = frameTable(
      table,
      { ...brief, answers: answersFor(table, brief.answers) },
      rules,
    );
    return { frame: value, notes: tagIds(table, notes) };
  });
  const notes = joinNotes(...framed.map((one) => one.notes));
  const frames = framed.map(({ frame }) => frame).filter((frame) => frame !== null);
  const areNamedTwice = notes.findings.some(({ code }) => code === "IN-05");
  const value = frames.length < tables.length || areNamedTwice ? null : appendAlike(frames.map(tagFrame));
  return { value, notes };
}

/** Each table by weeks; days follow the weekday of the tables that are weekly already, and those agree on one (IN-24). */
function bringToWeeks(
  sources: readonly ReadSource[],
  rules: DataRules,
  today: number,
): Noted<DatedFrame[] | null> {
  const startDay = commonWeekday(sources);
  const made = sources.map(({ rows, completed, hints }) => {
    const answers = startDay === null ? {} : { [WEEK_START]: dayName(startDay) };
    const own = answersFor(rows.frame, completed.brief.answers);
    const brief = { ...completed.brief, answers: { ...answers, ...own } };
    const weekly = toWeeks(rows, brief, rules, hints);
    if (weekly.value === null) return weekly;
    const twice = weeksTwice(weekly.value);
    if (startDay === null) return { value: weekly.value, notes: joinNotes(weekly.notes, twice) };
    const shifted = shiftWeeks(weekly.value, startDay, rules, completed.brief.answers);
    return { value: shifted.value, notes: joinNotes(weekly.notes, twice, shifted.notes) };
  });
  const notes = joinNotes(
    ...sources.map(({ rows }) => planned(rows, today)),
    ...made.map((one) => one.notes),
  );
  const frames = made.map(({ value }) => value).filter((value) => value !== null);
  return { value: frames.length < made.length || stands(notes) ? null : frames, notes };
}

/** Dates to come must stop before the files are cut to their common weeks, where they would vanish (IN-27). */
function planned({ frame, date, days }: DatedFrame, today: number): Notes {
  const dated = days.flatMap((day, row) => (day === null ? [] : [{ row, day }]));
  return inFuture({ file: frame.file, sheet: frame.sheet, ...date }, dated, today);
}

/** A week that a file gives twice must stop before weeks are joined, where only one of the two would be seen (IN-22). */
function weeksTwice({ frame, date, days }: DatedFrame): Notes {
  const dated = days.flatMap((day, row) => (day === null ? [] : [{ row, day }]));
  const sorted = dated.sort((first, second) => first.day - second.day);
  return doubled({ file: frame.file, sheet: frame.sheet, ...date }, sorted);
}

/** The day on which most weeks of the weekly tables start; null where no table is weekly. */
function commonWeekday(sources: readonly ReadSource[]): number | null {
  const counts = Array.from({ length: 7 }, () => 0);
  for (const { rows } of sources) {
    const days = rows.days.filter((day) => day !== null);
    if (grainOf(days) !== "week") continue;
    for (const day of days) counts[weekday(day)] = (counts[weekday(day)] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  return most === 0 ? null : counts.indexOf(most);
}

/** Money as the user wrote it, before days were added up. */
function oneCurrency(sources: readonly ReadSource[], { currency }: Brief): Notes {
  const money = sources.flatMap(({ rows, completed }) => {
    const { kpi } = completed.brief.table;
    const names = completed.brief.channels.map(({ spend }) => spend);
    const all = completed.brief.kpiKind === "money" && kpi !== null ? [kpi, ...names] : names;
    return all
      .map((name) => findColumn(rows.frame, name))
      .filter((column): column is Column => column !== null);
  });
  const source = sources[0]?.rows.frame ?? { file: "", sheet: null };
  return checkCurrencies(source, money, currency);
}

function mapJoined(
  { brief }: Joined,
  columns: ColumnMapping["columns"],
  sources: readonly ReadSource[],
): ColumnMapping {
  const { kpi } = brief.table;
  const file = sources.find(({ completed }) => completed.brief.table.kpi === kpi)?.rows.frame.file;
  return {
    date: "week",
    kpi,
    channels: brief.channels.map(({ name, spend, exposure }) => ({ name, spend, exposure })),
    controls: brief.controls.map(({ column }) => column),
    events: brief.events.map(({ name, column }) => column ?? name),
    ignored: [],
    layout: "wide",
    // A platform's own conversions were read as the KPI of its file, and are none beside the business's own.
    columns: columns.map((column) =>
      column.role === "kpi" && column.file !== file ? { ...column, role: "ignored" } : column,
    ),
    guessed: sources.some(({ completed }) => completed.guessed),
  };
}
