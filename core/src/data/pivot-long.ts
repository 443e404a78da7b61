/** Turns a long table (a row per week and channel) into a wide one (a row per week). */

import { decimalSum } from "../numerics/decimal-sum.ts";
import type { Cell } from "../spreadsheet/table.ts";
import { settle } from "./answer.ts";
import type { Brief, ChannelBrief } from "./brief.ts";
import { isoDate } from "./calendar.ts";
import { checkCurrencies } from "./check-currencies.ts";
import { type Column, columnRange, type Frame, type NumberColumn, pickRows } from "./column.ts";
import type { LongHeaders } from "./column-evidence.ts";
import { headerCurrency } from "./currency.ts";
import { isEmptyCell } from "./empty-cell.ts";
import { looksLikeNumber } from "./header-row.ts";
import { plainHeader, saysChannelColumn, saysExposure, saysPer, saysSpend } from "./header-tokens.ts";
import { findColumn } from "./look-up-columns.ts";
import { mergeSpellings } from "./merge-spellings.ts";
import { at, found, joinAll, joinNotes, NO_NOTES, type Noted, type Notes } from "./notes.ts";
import { type NumberHints, readNumbers } from "./number-column.ts";
import { isUndone, mended, unmended } from "./repair.ts";
import { settleRowCredits } from "./row-credits.ts";
import { isTotalName } from "./total-words.ts";
import { counted, listed } from "./wording.ts";

/** A wide table made of a long one. */
export interface Pivoted {
  readonly frame: Frame;
  /** [row] day number of each week, in order of first appearance. */
  readonly days: readonly number[];
  /** The brief, its spend headers renamed to the wide columns. */
  readonly brief: Brief;
  /** The channels that the rows name, for a brief that names none. */
  readonly channels: readonly ChannelBrief[];
  readonly headers: LongHeaders;
}

interface LongColumns {
  readonly channel: Column;
  readonly spend: Column;
  readonly exposure: Column | null;
}

/**
 * The wide form of a long table (IN-07, IN-10, IN-22, IN-50).
 *
 * @param days - [row] day number of each row, null where unreadable.
 * @param lone - the channel of all rows where no column names one (a platform's own export by campaign), or null.
 * @returns null when the table is not long: no column names channels, or it names one and no date repeats.
 */
export function pivotLong(
  frame: Frame,
  date: Column,
  days: ReadonlyArray<number | null>,
  brief: Brief,
  hints: NumberHints,
  lone: string | null,
): Noted<Pivoted | null> {
  const long = longColumns(frame, date, brief, lone);
  if (long === null || (!repeats(days) && !namesSeveral(long.channel)))
    return { value: null, notes: NO_NOTES };
  const spelled = mergeSpellings(frame, long.channel, brief.answers);
  const rows = usedRows(frame, date, days, { column: long.channel, names: spelled.value }, brief);
  const kept = rows.value;
  const weeks = [...new Set(kept.map((row) => days[row] ?? 0))];
  const names = [...new Set(kept.map((row) => spelled.value[row] ?? ""))].sort();
  const groups = groupRows(kept, days, spelled.value);
  const spend = readNumbers(frame, long.spend, hints);
  const dated = kept.map((row) => ({ row, day: days[row] ?? 0, channel: spelled.value[row] ?? "" }));
  const credited = settleRowCredits(frame, spend.value, dated, brief.answers);
  const exposure = long.exposure === null ? null : readNumbers(frame, long.exposure, hints);
  const wide = (numbers: NumberColumn, header: (name: string) => string) =>
    names.map((name) =>
      wideColumn(numbers, header(name), weeks, (week) => groups.get(`${week}|${name}`) ?? []),
    );
  const byWeek = groupRows(kept, days, null);
  const weekRows = weeks.map((week) => byWeek.get(String(week)) ?? []);
  const others = frame.columns.filter((column) => ![date, ...Object.values(long)].includes(column));
  const columns = [
    weekColumn(date, weeks, weekRows),
    ...wide(credited.value, (name) => name).map((column) => ({ ...column, ...moneyOf(long.spend) })),
    ...(exposure === null ? [] : wide(exposure.value, (name) => exposureHeader(name, exposure.value))),
    ...others.flatMap((column) => sharedColumn(column, weekRows)),
  ];
  const channels = names.map((name) => channelOf(name, exposure?.value ?? null));
  return {
    value: {
      frame: { ...frame, columns },
      days: weeks,
      brief: renameSpends(brief, channels),
      channels,
      headers: headersOf(long),
    },
    notes: joinNotes(
      spelled.notes,
      rows.notes,
      spend.notes,
      credited.notes,
      exposure?.notes ?? NO_NOTES,
      checkCurrencies(frame, [long.spend], brief.currency),
      summed(frame, long, groups, brief.answers),
      laidWide(frame, long),
      lone === null ? varying(frame, others, weekRows) : NO_NOTES,
    ),
  };
}

