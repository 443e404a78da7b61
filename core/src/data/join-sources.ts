/** Weekly tables of several files side by side, joined by week (C-06). */

import type { Brief, ChannelBrief } from "./brief.ts";
import { isoDate } from "./calendar.ts";
import type { Column, Frame } from "./column.ts";
import { channelsOf, kpiSource } from "./join-briefs.ts";
import { findColumn } from "./look-up-columns.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Notes } from "./notes.ts";
import type { ReadSource } from "./read-source.ts";
import { mended } from "./repair.ts";
import type { DatedFrame } from "./weekly/to-weeks.ts";
import { counted } from "./wording.ts";

/** One wide table of all files, and a brief that names its columns. */
export interface Joined {
  readonly rows: DatedFrame;
  readonly brief: Brief;
}

/** A file's weeks, its columns renamed where another file has the same header. */
interface Part {
  readonly source: ReadSource;
  readonly weekly: DatedFrame;
  readonly channels: readonly ChannelBrief[];
  readonly isKpi: boolean;
}

/**
 * Joins weekly tables by the first day of their weeks.
 *
 * @param sources - as named; `weekly` the rows of each by week.
 * @param stated - the user's brief.
 * @returns weeks that have both the KPI and media, and weeks with media before them for carryover; a column that another
 * file also has is called after its file. What is cut away is said with the span of each file.
 */
export function joinSources(
  sources: readonly ReadSource[],
  weekly: readonly DatedFrame[],
  stated: Brief,
): Noted<Joined> {
  const kpi = kpiSource(sources, stated);
  const parts = sources.map((source, place) => ({
    source,
    weekly: weekly[place] ?? source.rows,
    channels: channelsOf(source),
    isKpi: place === kpi,
  }));
  const named = renamed(parts);
  const days = [...new Set(named.flatMap((part) => known(part.weekly)))].sort(
    (first, second) => first - second,
  );
  const cut = overlap(named, days);
  const columns = named.flatMap((part) => columnsOf(part, cut.value));
  const date: Column = {
    header: "week",
    headerCell: "",
    cells: cut.value.map(isoDate),
    places: datePlaces(named, cut.value),
  };
  const file = named[Math.max(kpi, 0)]?.weekly.frame;
  const frame: Frame = { file: file?.file ?? "", sheet: file?.sheet ?? null, columns: [date, ...columns] };
  return {
    value: { rows: { frame, date, days: cut.value }, brief: joinedBrief(named, stated) },
    notes: cut.notes,
  };
}

function known(weekly: DatedFrame): number[] {
  return weekly.days.filter((day) => day !== null);
}

/** Headers are unique in the joined table: the second of a name gets its file's behind it. */
function renamed(parts: readonly Part[]): Part[] {
  const taken = new Set<string>(["week"]);
  return parts.map((part) => {
    const names = new Map<string, string>();
    for (const { header } of used(part)) {
      const name = taken.has(header) ? `${header} (${part.weekly.frame.file})` : header;
      taken.add(name);
      names.set(header, name);
    }
    const to = (header: string) => names.get(header) ?? header;
    const channels = part.channels.map((channel) => ({
      ...channel,
      spend: to(channel.spend),
      exposure: channel.exposure === null ? null : to(channel.exposure),
    }));
    const columns = part.weekly.frame.columns.map((column) => ({ ...column, header: to(column.header) }));
    const controls = part.source.completed.brief.controls.map((control) => ({
      ...control,
      column: to(control.column),
    }));
    const events = part.source.completed.brief.events.map((event) => ({
      ...event,
      column: event.column === null ? null : to(event.column),
    }));
    const { table } = part.source.completed.brief;
    const brief = {
      ...part.source.completed.brief,
      controls,
      events,
      table: {
        ...table,
        kpi: table.kpi === null ? null : to(table.kpi),
        revenuePerKpi:
          typeof table.revenuePerKpi === "string" ? to(table.revenuePerKpi) : table.revenuePerKpi,
      },
    };
    return {
      ...part,
      channels,
      source: { ...part.source, completed: { ...part.source.completed, brief } },
      weekly: { ...part.weekly, frame: { ...part.weekly.frame, columns } },
    };
  });
}

/** The columns that a file gives: a platform's own conversions are no KPI where another file has that. */
function used({ source, weekly, channels, isKpi }: Part): Column[] {
  const { table, controls, events } = source.completed.brief;
  const names = [
    ...channels.flatMap(({ spend, exposure }) => [spend, exposure]),
    ...controls.map(({ column }) => column),
    ...events.map(({ column }) => column),
    ...(isKpi ? [table.kpi, typeof table.revenuePerKpi === "string" ? table.revenuePerKpi : null] : []),
  ];
  const columns = names.map((name) => (name === null ? null : findColumn(weekly.frame, name)));
  return [...new Set(columns.filter((column) => column !== null))];
}

