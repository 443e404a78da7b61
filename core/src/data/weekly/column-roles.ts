/** What each column of a table is, by the completed brief: totals are added up over days, levels are averaged. */

import type { Brief } from "../brief.ts";
import type { Column, Frame } from "../column.ts";
import type { ColumnRole } from "../fill-blanks.ts";
import { saysOrders } from "../header-tokens.ts";
import { findColumn } from "../look-up-columns.ts";

/** A column that the weekly table keeps. */
export interface RoledColumn {
  readonly column: Column;
  readonly role: ColumnRole;
}

/**
 * The columns that the brief names, each once, in the order of the table; counts of orders are kept beside them (IN-56).
 *
 * @param brief - completed: nothing is detected here.
 */
export function roledColumns(frame: Frame, brief: Brief): RoledColumn[] {
  const { kpi, revenuePerKpi } = brief.table;
  const names: Array<readonly [string | number | null, ColumnRole]> = [
    [kpi, "kpi"],
    [revenuePerKpi, "control"],
    ...brief.channels.flatMap((channel) => [
      [channel.spend, "spend"] as const,
      [channel.exposure, "exposure"] as const,
    ]),
    ...brief.controls.map((control) => [control.column, "control"] as const),
    ...brief.events.map((event) => [event.column, "event"] as const),
    ...frame.columns.filter(({ header }) => saysOrders(header)).map(({ header }) => [header, "kpi"] as const),
  ];
  const roles = new Map<Column, ColumnRole>();
  for (const [name, role] of names) {
    const column = typeof name === "string" ? findColumn(frame, name) : null;
    if (column !== null && !roles.has(column)) roles.set(column, role);
  }
  return frame.columns.flatMap((column) => {
    const role = roles.get(column);
    return role === undefined ? [] : [{ column, role }];
  });
}

/** Totals are added up over a week and split over days; prices, indices and events are levels. */
export function isTotal(role: ColumnRole): boolean {
  return role === "kpi" || role === "spend" || role === "exposure";
}
