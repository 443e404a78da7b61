/** A column of dated figures as figures of single days. */

import type { Weeks } from "../arrange-weeks.ts";
import type { NumberColumn } from "../column.ts";
import { type ColumnRole, fillBlanks } from "../fill-blanks.ts";
import { joinNotes, NO_NOTES, type Noted, type Notes, type Source } from "../notes.ts";
import { answered, mended, type RepairCode } from "../repair.ts";
import { counted, listed } from "../wording.ts";
import { isTotal } from "./column-roles.ts";
import type { Grain } from "./grain.ts";
import { periodOf, splitTotal } from "./periods.ts";

/** Day number → figure, and the days whose figure was filled in or split. */
export interface DayFigures {
  readonly values: ReadonlyMap<number, number>;
  readonly estimated: ReadonlySet<number>;
}

/**
 * Lays a column on days, its blanks filled by the user's answers (IN-23, IN-38).
 *
 * @param grid - the days or months to lay it on, with the row of each.
 * @param grain - of the column's own dates: totals of months and weeks are split evenly over their days (IN-25).
 * @returns no figure at all for a column without one. E.g. 310 in January is 10.00 on each of its 31 days, all estimated.
 */
export function dayFigures(
  source: Source,
  column: NumberColumn,
  role: ColumnRole,
  grid: Weeks,
  grain: Grain,
  answers: Readonly<Record<string, string>>,
): Noted<DayFigures> {
  const filled = fillBlanks(source, column, role, grid, answers);
  if (filled.value === null) return { value: { values: new Map(), estimated: new Set() }, notes: NO_NOTES };
  const made = new Set(filled.value.filled);
  const values = new Map<number, number>();
  const estimated = new Set<number>();
  grid.starts.forEach((start, place) => {
    const period = periodOf(start, grain);
    const figure = filled.value?.values[place] ?? 0;
    const parts = isTotal(role) ? splitTotal(figure, period.length) : null;
    for (let day = 0; day < period.length; day++) {
      values.set(period.start + day, parts?.[day] ?? figure);
      if (made.has(place) || grain === "month") estimated.add(period.start + day);
    }
  });
  return { value: { values, estimated }, notes: inOneLine(source, column, grid, filled.notes) };
}

/** Days are many: what was filled is logged once per column, the weeks it went into are marked in the table. */
function inOneLine(source: Source, column: NumberColumn, grid: Weeks, notes: Notes): Notes {
  const codes = ["IN-38", "IN-23"] as const satisfies readonly RepairCode[];
  const logged = codes.map((code) => {
    const made = notes.repairs.filter((repair) => repair.code === code);
    if (made.length === 0) return NO_NOTES;
    const cells = made.map((repair) => repair.where.cell ?? column.headerCell);
    const what = counted(made.length, grid.unit ?? "week");
    const values = [...new Set(made.map(({ after }) => after))];
    return mended({
      code,
      where: { file: source.file, sheet: source.sheet, cell: made[0]?.where.cell ?? column.headerCell },
      before: code === "IN-38" ? `blank on ${what}: ${listed(cells)}` : `no row for ${what}`,
      after: `filled with ${listed(values)}`,
      place: column.header,
      fixed: answered(code === "IN-38" ? `IN-38:${column.header}` : "IN-23"),
    });
  });
  return joinNotes({ ...notes, repairs: [] }, ...logged);
}
