/** A column that is dated more coarsely than its table: weekly or monthly invoices among daily rows. */

import { dateFromDays } from "../calendar.ts";
import type { Column } from "../column.ts";
import { isEmptyCell } from "../empty-cell.ts";
import { isBlankWord, visibleText } from "../number-text.ts";
import { type Grain, grainOf } from "./grain.ts";

const ENOUGH = 3; // two dates make one step, which tells nothing

/**
 * The grain of the dates at which a column holds a figure, where that is coarser than the table's.
 *
 * @param days - [row] day number, null where unreadable.
 * @returns the table's grain for a column with figures everywhere, or too few to tell. Months must all be dated by their
 * first day or all by their last: spend every fourth week is a flight, not an invoice. E.g. figures on the first of each
 * month, blank on the other days, are "month".
 */
export function ownGrain(column: Column, days: ReadonlyArray<number | null>, table: Grain): Grain {
  const own = column.cells.flatMap((cell, row) => {
    const day = days[row] ?? null;
    return day === null || isBlank(cell) ? [] : [day];
  });
  if (own.length < ENOUGH) return table;
  const grain = grainOf(own);
  if (grain === "month" && table !== "month" && datesMonths(own)) return "month";
  return grain === "week" && table === "day" && stepsByWeeks(own) ? "week" : table;
}

function isBlank(cell: Column["cells"][number]): boolean {
  return isEmptyCell(cell) || (typeof cell === "string" && isBlankWord(visibleText(cell)));
}

function datesMonths(days: readonly number[]): boolean {
  return (
    days.every((day) => dateFromDays(day).day === 1) || days.every((day) => dateFromDays(day + 1).day === 1)
  );
}

function stepsByWeeks(days: readonly number[]): boolean {
  const [first = 0] = days;
  return days.every((day) => (day - first) % 7 === 0);
}
