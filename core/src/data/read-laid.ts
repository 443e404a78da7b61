/** Reads the figures of named columns that lie on weeks, and puts them together as a history. */

import { assembleHistory } from "./assemble-history.ts";
import type { Brief } from "./brief.ts";
import { splitAtKpi } from "./carry-in-weeks.ts";
import { checkCurrencies } from "./check-currencies.ts";
import { checkUndos } from "./check-undos.ts";
import { type Column, columnRange } from "./column.ts";
import { distinctNotes } from "./distinct-notes.ts";
import { saysCount } from "./header-tokens.ts";
import { matureWeeks } from "./immature-weeks.ts";
import type { LaidWeeks } from "./lay-on-weeks.ts";
import { at, joinNotes, type Notes, stands } from "./notes.ts";
import { readNumbers, shownMark } from "./number-column.ts";
import { readOrders } from "./read-orders.ts";
import type { ColumnMapping, ReadColumn, Reading } from "./reading.ts";
import type { DataRules } from "./rules.ts";
import { askingOfReadCells } from "./unreadable-cells.ts";
import { readWeekColumns } from "./week-columns.ts";
import { weeklyTable } from "./weekly-table.ts";

/** A reading that can not go on. */
export function halt(notes: Notes, mapping: ColumnMapping): Reading {
  return { history: null, mapping, orders: null, ...distinctNotes(askingOfReadCells(notes)) };
}

/** Where each column stands. */
function columnsRead({ frame, date, named }: LaidWeeks): ReadColumn[] {
  const { kpi, channels, controls } = named;
  const roles: ReadonlyArray<readonly [ReadColumn["role"], readonly Column[]]> = [
    ["date", [date]],
    ["kpi", [kpi]],
    ["spend", channels.map(({ spend }) => spend)],
    ["exposure", channels.map(({ exposure }) => exposure).filter((column) => column !== null)],
    ["control", controls.map(({ column }) => column)],
  ];
  return roles.flatMap(([role, columns]) =>
    columns.map((column) => ({ column: column.header, role, where: at(frame, columnRange(column)) })),
  );
}

/**
 * The reading of a table whose rows are weeks.
 *
 * @param before - what was noted on the way here.
 * @returns a history of null when a finding stops or a question is open.
 */
export function readLaid(
  laid: LaidWeeks,
  brief: Brief,
  mapping: ColumnMapping,
  rules: DataRules,
  today: number,
  before: Notes,
): Reading {
  const { frame, named, money: used } = laid;
  const hints = {
    tableMark: shownMark([...used, ...named.controls.map(({ column }) => column)]),
    answers: brief.answers,
  };
  const figures = (column: Column) => readNumbers(frame, column, hints).value;
  const spends = named.channels.map(({ spend }) => figures(spend));
  const kpi = figures(named.kpi);
  const counts = brief.kpiKind === "count" && saysCount(kpi.header) ? kpi : null;
  const mature = matureWeeks(frame, counts, laid.weeks, brief.answers, rules, today);
  const span = splitAtKpi(frame, kpi, spends, mature.value);
  const { window } = span.value;
  const read = readWeekColumns(frame, named, span.value, brief, rules, hints);
  const money = joinNotes(mature.notes, checkCurrencies(frame, used, brief.currency));
  if (read.value === null) return { ...halt(joinNotes(before, money, read.notes), mapping), brief };
  const assembled = assembleHistory(frame, read.value, window, brief, rules);
  const seen = joinNotes(before, money, span.notes, read.notes, assembled.notes);
  const undone = stands(seen)
    ? askingOfReadCells(seen)
    : joinNotes(seen, checkUndos(frame, seen, brief.answers));
  const notes = distinctNotes(undone);
  const orders = brief.kpiKind === "money" ? readOrders(frame, window, read.value.kpi.header, hints) : null;
  const weekly = weeklyTable(read.value, span.value);
  const history = stands(notes) ? null : assembled.value;
  return { history, mapping, orders, columns: columnsRead(laid), weekly, brief, ...notes };
}
