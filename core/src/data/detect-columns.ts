/** Writes the parts of a brief that the user left out, from the headers and the cells beneath them. */

import type { Brief, ChannelBrief, EventBrief } from "./brief.ts";
import type { Column, Frame } from "./column.ts";
import { controlType } from "./control-type.ts";
import { looksLikeDate, readDate } from "./date-text.ts";
import { isEmptyCell } from "./empty-cell.ts";
import { looksLikeNumber } from "./header-row.ts";
import {
  channelStem,
  englishTokens,
  fullStem,
  kpiRank,
  plainHeader,
  saysControl,
  saysCount,
  saysDate,
  saysEvent,
  saysExposure,
  saysGeo,
  saysPer,
  saysPlatform,
  saysRunning,
  saysSpend,
  saysTextbookControl,
  saysTruth,
} from "./header-tokens.ts";
import { isBlankWord, numberParts } from "./number-text.ts";
import type { DataRules } from "./rules.ts";

const MOST = 0.5; // by majority a column of numbers; its single bad cells are named when it is read

/** The brief with nothing left open, and whether any of it was guessed. */
export interface Completed {
  readonly brief: Brief;
  readonly guessed: boolean;
}

/**
 * The header of the date column: the brief's, else the column whose cells read as dates.
 *
 * @returns null when no column does; e.g. "date_week" for a column of ISO dates, wherever it stands.
 */
export function detectDateColumn(frame: Frame, brief: Brief, rules: DataRules): string | null {
  if (brief.table.date !== null) return brief.table.date;
  const written = frame.columns.filter((column) => shareOf(column, looksLikeDate) >= rules.dateShare);
  const serial = frame.columns.filter(
    (column) =>
      saysDate(column.header) &&
      !saysRunning(column.header) &&
      shareOf(column, isDateCell) >= rules.dateShare,
  );
  const weekly = frame.columns.filter((column) => stepsByWeeks(column));
  const byName = [...written, ...serial].filter((column) => saysDate(column.header));
  const choices = [byName, written, weekly].find((set) => set.length > 0) ?? [];
  return startsFirst(choices.map((column) => column.header))[0] ?? null;
}

/** By name, so that the order of columns decides nothing; the end of the week comes after its start. */
function startsFirst(headers: readonly string[]): string[] {
  const rank = (header: string) => `${englishTokens(header).includes("ends") ? 1 : 0}${header}`;
  return [...headers].sort((first, second) => (rank(first) < rank(second) ? -1 : 1));
}

function shareOf(column: Column, holds: (cell: Column["cells"][number]) => boolean): number {
  const filled = column.cells.filter((cell) => !isEmptyCell(cell));
  return filled.length === 0 ? 0 : filled.filter(holds).length / filled.length;
}

function isDateCell(cell: Column["cells"][number]): boolean {
  return readDate(cell)?.kind === "day";
}

/** Numbers that all read as Excel serials one or more whole weeks apart can hardly be anything but dates. */
function stepsByWeeks(column: Column): boolean {
  const days = column.cells.map((cell) => readDate(cell));
  const serials = days.flatMap((reading) => (reading?.kind === "day" ? [reading.days] : []));
  if (serials.length < 3 || serials.length < column.cells.length) return false;
  const sorted = [...serials].sort((first, second) => first - second);
  return (
    sorted.every((day, row) => row === 0 || (day - (sorted[row - 1] ?? 0)) % 7 === 0) &&
    sorted[0] !== sorted.at(-1)
  );
}

/**
 * Fills the KPI, channels, controls and events that the brief does not state.
 *
 * Channels, controls and events are one decision: where the brief names channels, only the columns it names enter.
 *
 * @param frame - a wide table.
 * @param dateHeader - header of the date column.
 * @param longChannels - channels that a long table named in its rows; empty for a wide one.
 * @returns a brief whose every column stands in the frame or was named by the user.
 */
export function completeBrief(
  frame: Frame,
  brief: Brief,
  dateHeader: string,
  longChannels: readonly ChannelBrief[],
): Completed {
  const ignored = new Set(brief.table.ignore.map(plainHeader));
  const open = frame.columns.filter(
    (column) =>
      column.header !== dateHeader &&
      !ignored.has(plainHeader(column.header)) &&
      !saysTruth(column.header) &&
      column.header !== brief.table.geo &&
      isNumeric(column),
  );
  const kpi = brief.table.kpi ?? detectKpi(open, brief);
  const free = open.filter(
    (column) => column.header !== kpi && !saysRunning(column.header) && !isRunning(column),
  );
  const stated = brief.channels.length > 0;
  const channels = [brief.channels, longChannels, detectChannels(free)].find((set) => set.length > 0) ?? [];
  const taken = new Set(channels.flatMap((channel) => [channel.spend, channel.exposure]));
  const left = free.filter((column) => !taken.has(column.header) && kpiRank(column.header) === null);
  const events = stated || brief.events.length > 0 ? brief.events : detectEvents(left);
  const eventColumns = new Set(events.map((event) => event.column));
  const controls =
    stated || brief.controls.length > 0
      ? brief.controls
      : left
          .filter((column) => isControl(column) && !eventColumns.has(column.header))
          .map(controlBrief)
          .sort((first, second) => (first.column < second.column ? -1 : 1));
  const guessed = brief.table.date === null || brief.table.kpi === null || !stated;
  const kpiKind = brief.table.kpi === null && kpi !== null && saysCount(kpi) ? "count" : brief.kpiKind;
  const revenuePerKpi = brief.table.revenuePerKpi ?? detectRevenuePerKpi(free, kpiKind);
  const table = { ...brief.table, date: dateHeader, kpi, revenuePerKpi };
  return { brief: { ...brief, kpiKind, table, channels, controls, events }, guessed };
}