function headersOf({ channel, spend, exposure }: LongColumns): LongHeaders {
  return { channel: channel.header, spend: spend.header, exposure: exposure?.header ?? null };
}

function repeats(days: ReadonlyArray<number | null>): boolean {
  const known = days.filter((day) => day !== null);
  return new Set(known).size < known.length;
}

/** Rows of several channels are long even where no two fall on one date, as in a list of invoices. */
function namesSeveral({ cells }: Column): boolean {
  return (
    new Set(cells.filter((cell) => !isEmptyCell(cell)).map((cell) => plainHeader(String(cell)))).size > 1
  );
}

function longColumns(frame: Frame, date: Column, brief: Brief, lone: string | null): LongColumns | null {
  const texts = frame.columns.filter((column) => column !== date && isText(column));
  const names = new Set(brief.channels.map((channel) => plainHeader(channel.name)));
  const naming = texts.find((column) =>
    column.cells.some((cell) => names.has(plainHeader(String(cell ?? "")))),
  );
  const channel =
    naming ??
    texts.find((column) => saysChannelColumn(column.header)) ??
    (lone === null ? undefined : { ...date, cells: date.cells.map(() => lone) });
  const stated = brief.channels[0] === undefined ? null : findColumn(frame, brief.channels[0].spend);
  const spends = frame.columns.filter((column) => saysSpend(column.header));
  const spend = stated ?? (spends.length === 1 ? spends[0] : undefined);
  if (channel === undefined || spend === undefined) return null;
  const exposures = frame.columns.filter((column) => saysExposure(column.header) && !isText(column));
  const impressions = exposures.find((column) => /impr/i.test(column.header));
  return { channel, spend, exposure: impressions ?? exposures[0] ?? null };
}

function isText(column: Column): boolean {
  const filled = column.cells.filter((cell) => !isEmptyCell(cell));
  return filled.length > 0 && filled.every((cell) => typeof cell === "string" && !looksLikeNumber(cell));
}

/** Rows with a date and a channel; totals set aside (IN-07), identical rows asked about (IN-22). */
function usedRows(
  frame: Frame,
  date: Column,
  days: ReadonlyArray<number | null>,
  { column: channel, names }: { readonly column: Column; readonly names: readonly string[] },
  brief: Brief,
): Noted<number[]> {
  const dated = days.map((_, row) => row).filter((row) => days[row] !== null);
  const named = dated.filter((row) => isTotalName(names[row] ?? ""));
  const keep = new Set(named.filter((row) => isUndone(brief.answers, "IN-07", placeOf(date, row))));
  const totals = named.filter((row) => !keep.has(row));
  const unnamed = dated.filter((row) => names[row] === "");
  const aside = new Set([...totals, ...unnamed]);
  const rows = dated.filter((row) => !aside.has(row));
  const seen = new Set<string>();
  const copies = rows.filter((row) => {
    // by the merged name: a row that came twice may come in two spellings
    const text = JSON.stringify(
      frame.columns.map((column) => (column === channel ? names[row] : (column.cells[row] ?? null))),
    );
    const again = seen.has(text);
    seen.add(text);
    return again;
  });
  const settled = copies.length === 0 ? null : askCopies(frame, date, copies, brief);
  const notes = joinNotes(
    settled?.notes ?? NO_NOTES,
    totals.length === 0 ? NO_NOTES : totalRows(frame, date, totals),
    ...[...keep].map((row) =>
      unmended({ code: "IN-07", where: at(frame, placeOf(date, row)), before: names[row] ?? "" }),
    ),
    unnamed.length === 0 ? NO_NOTES : unnamedRows(frame, date, unnamed),
  );
  const dropped = new Set(settled?.value === "drop" ? copies : []);
  return { value: rows.filter((row) => !dropped.has(row)), notes };
}

