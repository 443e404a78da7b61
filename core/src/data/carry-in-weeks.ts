/** Weeks before the KPI begins: what was spent in them still works later, but there is nothing to explain in them. */

import type { Weeks } from "./arrange-weeks.ts";
import { isoDate } from "./calendar.ts";
import type { NumberColumn } from "./column.ts";
import { at, found, NO_NOTES, type Noted, type Notes, type Source } from "./notes.ts";
import { counted } from "./wording.ts";

/** The weeks of a table, and how many of them come before the window. */
export interface WeekSpan {
  /** Every week of the table. */
  readonly all: Weeks;
  /** From the first week with a KPI on. */
  readonly window: Weeks;
  /** Weeks of `all` before `window`. */
  readonly carryIn: number;
}

/**
 * Starts the window at the first KPI figure where media were spent before it (IN-38, X-05).
 *
 * @param kpi - [row] of the table; blank cells are null.
 * @param spends - the channels' columns; without one figure in the weeks before the KPI begins, those weeks stay in the
 *   window and their KPI is asked for like any other blank.
 * @returns e.g. a KPI that is blank in the first 8 of 60 weeks with spend leaves a window of 52 and 8 weeks to carry in.
 */
export function splitAtKpi(
  source: Source,
  kpi: NumberColumn,
  spends: readonly NumberColumn[],
  weeks: Weeks,
): Noted<WeekSpan> {
  const figure = (column: NumberColumn, week: number) => {
    const row = weeks.rows[week] ?? null;
    return row === null ? null : (column.values[row] ?? null);
  };
  const carryIn = weeks.rows.findIndex((_, week) => figure(kpi, week) !== null);
  const before = weeks.rows.slice(0, Math.max(0, carryIn));
  const spent = before.some((_, week) => spends.some((spend) => figure(spend, week) !== null));
  if (!spent) return { value: { all: weeks, window: weeks, carryIn: 0 }, notes: NO_NOTES };
  const window = { ...weeks, starts: weeks.starts.slice(carryIn), rows: weeks.rows.slice(carryIn) };
  return { value: { all: weeks, window, carryIn }, notes: carriedOnly(source, kpi, weeks, carryIn) };
}

function carriedOnly(source: Source, kpi: NumberColumn, weeks: Weeks, carryIn: number): Notes {
  const [first = 0, begin = 0] = [weeks.starts[0], weeks.starts[carryIn]];
  const row = weeks.rows[0] ?? null;
  const cell = row === null ? kpi.headerCell : (kpi.places[row] ?? kpi.headerCell);
  return found(
    "warn",
    "IN-38",
    at(source, cell),
    `IN-38 The KPI "${kpi.header}" begins on ${isoDate(begin)}: the spend of the ${counted(carryIn, "week")} before it, from ${isoDate(first)} on, is used for its carryover into later weeks only.`,
    "Nothing to do if the KPI was not recorded then; otherwise fill in its cells.",
  );
}
