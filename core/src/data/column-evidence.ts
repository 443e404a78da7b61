/** Which column of the user's was taken for what, how surely, and why: for the user to correct. */

import type { Brief } from "./brief.ts";
import type { Column, Frame } from "./column.ts";
import { readDate } from "./date-text.ts";
import { isEmptyCell } from "./empty-cell.ts";
import { looksLikeNumber } from "./header-row.ts";
import {
  englishTokens,
  kpiRank,
  plainHeader,
  saysChannelColumn,
  saysControl,
  saysDate,
  saysEvent,
  saysExposure,
  saysGeo,
  saysRunning,
  saysSpend,
  saysTruth,
} from "./header-tokens.ts";
import { isBlankWord } from "./number-text.ts";
import { shareInWords } from "./wording.ts";

export type ColumnRoleName =
  | "date"
  | "kpi"
  | "value"
  | "media"
  | "channel"
  | "control"
  | "event"
  | "geo"
  | "currency"
  | "account"
  | "campaign"
  | "ignored";

/** One column of the user's table. */
export interface MappedColumn {
  readonly file: string;
  readonly sheet: string | null;
  /** The header as written. */
  readonly column: string;
  readonly role: ColumnRoleName;
  /** Channel that a media column belongs to; null where rows name the channel. */
  readonly channel: string | null;
  /** What a media column counts: "spend", "impressions", "clicks" …; null for other roles. */
  readonly metric: string | null;
  /**
   * 1 when the brief names the column. Otherwise the share of its filled cells that read as the role needs, halved when no
   * word of the header says the role, and divided by the number of columns that would do as well.
   */
  readonly confidence: number;
  /** What the guess rests on, in words. */
  readonly evidence: readonly string[];
}

/** The columns of a long table that were turned into channels; null for a wide one. */
export interface LongHeaders {
  readonly channel: string;
  readonly spend: string;
  readonly exposure: string | null;
}

interface Use {
  readonly role: ColumnRoleName;
  readonly channel: string | null;
  readonly metric: string | null;
}

const HALF = 0.5; // what a guess by the cells alone is worth beside one that the header confirms

/**
 * Every column with its role, the confidence in [0, 1] and the evidence.
 *
 * @param frame - the table as it came, before a long one is laid wide.
 * @param stated - the brief as the user wrote it.
 * @returns e.g. for "TV spend" above numbers: role "media", channel "TV", metric "spend", confidence 1.
 */
export function columnEvidence(
  frame: Frame,
  completed: Brief,
  stated: Brief,
  long: LongHeaders | null,
): MappedColumn[] {
  const named = namesOf(stated);
  const used = frame.columns.map((column) => ({ column, use: useOf(column.header, completed, long) }));
  return used.map(({ column, use }) => {
    const rivals = used.filter(
      (other) => other.use.role === "ignored" && couldBe(other.column, use.role),
    ).length;
    const judged = named.has(plainHeader(column.header))
      ? { confidence: 1, evidence: ["the brief names it"] }
      : judge(column, use, rivals);
    return { file: frame.file, sheet: frame.sheet, column: column.header, ...use, ...judged };
  });
}

function namesOf(brief: Brief): Set<string> {
  const { date, kpi, geo, revenuePerKpi, ignore } = brief.table;
  const names = [date, kpi, geo, typeof revenuePerKpi === "string" ? revenuePerKpi : null, ...ignore]
    .concat(brief.channels.flatMap(({ spend, exposure }) => [spend, exposure]))
    .concat(brief.controls.map(({ column }) => column))
    .concat(brief.events.map(({ column }) => column));
  return new Set(names.filter((name) => name !== null).map(plainHeader));
}

function useOf(header: string, brief: Brief, long: LongHeaders | null): Use {
  const plain = plainHeader(header);
  const is = (name: string | number | null) => typeof name === "string" && plainHeader(name) === plain;
  const roles: ReadonlyArray<readonly [ColumnRoleName, boolean]> = [
    ["date", is(brief.table.date)],
    ["channel", is(long?.channel ?? null)],
    ["kpi", is(brief.table.kpi)],
    ["value", is(brief.table.revenuePerKpi)],
  ];
  const role = roles.find(([, holds]) => holds)?.[0];
  if (role !== undefined) return { role, channel: null, metric: null };
  return (
    mediaUse(header, brief, long, is) ?? { role: otherRole(header, brief, is), channel: null, metric: null }
  );
}

