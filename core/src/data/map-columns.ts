/** Which header was taken for what, for the user to see. */

import type { Frame } from "./column.ts";
import type { Completed } from "./detect-columns.ts";
import type { ColumnMapping } from "./reading.ts";

/** The mapping of a table in which nothing could be named. */
export const NO_MAPPING: ColumnMapping = {
  date: null,
  kpi: null,
  channels: [],
  controls: [],
  events: [],
  ignored: [],
  layout: "wide",
  guessed: true,
};

/** The mapping that a completed brief amounts to; every column that it does not name is ignored. */
export function mapColumns(frame: Frame, completed: Completed, layout: "wide" | "long"): ColumnMapping {
  const { brief, guessed } = completed;
  const channels = brief.channels.map(({ name, spend, exposure }) => ({ name, spend, exposure }));
  const controls = brief.controls.map(({ column }) => column);
  const events = brief.events.map(({ name, column }) => column ?? name);
  const used = new Set<string | number | null>([
    brief.table.date,
    brief.table.kpi,
    brief.table.revenuePerKpi,
    ...channels.flatMap(({ spend, exposure }) => [spend, exposure]),
    ...controls,
    ...events,
  ]);
  const ignored = frame.columns.map((column) => column.header).filter((header) => !used.has(header));
  const { date, kpi } = brief.table;
  return { date, kpi, channels, controls, events, ignored, layout, guessed };
}