function columnsOf(part: Part, days: readonly number[]): Column[] {
  const rowOf = new Map(part.weekly.days.map((day, row) => [day, row]));
  const rows = days.map((day) => rowOf.get(day) ?? -1);
  return used(part).map((column) => {
    const estimated = new Set(column.estimated);
    return {
      ...column,
      cells: rows.map((row) => column.cells[row] ?? null),
      places: rows.map((row) => column.places[row] ?? column.headerCell),
      estimated: rows.flatMap((row, week) => (estimated.has(row) ? [week] : [])),
    };
  });
}

function datePlaces(parts: readonly Part[], days: readonly number[]): string[] {
  return days.map((day) => {
    const part = parts.find(({ weekly }) => weekly.days.includes(day));
    const row = part?.weekly.days.indexOf(day) ?? -1;
    return part?.weekly.date.places[row] ?? "";
  });
}

/** Weeks before all media and after the KPI or the last media explain nothing. */
function overlap(parts: readonly Part[], days: readonly number[]): Noted<number[]> {
  const spans = parts.map((part) => spanOf(part.weekly));
  const kpi = parts.findIndex(({ isKpi }) => isKpi);
  const media = spans.filter((_, place) => (parts[place]?.channels.length ?? 0) > 0);
  const whole = spans[kpi];
  if (whole === undefined || media.length === 0) return { value: [...days], notes: NO_NOTES };
  const first = Math.min(...media.map(({ start }) => start));
  const last = Math.min(whole.end, Math.max(...media.map(({ end }) => end)));
  const kept = days.filter((day) => day >= first && day <= last);
  if (kept.length === days.length) return { value: kept, notes: NO_NOTES };
  return { value: kept, notes: cutAway(parts, spans, days.length - kept.length, kept) };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spanOf(weekly: DatedFrame): Span {
  const days = known(weekly);
  return {
    start: days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY),
    end: days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY),
  };
}

function cutAway(
  parts: readonly Part[],
  spans: readonly Span[],
  weeks: number,
  kept: readonly number[],
): Notes {
  const frame = parts[0]?.weekly.frame ?? { file: "", sheet: null };
  const said = parts.map(({ weekly }, place) => {
    const { start, end } = spans[place] ?? { start: 0, end: 0 };
    return `${weekly.frame.file} ${isoDate(start)} to ${isoDate(end)}`;
  });
  const message = `C-06 The files cover different weeks (${said.join("; ")}): ${counted(weeks, "week")} without KPI or without any media are left out.`;
  const remedy = "Export all files over the same period if those weeks should count.";
  return joinNotes(
    mended({
      code: "C-06",
      where: at(frame, null),
      before: said.join("; "),
      after: `${counted(kept.length, "week")} from ${isoDate(kept[0] ?? 0)} on`,
      fixed:
        "there is nothing to explain in weeks without KPI, and nothing to explain it with in weeks without media",
    }),
    found("warn", "C-06", at(frame, null), message, remedy),
  );
}

/** What the user states stands; the rest is what was found in all files. */
function joinedBrief(parts: readonly Part[], stated: Brief): Brief {
  const briefs = parts.map(({ source }) => source.completed.brief);
  const withKpi = parts.find(({ isKpi }) => isKpi)?.source.completed.brief;
  const channels =
    stated.channels.length === 0 ? parts.flatMap((part) => part.channels) : statedChannels(parts, stated);
  return {
    ...stated,
    kpiKind: withKpi?.kpiKind ?? stated.kpiKind,
    table: {
      ...stated.table,
      kpi: withKpi?.table.kpi ?? stated.table.kpi,
      revenuePerKpi: stated.table.revenuePerKpi ?? withKpi?.table.revenuePerKpi ?? null,
    },
    channels,
    controls: stated.controls.length > 0 ? stated.controls : briefs.flatMap(({ controls }) => controls),
    events: stated.events.length > 0 ? stated.events : briefs.flatMap(({ events }) => events),
  };
}

/** A stated channel with the header that it has in the file where it was found. */
function statedChannels(parts: readonly Part[], stated: Brief): ChannelBrief[] {
  return stated.channels.map((channel) => {
    const known = parts
      .flatMap((part) => part.channels.filter(({ spend }) => findColumn(part.weekly.frame, spend) !== null))
      .find(({ name }) => name === channel.name);
    return known ?? channel;
  });
}
