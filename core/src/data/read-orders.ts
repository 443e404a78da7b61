/** A count of orders beside a money KPI, for seeing whether an order's value is believable (IN-56). */

import type { Weeks } from "./arrange-weeks.ts";
import type { Frame } from "./column.ts";
import { headerTokens, kpiRank, saysOrders } from "./header-tokens.ts";
import { type NumberHints, readNumbers } from "./number-column.ts";

export interface OrderCounts {
  /** Header in the user's table. */
  readonly column: string;
  /** [week] orders, ≥ 0. */
  readonly values: Float64Array;
}

/**
 * The orders that belong to the KPI: beside "revenue" and "all_revenue", "first_orders" belongs to the former.
 *
 * @returns null when no column is named orders or transactions, or the one that is has a doubtful cell.
 */
export function readOrders(
  frame: Frame,
  weeks: Weeks,
  kpiHeader: string,
  hints: NumberHints,
): OrderCounts | null {
  const others = frame.columns.filter(
    ({ header }) => header !== kpiHeader && kpiRank(header) !== null && !saysOrders(header),
  );
  const otherWords = new Set(others.flatMap(({ header }) => headerTokens(header)));
  const columns = frame.columns
    .filter(({ header }) => header !== kpiHeader && saysOrders(header))
    .filter(({ header }) => !headerTokens(header).some((token) => otherWords.has(token)))
    .sort((first, second) => (first.header < second.header ? -1 : 1));
  for (const column of columns) {
    const numbers = readNumbers(frame, column, hints).value.values;
    const values = weeks.rows.map((row) => (row === null ? null : (numbers[row] ?? null)));
    const known = values.filter((value) => value !== null && value >= 0);
    if (known.length === values.length)
      return { column: column.header, values: Float64Array.from(known, Number) };
  }
  return null;
}