function placeOf(column: Column, row: number): string {
  return column.places[row] ?? column.headerCell;
}

function placesOf(column: Column, rows: readonly number[]): string[] {
  return rows.map((row) => placeOf(column, row));
}

function askCopies(
  frame: Frame,
  date: Column,
  copies: readonly number[],
  brief: Brief,
): Noted<string | null> {
  const places = placesOf(date, copies);
  return settle(
    {
      id: "IN-22",
      code: "IN-22",
      where: at(frame, places[0] ?? null),
      message: `IN-22 ${counted(copies.length, "row")} repeat another row in every cell (${listed(places)}): twice the spend, or the same row twice?`,
      choices: ["drop", "sum", "stop"],
      default: "drop",
    },
    brief.answers,
  );
}

function totalRows(frame: Frame, date: Column, rows: readonly number[]): Notes {
  const places = placesOf(date, rows);
  const where = at(frame, places[0] ?? null);
  const message = `IN-07 ${counted(rows.length, "row")} hold a total over channels (${listed(places)}); left out.`;
  return joinNotes(
    joinAll(
      places.map((place) =>
        mended({
          code: "IN-07",
          where: at(frame, place),
          before: "total over channels",
          after: "(row left out)",
        }),
      ),
    ),
    found("warn", "IN-07", where, message, "Delete the total rows if they are not needed in the file."),
  );
}

function unnamedRows(frame: Frame, date: Column, rows: readonly number[]): Notes {
  const places = placesOf(date, rows);
  return found(
    "stop",
    "IN-10",
    at(frame, places[0] ?? null),
    `IN-10 ${counted(rows.length, "row")} name no channel: ${listed(places)}.`,
    "Write the channel into each row, or delete the rows that belong to none.",
  );
}

/** Rows by week, or by week and channel where names are given. */
function groupRows(
  rows: readonly number[],
  days: ReadonlyArray<number | null>,
  names: readonly string[] | null,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const key = names === null ? `${days[row]}` : `${days[row]}|${names[row]}`;
    const group = groups.get(key) ?? [];
    group.push(row);
    groups.set(key, group);
  }
  return groups;
}

function summed(
  frame: Frame,
  long: LongColumns,
  groups: ReadonlyMap<string, readonly number[]>,
  answers: Brief["answers"],
): Notes {
  const several = [...groups.values()].filter((rows) => rows.length > 1);
  if (several.length === 0) return NO_NOTES;
  const [code, place] = ["IN-22", long.spend.header] as const;
  const before = `${counted(several.length, "week")} of a channel in several rows, e.g. ${listed(placesOf(long.spend, several[0] ?? []))}`;
  const where = at(frame, columnRange(long.spend));
  if (!isUndone(answers, code, place))
    return mended({ code, where, before, after: "rows added up to one per channel and week", place });
  const remedy = `Keep one row per channel and week, or take "IN-22:${place}" out of the answers.`;
  const message = `IN-22 The file has ${before}, and you undid their sum.`;
  return joinNotes(unmended({ code, where, before, place }), found("stop", code, where, message, remedy));
}

