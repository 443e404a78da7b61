/** From a table of cells to a media history, or to what stands in its way. */

import type { Table } from "../spreadsheet/table.ts";
import { arrangeWeeks, type Weeks } from "./arrange-weeks.ts";
import { assembleHistory } from "./assemble-history.ts";
import type { Brief } from "./brief.ts";
import { daysFromIso } from "./calendar.ts";
import { splitAtKpi } from "./carry-in-weeks.ts";
import { checkCurrencies } from "./check-currencies.ts";
import { checkGeo } from "./check-geo.ts";
import { checkUndos } from "./check-undos.ts";
import { chooseRevenue } from "./choose-revenue.ts";
import type { Column, Frame } from "./column.ts";
import { type DateHints, readDates } from "./date-column.ts";
import { completeBrief, detectDateColumn } from "./detect-columns.ts";
import { frameTable } from "./frame-table.ts";
import { saysCount } from "./header-tokens.ts";
import { matureWeeks } from "./immature-weeks.ts";
import { findColumn, lookUpColumns, type NamedColumns } from "./look-up-columns.ts";
import { mapColumns, NO_MAPPING } from "./map-columns.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Notes, stands } from "./notes.ts";
import { type NumberHints, readNumbers, shownMark } from "./number-column.ts";
import { pivotLong } from "./pivot-long.ts";
import { readOrders } from "./read-orders.ts";
import type { ColumnMapping, Reading } from "./reading.ts";
import type { DataRules } from "./rules.ts";
import { readWeekColumns } from "./week-columns.ts";
import { type DatedFrame, toWeeks } from "./weekly/to-weeks.ts";
import { weeklyTable } from "./weekly-table.ts";

/** The table after its columns are named and its rows belong to weeks. */
interface Prepared {
  readonly frame: Frame;
  readonly brief: Brief;
  readonly named: NamedColumns;
  readonly weeks: Weeks;
  readonly mapping: ColumnMapping;
  /** The money columns as the user wrote them, with their currency signs. */
  readonly money: readonly Column[];
}

/** What is known when reading can not go on. */
interface Halted {
  readonly notes: Notes;
  readonly mapping: ColumnMapping;
}

/**
 * Reads a wide or long table by day, week or month. Columns are joined by name; the user's own cells are never changed.
 *
 * @param table - rows of cells with a header row.
 * @param brief - what the user states; empty parts are detected and reported in `mapping`.
 * @param rules - thresholds of the methodology.
 * @param today - ISO date of the present day: later weeks are refused (IN-27).
 * @returns a history of consecutive weeks, or null with findings that stop and open questions; every finding names
 * file, sheet, cell and remedy (requirements §5.2).
 * @throws RangeError when `today` is no ISO date.
 */
export function readHistory(table: Table, brief: Brief, rules: DataRules, today: string): Reading {
  const todayDays = daysFromIso(today);
  if (todayDays === null) throw new RangeError(`today must be an ISO date, not ${today}`);
  const framed = frameTable(table, brief, rules);
  const areNamedTwice = framed.notes.findings.some(({ code }) => code === "IN-05");
  if (framed.value === null || areNamedTwice) return halt({ notes: framed.notes, mapping: NO_MAPPING });
  const chosen = chooseRevenue(framed.value, brief);
  const before = joinNotes(framed.notes, chosen.notes);
  const prepared = prepare(framed.value, chosen.value, rules, todayDays, before);
  if (!("weeks" in prepared)) return halt(prepared);
  return readPrepared(prepared, rules, todayDays, prepared.notes);
}

function halt({ notes, mapping }: Halted): Reading {
  return { history: null, mapping, orders: null, ...notes };
}