function mediaUse(
  header: string,
  brief: Brief,
  long: LongHeaders | null,
  is: (name: string | null) => boolean,
): Use | null {
  const media = (channel: string | null, metric: string): Use => ({ role: "media", channel, metric });
  if (long !== null && is(long.spend)) return media(null, "spend");
  if (long !== null && is(long.exposure)) return media(null, metricOf(header));
  const spent = brief.channels.find(({ spend }) => is(spend));
  if (spent !== undefined) return media(spent.name, "spend");
  const seen = brief.channels.find(({ exposure }) => is(exposure));
  return seen === undefined ? null : media(seen.name, metricOf(header));
}

function otherRole(header: string, brief: Brief, is: (name: string | null) => boolean): ColumnRoleName {
  if (brief.controls.some(({ column }) => is(column))) return "control";
  if (brief.events.some(({ column }) => is(column))) return "event";
  return asideRole(header);
}

/** Columns that describe the rows; none of them enters a model. */
function asideRole(header: string): ColumnRoleName {
  const tokens = englishTokens(header);
  if (saysGeo(header)) return "geo";
  const said = (["currency", "account", "campaign"] as const).find((role) => tokens.includes(role));
  return said ?? "ignored";
}

const METRICS = ["impressions", "clicks", "grps", "trps", "reach", "views", "sends", "opens", "sessions"];

function metricOf(header: string): string {
  const tokens = englishTokens(header);
  const exact = METRICS.find((metric) => tokens.some((token) => metric === token || metric === `${token}s`));
  return exact ?? (tokens.some((token) => token.startsWith("imp")) ? "impressions" : "exposure");
}

function saysRole(header: string, { role, metric }: Use): boolean {
  switch (role) {
    case "date":
      return saysDate(header);
    case "kpi":
      return kpiRank(header) !== null;
    case "media":
      return metric === "spend" ? saysSpend(header) : saysExposure(header);
    case "channel":
      return saysChannelColumn(header);
    case "control":
      return saysControl(header);
    case "event":
      return saysEvent(header);
    case "ignored":
      return saysTruth(header) || saysRunning(header);
    default:
      return true;
  }
}

/** Share of the filled cells that read as the role needs, and how one says so. */
function fittingCells(column: Column, role: ColumnRoleName): { share: number; words: string } {
  const filled = column.cells.filter((cell) => !isEmptyCell(cell));
  const shareOf = (fits: (cell: Column["cells"][number]) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(fits).length / filled.length;
  const isNumber = (cell: Column["cells"][number]) =>
    typeof cell === "boolean" ||
    looksLikeNumber(cell) ||
    (typeof cell === "string" && isBlankWord(cell.trim()));
  if (role === "date") return { share: shareOf((cell) => readDate(cell) !== null), words: "dates" };
  if (role === "channel" || ["geo", "currency", "account", "campaign"].includes(role))
    return { share: shareOf((cell) => !isNumber(cell)), words: "words" };
  if (role === "ignored") return { share: 1, words: "" };
  return { share: shareOf(isNumber), words: "numbers" };
}

function couldBe(column: Column, role: ColumnRoleName): boolean {
  if (role === "kpi") return kpiRank(column.header) !== null && fittingCells(column, "kpi").share > HALF;
  return role === "date" && saysDate(column.header) && fittingCells(column, "date").share > HALF;
}

function judge(column: Column, use: Use, rivals: number): Pick<MappedColumn, "confidence" | "evidence"> {
  const { share, words } = fittingCells(column, use.role);
  const isSaid = saysRole(column.header, use);
  const confidence = (share * (isSaid ? 1 : HALF)) / (1 + rivals);
  const what = use.metric ?? use.role;
  const evidence = [
    isSaid ? `its header says ${what}` : `no word of its header says ${what}`,
    ...(words === "" ? [] : [`${shareInWords(share)} of its cells are ${words}`]),
    ...(rivals === 0 ? [] : [`${rivals} other column${rivals === 1 ? "" : "s"} would do as well`]),
  ];
  return { confidence, evidence };
}
