/** From a dated wide table to consecutive weeks of named columns. */

import { arrangeWeeks, type Weeks } from "./arrange-weeks.ts";
import type { Brief } from "./brief.ts";
import type { Column, Frame } from "./column.ts";
import { lookUpColumns, type NamedColumns } from "./look-up-columns.ts";
import { joinNotes, type Noted } from "./notes.ts";
import type { NumberHints } from "./number-column.ts";
import type { DataRules } from "./rules.ts";
import { type DatedFrame, toWeeks } from "./weekly/to-weeks.ts";

/** The table after its columns are named and its rows belong to weeks. */
export interface LaidWeeks {
  readonly frame: Frame;
  readonly date: Column;
  readonly named: NamedColumns;
  readonly weeks: Weeks;
  /** The money columns as the user wrote them, with their currency signs. */
  readonly money: readonly Column[];
}

/** Columns looked up, days and months turned into weeks, rows put on consecutive weeks; null when a fault stops it. */
export function layOnWeeks(
  rows: DatedFrame,
  brief: Brief,
  rules: DataRules,
  today: number,
  hints: NumberHints,
): Noted<LaidWeeks | null> {
  const written = lookUpColumns(rows.frame, brief);
  const weekly = toWeeks(rows, brief, rules, hints);
  const seen = joinNotes(written.notes, weekly.notes);
  if (written.value === null || weekly.value === null) return { value: null, notes: seen };
  const { frame, date, days } = weekly.value;
  const weeks = arrangeWeeks({ file: frame.file, sheet: frame.sheet, ...date }, days, brief, rules, today);
  const notes = joinNotes(seen, weeks.notes);
  const named = lookUpColumns(frame, brief).value;
  if (named === null || weeks.value === null) return { value: null, notes };
  const money = moneyColumns(written.value, brief);
  return { value: { frame, date, named, weeks: weeks.value, money }, notes };
}

/** Every column that holds money. */
export function moneyColumns(named: NamedColumns, brief: Brief): Column[] {
  const spends = named.channels.map(({ spend }) => spend);
  const perKpi = named.revenuePerKpi === null ? [] : [named.revenuePerKpi];
  return brief.kpiKind === "money" ? [named.kpi, ...spends] : [...perKpi, ...spends];
}
