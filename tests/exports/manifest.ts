/** What a dirty export must be read as: the original table, and every code on the way to it. */

import type { Cell, Draft } from "./draft.ts";
import { cellText } from "./render.ts";

export interface Manifest {
  readonly files: readonly string[];
  readonly shape: string;
  readonly locale: string;
  readonly currency: string;
  readonly format: string;
  readonly faults: readonly string[];
  readonly response: "clean" | "ask" | "stop";
  /** "IN-06 repair", "IN-07 warn": all that is noted once the questions are answered; what a stop leaves is not listed. */
  readonly notes: readonly string[];
  /** Every question on the way, with the answer that leads back to the original; "(default)": the one it proposes. */
  readonly questions: ReadonlyArray<{ readonly code: string; readonly choice: string }>;
  readonly stops: readonly string[];
  /** Codes of the faults alone, as far as they are mended or told without a question. */
  readonly mended: readonly string[];
  /** [week, column]: figures that are gone from the export and that an answer fills. */
  readonly lost: ReadonlyArray<readonly [string, string]>;
  /** Columns that the clean table may hold beside the original's. */
  readonly extra: readonly string[];
  readonly original: {
    readonly columns: readonly string[];
    readonly rows: ReadonlyArray<readonly (string | number)[]>;
  };
}

/** @param drafts - the files of one export; one of them holds the KPI. */
export function manifestOf(drafts: readonly Draft[]): Manifest {
  const [first] = drafts;
  const outcomes = drafts.flatMap((draft) => draft.faults.map(({ outcome }) => outcome));
  const stops = sorted(outcomes.flatMap(({ stop }) => stop ?? []));
  const questions = outcomes.flatMap(({ ask }) => ask ?? []);
  const noted = outcomes.flatMap((outcome) => outcome.notes ?? []);
  const lost = drafts.flatMap((draft) =>
    draft.faults
      .flatMap(({ outcome }) => outcome.lost ?? [])
      .map(([week, name]) => [week, nameNow(name, draft)] as const),
  );
  return {
    files: drafts.map(({ file }) => file),
    shape: drafts.map(({ shape }) => shape).join(" + "),
    locale: first.locale.name,
    currency: first.locale.currency.code,
    format: drafts.map(({ format }) => formatText(format)).join(" + "),
    faults: drafts.flatMap(({ faults }) => faults.map(({ name }) => name)),
    response: stops.length > 0 ? "stop" : questions.length > 0 ? "ask" : "clean",
    notes: stops.length > 0 ? [] : sorted([...drafts.flatMap(dressNotes), ...noted]),
    questions: [...questions].sort((one, other) => (one.code < other.code ? -1 : 1)),
    stops,
    mended: sorted(noted.map((note) => note.slice(0, 5))),
    lost,
    extra: outcomes.flatMap(({ extra }) => extra ?? []),
    original: originalTable(drafts),
  };
}

function formatText(format: Draft["format"]): string {
  return format.kind === "xlsx" ? "xlsx" : `csv ${JSON.stringify(format.separator)} ${format.encoding}`;
}

/** A column's name under the header that later faults left it. */
function nameNow(name: string, { columns }: Draft): string {
  return columns.find(({ clean }) => clean?.endsWith(` / ${name}`))?.clean ?? name;
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

const SHAPE_NOTES = {
  wide: () => [],
  long: () => ["IN-10 repair"],
  // days are added up to weeks, and campaigns to their platform
  daily: ({ original }: Draft) =>
    original.channels.length > 0 ? ["IN-10 repair", "IN-22 repair", "IN-25 repair"] : ["IN-25 repair"],
} as const;

/** What the country's way of writing and the shape take, without any fault. */
function dressNotes(draft: Draft): string[] {
  const shape: readonly string[] = SHAPE_NOTES[draft.layout](draft);
  if (draft.format.kind === "xlsx") return [...shape];
  const unread = new Set(
    draft.columns.flatMap(({ role }, place) => (role === "other" && draft.layout === "daily" ? [place] : [])),
  );
  const cells = draft.rows.flatMap((row) => row.filter((_, place) => !unread.has(place)));
  const local =
    cells.some((cell) => cell?.kind === "date") && draft.style.dates === "local" ? ["IN-14 repair"] : [];
  return [...shape, ...local, ...cells.flatMap((cell) => numberNotes(cell, draft))];
}

function numberNotes(cell: Cell, draft: Draft): string[] {
  if (cell?.kind !== "number") return [];
  const written = cellText(cell, draft);
  const mark = draft.locale.decimal === "," ? "IN-31 repair" : "IN-30 repair";
  const hasGroups = written.includes(draft.locale.group);
  const isMarked = hasGroups || (draft.locale.decimal === "," && written.includes(","));
  return [
    ...(isMarked ? [mark] : []),
    ...(hasGroups && draft.locale.group === "\u202f" ? ["IN-41 repair"] : []),
  ];
}

function originalTable(drafts: readonly Draft[]): Manifest["original"] {
  const owner = drafts.find(({ columns }) => columns.some(({ role }) => role === "kpi"));
  if (owner === undefined) throw new RangeError("no file holds the KPI");
  const { weeks, revenue, promo } = owner.original;
  const channels = drafts.flatMap(({ original }) => original.channels);
  const seen = channels.filter(({ impressions }) => impressions.length > 0);
  const control = owner.columns.find(({ role }) => role === "control")?.clean ?? null;
  const money = (cents: number) => Number(`${cents}e-2`);
  return {
    columns: [
      "week",
      "kpi",
      ...channels.map(({ name }) => `${name} spend`),
      ...seen.map(({ name }) => `${name} exposure`),
      ...(control === null ? [] : [control]),
    ],
    rows: weeks.map((week, row) => [
      week,
      money(revenue[row]),
      ...channels.map(({ spend }) => money(spend[row])),
      ...seen.map(({ impressions }) => impressions[row]),
      ...(control === null ? [] : [money(promo[row])]),
    ]),
  };
}