function isNumeric(column: Column): boolean {
  return (
    shareOf(column, (cell) => {
      if (typeof cell === "string") return isBlankWord(cell.trim()) || looksLikeNumber(cell);
      return typeof cell === "number" || typeof cell === "boolean";
    }) > MOST
  );
}

function numbers(column: Column): number[] {
  return column.cells.map(roughNumber).filter((value) => value !== null);
}

/** Good enough to recognize a column by; its true values are read with all their evidence later. */
function roughNumber(cell: Column["cells"][number]): number | null {
  if (typeof cell === "number") return cell;
  if (typeof cell === "boolean") return cell ? 1 : 0;
  const parts = cell === null ? null : numberParts(cell);
  const value = parts === null ? Number.NaN : Number(parts.digits);
  if (parts === null || !Number.isFinite(value)) return null;
  return parts.negative ? -value : value;
}

/** 0, 1, 2 … or 1, 2, 3 … in any order: a row number. */
function isRunning(column: Column): boolean {
  const sorted = numbers(column).sort((first, second) => first - second);
  return sorted.length > 2 && sorted.every((value, row) => value === (sorted[0] ?? 0) + row);
}

function isBinary(column: Column): boolean {
  const values = new Set(numbers(column));
  return values.size === 2 && values.has(0) && values.has(1);
}

function detectKpi(open: readonly Column[], brief: Brief): string | null {
  const stated = new Set(brief.channels.flatMap((channel) => [channel.spend, channel.exposure]));
  let best: string | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const { header } of open) {
    const rank = kpiRank(header);
    if (rank === null || stated.has(header) || (rank === bestRank && best !== null && best < header))
      continue;
    if (rank <= bestRank) {
      best = header;
      bestRank = rank;
    }
  }
  return best;
}

function detectRevenuePerKpi(free: readonly Column[], kpiKind: string): string | null {
  if (kpiKind !== "count") return null;
  const headers = free
    .map(({ header }) => header)
    .filter((header) => /(?:revenue|value|price).*per/i.test(header));
  return headers.sort()[0] ?? null;
}

function detectChannels(free: readonly Column[]): ChannelBrief[] {
  const media = free.filter(
    (column) =>
      kpiRank(column.header) === null && !saysPer(column.header) && !isControl(column) && !isBinary(column),
  );
  const exposures = media.filter((column) => saysExposure(column.header));
  const candidates = media.filter((column) => !saysExposure(column.header));
  const named = candidates.filter((column) => saysSpend(column.header));
  const platforms = candidates.filter((column) => saysPlatform(column.header));
  const paid = candidates.filter((column) => numbers(column).every((value) => value >= 0));
  const spends = [named, platforms, paid].find((set) => set.length > 0) ?? [];
  const byName = [...spends].sort((first, second) => (first.header < second.header ? -1 : 1));
  // "TV (North) spend" beside "TV (South) spend": what stands in brackets tells them apart
  const areAlike = new Set(spends.map(({ header }) => channelStem(header))).size < spends.length;
  const stem = areAlike ? fullStem : channelStem;
  return byName.map((column) => ({
    name: stem(column.header),
    spend: column.header,
    exposure: exposureOf(column, exposures, stem),
    group: "other",
    min: null,
    max: null,
    lockedUntil: null,
    adstock: null,
    saturation: null,
    prior: null,
  }));
}

/** The exposure column of the same name: "TV_impressions" belongs to "TV_spend". */
function exposureOf(
  spend: Column,
  exposures: readonly Column[],
  stemOf: (header: string) => string,
): string | null {
  const stem = plainHeader(stemOf(spend.header));
  const own = exposures.filter((column) => plainHeader(stemOf(column.header)) === stem);
  const impressions = own.find((column) => /impr/i.test(column.header));
  const names = own.map((column) => column.header).sort();
  return impressions?.header ?? names[0] ?? null;
}

function detectEvents(left: readonly Column[]): EventBrief[] {
  return left
    .filter((column) => isBinary(column) && !saysExposure(column.header))
    .map(({ header }) => header)
    .sort()
    .map((header) => ({ name: header, column: header, start: null, end: null, shape: "pulse" }));
}

function isControl(column: Column): boolean {
  const { header } = column;
  return (
    !saysGeo(header) &&
    !saysExposure(header) &&
    !saysSpend(header) &&
    (saysControl(header) || saysTextbookControl(header) || saysEvent(header))
  );
}

function controlBrief(column: Column): Brief["controls"][number] {
  return { column: column.header, type: controlType(column.header), sign: null };
}
