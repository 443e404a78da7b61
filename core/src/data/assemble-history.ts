/** Puts the series together as a media history. */

import { isConstant } from "../numerics/moments.ts";
import type { Weeks } from "./arrange-weeks.ts";
import type { Brief, PriorChoice } from "./brief.ts";
import { isoDate } from "./calendar.ts";
import { columnRange, type Frame } from "./column.ts";
import { holidayColumns } from "./holidays/holiday-columns.ts";
import { usableLiftTests } from "./lift-tests.ts";
import type { LeftOut, MediaHistory } from "./media-history.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Notes } from "./notes.ts";
import type { ReadChannel } from "./read-channel.ts";
import { resolvePrior } from "./resolve-prior.ts";
import type { DataRules } from "./rules.ts";
import { CORRECT_THE_COLUMN, leaveOut, type ScreenedChannel, screenChannels } from "./screen-channels.ts";
import type { WeekColumns } from "./week-columns.ts";

/**
 * The history of what can enter a model, and notes on what can not.
 *
 * @param read - every series without blanks.
 * @param weeks - of the window.
 * @returns a history; whether it may be used depends on the notes.
 */
export function assembleHistory(
  frame: Frame,
  read: WeekColumns,
  weeks: Weeks,
  brief: Brief,
  rules: DataRules,
): Noted<MediaHistory> {
  const count = weeks.starts.length;
  const revenue = revenuePerKpi(frame, read, brief, count);
  const kpi = {
    name: read.kpi.header,
    kind: brief.kpiKind,
    values: read.kpi.values,
    revenuePerKpi: revenue.value,
  };
  const priors = read.channels.map((channel) => resolvePrior(frame, channel.brief, kpi));
  const screened = screenChannels(
    frame,
    read.channels.map((channel, place) => screened0(channel, priors[place]?.value ?? null, count)),
    read.kpi.values,
    rules,
    brief.answers,
  );
  const controls = varyingControls(frame, read);
  const events = varyingEvents(frame, read);
  const taken = [...controls.value.kept, ...events.value.kept].map(({ name }) => name);
  const holidays = holidayColumns(frame, brief.baseline.holidays, weeks.starts, taken);
  const tested = {
    weeks: weeks.starts.map(isoDate),
    kpi,
    channels: screened.value.channels.map(({ range: _, filled: __, ...channel }) => channel),
    leftOut: [screened, controls, events, holidays].flatMap(({ value }) => value.leftOut),
  };
  const lifts = usableLiftTests(frame, brief.liftTests, tested, rules);
  const history: MediaHistory = {
    ...tested,
    file: frame.file,
    sheet: frame.sheet,
    company: brief.company,
    currency: brief.currency,
    controls: [...controls.value.kept, ...holidays.value.kept],
    events: events.value.kept,
    liftTests: lifts.value,
    imputed: read.all
      .filter((series) => series.imputed > 0)
      .map((series) => ({ column: series.header, cells: series.imputed })),
  };
  return {
    value: history,
    notes: joinNotes(
      screened.notes,
      ...priors.map(({ notes }) => notes),
      controls.notes,
      events.notes,
      holidays.notes,
      revenue.notes,
      lifts.notes,
      flatKpi(frame, read),
    ),
  };
}

function screened0(channel: ReadChannel, prior: PriorChoice | null, count: number): ScreenedChannel {
  const { name, group, min, max, lockedUntil, adstock, saturation } = channel.brief;
  return {
    name,
    group,
    column: channel.brief.spend,
    spend: channel.spend?.values ?? new Float64Array(count),
    carryIn: channel.carryIn,
    exposure: channel.exposure?.values ?? null,
    min,
    max,
    lockedUntil,
    adstock,
    saturation,
    prior,
    range: channel.range,
    filled: channel.filled.map((week) => week - channel.carryIn.length).filter((week) => week >= 0),
  };
}

function flatKpi(frame: Frame, read: WeekColumns): Notes {
  if (read.kpi.values.length < 2 || !isConstant(read.kpi.values)) return NO_NOTES;
  const { header, headerCell, places } = read.kpi;
  return found(
    "stop",
    "IN-46",
    at(frame, columnRange({ headerCell, places })),
    `IN-46 The KPI "${header}" is the same in every week: there is nothing to explain.`,
    "Name another KPI in the brief, or correct the column.",
  );
}

interface Kept<Item> {
  readonly kept: Item[];
  readonly leftOut: LeftOut[];
}

function varyingControls(frame: Frame, read: WeekColumns): Noted<Kept<MediaHistory["controls"][number]>> {
  const flat = read.controls.filter(({ series }) => series === null || isConstant(series.values));
  const why = "the same value every week, so that it explains nothing";
  const kept = read.controls.flatMap(({ brief, series }) =>
    series === null || isConstant(series.values)
      ? []
      : [{ name: brief.column, type: brief.type, sign: brief.sign, values: series.values }],
  );
  return {
    value: { kept, leftOut: flat.map(({ brief }) => ({ name: brief.column, code: "IN-46", reason: why })) },
    notes: joinNotes(
      ...flat.map(({ brief, range }) =>
        leaveOut(frame, brief.column, range, { code: "IN-46", why, remedy: CORRECT_THE_COLUMN }),
      ),
    ),
  };
}

function varyingEvents(frame: Frame, read: WeekColumns): Noted<Kept<MediaHistory["events"][number]>> {
  const flat = read.events.filter(({ values }) => isConstant(values));
  const why = "it falls into no week of the table, or into all of them";
  return {
    value: {
      kept: read.events
        .filter(({ values }) => !isConstant(values))
        .map(({ brief, values }) => ({ name: brief.name, values })),
      leftOut: flat.map(({ brief }) => ({ name: brief.name, code: "IN-46", reason: why })),
    },
    notes: joinNotes(
      ...flat.map(({ brief, range }) =>
        leaveOut(frame, brief.name, range ?? "", { code: "IN-46", why, remedy: CORRECT_THE_COLUMN }),
      ),
    ),
  };
}

function revenuePerKpi(
  frame: Frame,
  read: WeekColumns,
  brief: Brief,
  count: number,
): Noted<Float64Array | null> {
  const stated = brief.table.revenuePerKpi;
  if (brief.kpiKind === "money") {
    const notes =
      stated === null
        ? NO_NOTES
        : found(
            "warn",
            "BRIEF",
            at(frame, read.kpi.headerCell),
            "The brief gives a revenue per KPI unit, but the KPI is money already; it is not used.",
            'Write "kpiKind: count" if the KPI counts orders, leads or the like.',
          );
    return { value: new Float64Array(count).fill(1), notes };
  }
  if (typeof stated === "number") return { value: new Float64Array(count).fill(stated), notes: NO_NOTES };
  return { value: read.revenuePerKpi?.values ?? null, notes: NO_NOTES };
}
