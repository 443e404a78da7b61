/** Finds the columns that a brief names, by their names and never by their places. */

import type { Brief, ChannelBrief, ControlBrief, EventBrief } from "./brief.ts";
import type { Column, Frame } from "./column.ts";
import { plainHeader, saysTruth } from "./header-tokens.ts";
import { nearestName } from "./nearest-name.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Notes } from "./notes.ts";

export interface ChannelColumns {
  readonly brief: ChannelBrief;
  readonly spend: Column;
  readonly exposure: Column | null;
}

/** Every column that the history is made of. */
export interface NamedColumns {
  readonly kpi: Column;
  readonly revenuePerKpi: Column | null;
  readonly channels: readonly ChannelColumns[];
  readonly controls: ReadonlyArray<{ readonly brief: ControlBrief; readonly column: Column }>;
  readonly events: ReadonlyArray<{ readonly brief: EventBrief; readonly column: Column | null }>;
}

/** The column of a name, letter case, spaces and marks apart when no header has exactly that name. */
export function findColumn(frame: Frame, name: string): Column | null {
  const exact = frame.columns.find((column) => column.header === name);
  if (exact !== undefined) return exact;
  const alike = frame.columns.filter((column) => plainHeader(column.header) === plainHeader(name));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/**
 * Looks up every column of a completed brief.
 *
 * @returns null when the KPI or all channels are missing; each name without a column is a stop with the nearest header.
 */
export function lookUpColumns(frame: Frame, brief: Brief): Noted<NamedColumns | null> {
  const notes: Notes[] = [];
  const need = (name: string, role: string): Column | null => {
    const column = findColumn(frame, name);
    if (column === null) notes.push(missing(frame, name, role));
    return column;
  };
  const kpi = brief.table.kpi === null ? null : need(brief.table.kpi, "the KPI");
  if (brief.table.kpi === null) notes.push(noKpi(frame));
  if (brief.channels.length === 0) notes.push(noChannels(frame));
  const channels = brief.channels.flatMap((channel) => {
    const spend = need(channel.spend, `the spend of ${channel.name}`);
    const exposure =
      channel.exposure === null ? null : need(channel.exposure, `the exposure of ${channel.name}`);
    return spend === null ? [] : [{ brief: channel, spend, exposure }];
  });
  const controls = brief.controls.flatMap((control) => {
    const column = need(control.column, "a control");
    return column === null ? [] : [{ brief: control, column }];
  });
  const events = brief.events.flatMap((event) => {
    const column = event.column === null ? null : need(event.column, `the event ${event.name}`);
    return event.column !== null && column === null ? [] : [{ brief: event, column }];
  });
  const perKpi = brief.table.revenuePerKpi;
  const revenuePerKpi =
    brief.kpiKind === "count" && typeof perKpi === "string" ? need(perKpi, "the revenue per KPI unit") : null;
  if (kpi === null || channels.length === 0) return { value: null, notes: joinNotes(...notes) };
  const value = { kpi, revenuePerKpi, channels, controls, events };
  return { value, notes: joinNotes(...notes, usedTwice(frame, value), truths(frame, value)) };
}

function missing(frame: Frame, name: string, role: string): Notes {
  const headers = frame.columns.map((column) => column.header);
  const nearest = nearestName(name, headers);
  return found(
    "stop",
    "BRIEF",
    at(frame, null),
    `The brief names "${name}" as ${role}, but the table has no such column.`,
    nearest === null ? "Correct the brief." : `Did you mean "${nearest}"? Correct the brief and run again.`,
  );
}

function noKpi(frame: Frame): Notes {
  return found(
    "stop",
    "BRIEF",
    at(frame, null),
    "No column could be recognized as the KPI (revenue, sales, orders, conversions …).",
    'Name it in the brief: "table: { kpi: <header> }".',
  );
}

function noChannels(frame: Frame): Notes {
  return found(
    "stop",
    "BRIEF",
    at(frame, null),
    "No column could be recognized as media spend.",
    'Add the spend of each channel (C-05): Google Ads and Microsoft Ads under Reports with "Day" and "Cost", Meta and TikTok in the ads manager broken down by day, TV and print from their invoices, as more files beside this one. Or name the channels in the brief: "channels: [{ name: TV, spend: <header> }]".',
  );
}

function usedColumns(named: NamedColumns): Column[] {
  return [
    named.kpi,
    ...named.channels.flatMap(({ spend, exposure }) => (exposure === null ? [spend] : [spend, exposure])),
    ...named.controls.map(({ column }) => column),
    ...named.events.flatMap(({ column }) => (column === null ? [] : [column])),
  ];
}

function usedTwice(frame: Frame, named: NamedColumns): Notes {
  const used = usedColumns(named);
  const twice = new Set(used.filter((column, place) => used.indexOf(column) !== place));
  return joinNotes(
    ...[...twice].map((column) =>
      found(
        "stop",
        "BRIEF",
        at(frame, column.headerCell),
        `The brief uses the column "${column.header}" for more than one thing.`,
        "Name each column once: as the KPI, one channel's spend or exposure, a control or an event.",
      ),
    ),
  );
}

/** Columns that hold the truth of simulated data would hand the model its own answer (decisions §4). */
function truths(frame: Frame, named: NamedColumns): Notes {
  const told = usedColumns(named).filter((column) => column !== named.kpi && saysTruth(column.header));
  if (told.length === 0) return NO_NOTES;
  return joinNotes(
    ...told.map((column) =>
      found(
        "stop",
        "BRIEF",
        at(frame, column.headerCell),
        `"${column.header}" looks like the answer itself (an effect or contribution), not like something observed.`,
        "Take it out of the brief, or rename the column if it was truly observed.",
      ),
    ),
  );
}
