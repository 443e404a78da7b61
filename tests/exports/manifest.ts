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
  /** Every question on the way, with the answer that leads back to the original. */
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

export function manifestOf(draft: Draft): Manifest {
  const outcomes = draft.faults.map(({ outcome }) => outcome);
  const stops = sorted(outcomes.flatMap(({ stop }) => stop ?? []));
  const questions = outcomes.flatMap(({ ask }) => ask ?? []);
  const notes = [...dressNotes(draft), ...outcomes.flatMap((outcome) => outcome.notes ?? [])];
  return {
    files: [draft.file],
    shape: draft.shape,
    locale: draft.locale.name,
    currency: draft.locale.currency.code,
    format:
      draft.format.kind === "xlsx"
        ? "xlsx"
        : `csv ${JSON.stringify(draft.format.separator)} ${draft.format.encoding}`,
    faults: draft.faults.map(({ name }) => name),
    response: stops.length > 0 ? "stop" : questions.length > 0 ? "ask" : "clean",
    notes: stops.length > 0 ? [] : sorted(notes),
    questions: [...questions].sort((first, second) => (first.code < second.code ? -1 : 1)),
    stops,
    mended: sorted(outcomes.flatMap((outcome) => outcome.notes ?? []).map((note) => note.slice(0, 5))),
    lost: outcomes.flatMap(({ lost }) => lost ?? []).map(([week, name]) => [week, nameNow(name, draft)]),
    extra: outcomes.flatMap(({ extra }) => extra ?? []),
    original: originalTable(draft),
  };
}

/** A column's name under the header that later faults left it. */
function nameNow(name: string, { columns }: Draft): string {
  return columns.find(({ clean }) => clean?.endsWith(` / ${name}`))?.clean ?? name;
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

/** What the country's way of writing and the shape take, without any fault. */
function dressNotes(draft: Draft): string[] {
  const shape = draft.layout === "long" ? ["IN-10 repair"] : [];
  if (draft.format.kind === "xlsx") return shape;
  const cells = draft.rows.flat();
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

function originalTable({ original, columns }: Draft): Manifest["original"] {
  const control = columns.find(({ role }) => role === "control")?.clean ?? "";
  const money = (cents: number) => Number(`${cents}e-2`);
  return {
    columns: [
      "week",
      "kpi",
      ...original.channels.map(({ name }) => `${name} spend`),
      ...original.channels.map(({ name }) => `${name} exposure`),
      control,
    ],
    rows: original.weeks.map((week, row) => [
      week,
      money(original.revenue[row]),
      ...original.channels.map(({ spend }) => money(spend[row])),
      ...original.channels.map(({ impressions }) => impressions[row]),
      money(original.promo[row]),
    ]),
  };
}
