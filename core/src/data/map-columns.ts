/** Which header was taken for what, for the user to see. */

import type { Brief } from "./brief.ts";
import type { Frame } from "./column.ts";
import { columnEvidence, type LongHeaders } from "./column-evidence.ts";
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
  columns: [],
  layout: "wide",
  guessed: true,
};

/**
 * The mapping that a completed brief amounts to; every column that it does not name is ignored.
 *
 * @param frame - the table as it came, and `wide` as it is read.
 * @param long - the columns that were turned into channels; null for a wide table.
 */
export function mapColumns(
  { frame, wide, stated }: { readonly frame: Frame; readonly wide: Frame; readonly stated: Brief },
  { brief, guessed }: Completed,
  long: LongHeaders | null,
): ColumnMapping {
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
  const ignored = wide.columns.map((column) => column.header).filter((header) => !used.has(header));
  const { date, kpi } = brief.table;
  const columns = columnEvidence(frame, brief, stated, long);
  const layout = long === null ? "wide" : "long";
  return { date, kpi, channels, controls, events, ignored, layout, columns, guessed };
}