function prepare(
  frame: Frame,
  brief: Brief,
  rules: DataRules,
  today: number,
  before: Notes,
): (Prepared & { readonly notes: Notes }) | Halted {
  const dateHeader = detectDateColumn(frame, brief, rules);
  const date = dateHeader === null ? null : findColumn(frame, dateHeader);
  if (date === null)
    return { notes: joinNotes(before, noDateColumn(frame, dateHeader)), mapping: NO_MAPPING };
  const dates = readDates(frame, date, dateHints(brief, rules));
  const known = dates.value.filter((day) => day !== null);
  const geo = checkGeo(frame, brief, new Set(known).size < known.length);
  const hints = {
    tableMark: shownMark(frame.columns.filter((column) => column !== date)),
    answers: brief.answers,
  };
  const long = pivotLong(frame, date, dates.value, brief, hints);
  const wide = long.value?.frame ?? frame;
  const completed = completeBrief(wide, long.value?.brief ?? brief, date.header, long.value?.channels ?? []);
  const mapping = mapColumns({ frame, wide, stated: brief }, completed, long.value?.headers ?? null);
  const seen = joinNotes(before, dates.notes, geo, geo.findings.length > 0 ? NO_NOTES : long.notes);
  if (geo.findings.length > 0) return { notes: seen, mapping };
  const days = long.value?.days ?? dates.value;
  const rows = { frame: wide, date: findColumn(wide, date.header) ?? date, days };
  const laid = layOnWeeks(rows, completed.brief, rules, today, hints);
  const notes = joinNotes(seen, laid.notes);
  return laid.value === null ? { notes, mapping } : { ...laid.value, brief: completed.brief, mapping, notes };
}

/** Columns looked up, days and months turned into weeks, rows put on consecutive weeks. */
function layOnWeeks(
  rows: DatedFrame,
  brief: Brief,
  rules: DataRules,
  today: number,
  hints: NumberHints,
): Noted<Pick<Prepared, "frame" | "named" | "weeks" | "money"> | null> {
  const written = lookUpColumns(rows.frame, brief);
  const weekly = toWeeks(rows, brief, rules, hints);
  const seen = joinNotes(written.notes, weekly.notes);
  if (written.value === null || weekly.value === null) return { value: null, notes: seen };
  const { frame, date, days } = weekly.value;
  const weeks = arrangeWeeks({ ...sourceOf(frame), ...date }, days, brief, rules, today);
  const notes = joinNotes(seen, weeks.notes);
  const named = lookUpColumns(frame, brief).value;
  if (named === null || weeks.value === null) return { value: null, notes };
  const money = moneyColumns(written.value, brief);
  return { value: { frame, named, weeks: weeks.value, money }, notes };
}

function sourceOf(frame: Frame): { file: string; sheet: string | null } {
  return { file: frame.file, sheet: frame.sheet };
}

function dateHints(brief: Brief, rules: DataRules): DateHints {
  return { twoDigitYearPivot: rules.twoDigitYearPivot, answers: brief.answers };
}

function readPrepared(prepared: Prepared, rules: DataRules, today: number, before: Notes): Reading {
  const { frame, brief, named, mapping, money: used } = prepared;
  const hints = {
    tableMark: shownMark([...used, ...named.controls.map(({ column }) => column)]),
    answers: brief.answers,
  };
  const figures = (column: Column) => readNumbers(frame, column, hints).value;
  const spends = named.channels.map(({ spend }) => figures(spend));
  const kpi = figures(named.kpi);
  const counts = brief.kpiKind === "count" && saysCount(kpi.header) ? kpi : null;
  const mature = matureWeeks(frame, counts, prepared.weeks, brief.answers, rules, today);
  const span = splitAtKpi(frame, kpi, spends, mature.value);
  const { window } = span.value;
  const read = readWeekColumns(frame, named, span.value, brief, rules, hints);
  const money = joinNotes(mature.notes, checkCurrencies(frame, used, brief.currency));
  if (read.value === null)
    return { ...halt({ notes: joinNotes(before, money, read.notes), mapping }), brief };
  const assembled = assembleHistory(frame, read.value, window, brief, rules);
  const seen = joinNotes(before, money, span.notes, read.notes, assembled.notes);
  const notes = stands(seen) ? seen : joinNotes(seen, checkUndos(frame, seen, brief.answers));
  const orders = brief.kpiKind === "money" ? readOrders(frame, window, read.value.kpi.header, hints) : null;
  const weekly = weeklyTable(read.value, span.value);
  return { history: stands(notes) ? null : assembled.value, mapping, orders, weekly, brief, ...notes };
}

function moneyColumns(named: NamedColumns, brief: Brief): Column[] {
  const spends = named.channels.map(({ spend }) => spend);
  const perKpi = named.revenuePerKpi === null ? [] : [named.revenuePerKpi];
  return brief.kpiKind === "money" ? [named.kpi, ...spends] : [...perKpi, ...spends];
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
