/** Reads every named column onto the weeks of the table. */

import type { Weeks } from "./arrange-weeks.ts";
import type { Brief, ControlBrief, EventBrief } from "./brief.ts";
import type { WeekSpan } from "./carry-in-weeks.ts";
import { type Column, columnRange, type Frame } from "./column.ts";
import { moveCredits } from "./credits.ts";
import { eventFromDates } from "./event-series.ts";
import { type ColumnRole, emptyKpi, fillBlanks, type WeekSeries } from "./fill-blanks.ts";
import type { NamedColumns } from "./look-up-columns.ts";
import { mergeNamesakes } from "./merge-namesakes.ts";
import { settleMicros } from "./micros.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Notes } from "./notes.ts";
import { type NumberHints, readNumbers } from "./number-column.ts";
import type { ReadChannel } from "./read-channel.ts";
import type { DataRules } from "./rules.ts";
import { withoutTotal } from "./total-column.ts";
import { counted, listed } from "./wording.ts";

export interface ReadEvent {
  readonly brief: EventBrief;
  readonly values: Float64Array;
  readonly range: string | null;
  /** The column's own weeks; null for an event that is given by its dates. */
  readonly series: WeekSeries | null;
}

export interface WeekColumns {
  readonly kpi: WeekSeries;
  readonly revenuePerKpi: WeekSeries | null;
  readonly channels: readonly ReadChannel[];
  readonly controls: ReadonlyArray<{
    readonly brief: ControlBrief;
    readonly series: WeekSeries | null;
    readonly range: string;
  }>;
  readonly events: readonly ReadEvent[];
  /** All series read, for counting filled cells. */
  readonly all: readonly WeekSeries[];
}

interface Reader {
  readonly frame: Frame;
  readonly span: WeekSpan;
  readonly brief: Brief;
  readonly hints: NumberHints;
  readonly notes: Notes[];
  readonly series: WeekSeries[];
}

/**
 * Every column of the history as weekly numbers; spend alone is read before the window too.
 *
 * @returns null when the KPI holds no figure.
 */
export function readWeekColumns(
  frame: Frame,
  named: NamedColumns,
  span: WeekSpan,
  brief: Brief,
  rules: DataRules,
  hints: NumberHints,
): Noted<WeekColumns | null> {
  const reader: Reader = { frame, span, brief, hints, notes: [], series: [] };
  const kpi = readSeries(reader, named.kpi, "kpi");
  const revenuePerKpi =
    named.revenuePerKpi === null ? null : readSeries(reader, named.revenuePerKpi, "control");
  const written = named.channels.map((channel) => ({
    brief: channel.brief,
    ...readSpend(reader, channel.spend),
    exposure: channel.exposure === null ? null : readSeries(reader, channel.exposure, "exposure"),
    range: columnRange(channel.spend),
  }));
  const controls = named.controls.map((control) => ({
    brief: control.brief,
    series: readSeries(reader, control.column, "control"),
    range: columnRange(control.column),
  }));
  const events = named.events.map((event) => readEvent(reader, event.brief, event.column));
  if (kpi === null) {
    const empty = emptyKpi(frame, named.kpi);
    return { value: null, notes: joinNotes(...reader.notes, empty) };
  }
  const inCurrency = settleMicros(frame, written, rules, brief.answers);
  const merged = mergeNamesakes(frame, inCurrency.value, brief.answers);
  const parts = withoutTotal(frame, merged.value, brief.answers);
  const channels = parts.value;
  const checks = [
    negativeKpi(frame, kpi),
    ...(revenuePerKpi === null ? [] : [positiveValue(frame, revenuePerKpi)]),
    ...channels.map(({ exposure }) => (exposure === null ? NO_NOTES : negativeExposure(frame, exposure))),
  ];
  return {
    value: { kpi, revenuePerKpi, channels, controls, events, all: reader.series },
    notes: joinNotes(...reader.notes, inCurrency.notes, merged.notes, parts.notes, ...checks),
  };
}

function readSeries(
  reader: Reader,
  column: Column,
  role: ColumnRole,
  weeks: Weeks = reader.span.window,
): WeekSeries | null {
  const { frame, brief, hints, notes } = reader;
  const numbers = readNumbers(frame, column, hints);
  const filled = fillBlanks(frame, numbers.value, role, weeks, brief.answers);
  notes.push(numbers.notes, filled.notes);
  if (filled.value !== null) reader.series.push(filled.value);
  return filled.value;
}

/** Spend is read over all weeks, so that a credit finds the earlier weeks it belongs to, and then cut at the window. */
function readSpend(reader: Reader, column: Column): Pick<ReadChannel, "spend" | "carryIn" | "filled"> {
  const { all, carryIn } = reader.span;
  const series = readSeries(reader, column, "spend", all);
  if (series === null) return { spend: null, carryIn: new Float64Array(carryIn), filled: [] };
  const credited = moveCredits(reader.frame, series, reader.brief.answers);
  reader.notes.push(credited.notes);
  const { values, places } = credited.value;
  return {
    spend: { ...credited.value, values: values.slice(carryIn), places: places.slice(carryIn) },
    carryIn: values.slice(0, carryIn),
    filled: series.filled,
  };
}

function readEvent(reader: Reader, event: EventBrief, column: Column | null): ReadEvent {
  const { frame, notes } = reader;
  const { starts } = reader.span.window;
  const series = column === null ? null : readSeries(reader, column, "event");
  if (column === null) return { brief: event, values: eventFromDates(event, starts), range: null, series };
  const range = columnRange(column);
  if (series === null) return { brief: event, values: new Float64Array(starts.length), range, series };
  const outside = series.places.filter((_, week) => {
    const value = series.values[week] ?? 0;
    return value < 0 || value > 1;
  });
  if (outside.length > 0) {
    const message = `The event "${event.name}" has values outside 0 to 1: ${listed(outside)}.`;
    const remedy =
      "Write 1 in the weeks of the event and 0 in the others, or name the column as a control instead.";
    notes.push(found("stop", "BRIEF", at(frame, outside[0] ?? null), message, remedy));
  }
  return { brief: event, values: series.values, range, series };
}

function negativeKpi(frame: Frame, kpi: WeekSeries): Notes {
  const places = kpi.places.filter((_, week) => (kpi.values[week] ?? 0) < 0);
  if (places.length === 0) return NO_NOTES;
  return found(
    "warn",
    "IN-40",
    at(frame, places[0] ?? null),
    `IN-40 The KPI is negative in ${counted(places.length, "week")}: ${listed(places)}; returns seem to exceed sales there.`,
    "Book returns to the week of the sale if you can; the run goes on with the figures as they are.",
  );
}

function positiveValue(frame: Frame, series: WeekSeries): Notes {
  const places = series.places.filter((_, week) => !((series.values[week] ?? 0) > 0));
  if (places.length === 0) return NO_NOTES;
  return found(
    "stop",
    "BRIEF",
    at(frame, places[0] ?? null),
    `"${series.header}" must be above zero in every week, but is not at ${listed(places)}.`,
    "Write the value of one KPI unit in currency into each week.",
  );
}

function negativeExposure(frame: Frame, series: WeekSeries): Notes {
  const places = series.places.filter((_, week) => (series.values[week] ?? 0) < 0);
  if (places.length === 0) return NO_NOTES;
  return found(
    "stop",
    "IN-39",
    at(frame, places[0] ?? null),
    `IN-39 "${series.header}" counts less than nothing at ${listed(places)}.`,
    "Correct the cells: impressions, clicks and GRP are zero or more.",
  );
}