function laidWide(frame: Frame, long: LongColumns): Notes {
  const isLone = !frame.columns.includes(long.channel);
  return mended({
    code: "IN-10",
    where: at(frame, columnRange(long.channel)),
    before: isLone ? "several rows per date" : `a row per date and "${long.channel.header}"`,
    after: isLone ? `one channel, "${String(long.channel.cells[0] ?? "")}"` : "a column per channel",
    place: long.channel.header,
    fixed:
      "the same figures stand in another place; name the columns in the brief if the table is none of this kind",
  });
}

/** The spend column's currency goes with what is made of it. */
function moneyOf({ header, currency }: Column): Pick<Column, "currency"> {
  const code = currency ?? headerCurrency(header);
  return code === null ? {} : { currency: code };
}

/** A blank among the rows of one week leaves the week's sum unknown: blank is never zero. */
function wideColumn(
  numbers: NumberColumn,
  header: string,
  weeks: readonly number[],
  rowsOf: (week: number) => readonly number[],
): Column {
  const cells = weeks.map((week) => {
    const values = rowsOf(week).map((row) => numbers.values[row] ?? null);
    const known = values.filter((value) => value !== null);
    return known.length === 0 || known.length < values.length ? null : decimalSum(known);
  });
  const places = weeks.map((week) => numbers.places[rowsOf(week)[0] ?? -1] ?? numbers.headerCell);
  return { header, headerCell: numbers.headerCell, cells, places };
}

function exposureHeader(name: string, exposure: NumberColumn): string {
  return `${name} ${exposure.header}`;
}

function weekColumn(
  date: Column,
  weeks: readonly number[],
  weekRows: ReadonlyArray<readonly number[]>,
): Column {
  const first = pickRows(
    date,
    weekRows.map((rows) => rows[0] ?? 0),
  );
  return { ...first, cells: weeks.map(isoDate) };
}

/** A column that says the same in all rows of a week belongs to the week: KPI, controls, events. */
function sharedColumn(column: Column, weekRows: ReadonlyArray<readonly number[]>): Column[] {
  const cells = weekRows.map((rows) => weekCells(column, rows));
  if (cells.some((values) => values.length > 1)) return [];
  const first = pickRows(
    column,
    weekRows.map((rows) => rows[0] ?? 0),
  );
  return [{ ...first, cells: cells.map((values) => values[0] ?? null) }];
}

function weekCells(column: Column, rows: readonly number[]): Cell[] {
  return [...new Set(rows.map((row) => column.cells[row] ?? null).filter((cell) => !isEmptyCell(cell)))];
}

function varying(frame: Frame, others: readonly Column[], weekRows: ReadonlyArray<readonly number[]>): Notes {
  const columns = others.filter(
    (column) => !isText(column) && !saysPer(column.header) && sharedColumn(column, weekRows).length === 0,
  );
  return joinNotes(
    ...columns.map((column) =>
      found(
        "warn",
        "IN-10",
        at(frame, column.headerCell),
        `IN-10 "${column.header}" differs between the channels of one week, so that it is no figure of the whole business; it is left out.`,
        "If it is the KPI, add a column with the business's own weekly total, the same in every row of the week.",
      ),
    ),
  );
}

function channelOf(name: string, exposure: NumberColumn | null): ChannelBrief {
  return {
    name,
    spend: name,
    exposure: exposure === null ? null : exposureHeader(name, exposure),
    group: "other",
    min: null,
    max: null,
    lockedUntil: null,
    adstock: null,
    saturation: null,
    prior: null,
  };
}

/** A brief for a long table names its channels as the rows do; its spend header is the one long column. */
function renameSpends(brief: Brief, found: readonly ChannelBrief[]): Brief {
  const channels = brief.channels.map((channel) => {
    const wide = found.find(({ name }) =>
      [channel.name, channel.spend].some((known) => plainHeader(known) === plainHeader(name)),
    );
    return wide === undefined
      ? { ...channel, spend: channel.name, exposure: null }
      : { ...channel, spend: wide.spend, exposure: wide.exposure };
  });
  return { ...brief, channels };
}
