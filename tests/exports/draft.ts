/** An export before it is a file: cells that still know what they are, and what is to come of reading them. */

import { mondayOf } from "./days.ts";
import type { Locale } from "./locales.ts";
import type { Original } from "./original.ts";

export type Cell =
  | null
  /** Written as it stands, whatever the country; a date keeps the day that it stands for, as does a date that is off. */
  | { readonly kind: "text"; readonly text: string; readonly iso?: string }
  | { readonly kind: "date"; readonly iso: string; readonly week?: string }
  /** A whole number of the last written place, and how many places are written after the mark. */
  | { readonly kind: "number"; readonly units: number; readonly decimals: number };

export interface Column {
  readonly role: "date" | "kpi" | "spend" | "exposure" | "control" | "channel" | "other";
  readonly header: string;
  /** Its name in the clean table; null for what does not reach it under a name of its own. */
  readonly clean: string | null;
}

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252" | "shift_jis";

export type Format =
  | { readonly kind: "csv"; readonly separator: "," | ";" | "\t" | "|"; readonly encoding: Encoding }
  | { readonly kind: "xlsx"; readonly sheet: string };

/** What one fault does to the reading. */
export interface Outcome {
  /** "IN-06 repair", "IN-07 warn": what is noted when all questions are answered. */
  readonly notes?: readonly string[];
  /** The question and the answer that leads back to the original; "(default)" is the one that it proposes. */
  readonly ask?: { readonly code: string; readonly choice: string };
  readonly stop?: string;
  /** Figures that are lost, and that the answer fills: [week, name in the clean table]. */
  readonly lost?: ReadonlyArray<readonly [string, string]>;
  /** Columns that the clean table may hold beside the original's. */
  readonly extra?: readonly string[];
}

export interface Draft {
  readonly file: string;
  readonly shape: string;
  /** A row per week, per week and channel, or per day (and campaign). */
  readonly layout: "wide" | "long" | "daily";
  readonly original: Original;
  readonly locale: Locale;
  /** How dates and numbers are written where a file has text only. */
  readonly style: { readonly dates: "iso" | "local"; readonly numbers: "plain" | "grouped" };
  readonly format: Format;
  readonly columns: readonly Column[];
  /** [row][column] */
  readonly rows: ReadonlyArray<readonly Cell[]>;
  readonly above: ReadonlyArray<readonly Cell[]>;
  readonly below: ReadonlyArray<readonly Cell[]>;
  /** [column] names above the header; null without such a row. */
  readonly groups: readonly string[] | null;
  /** True when a group's name stands in the first of its columns only. */
  readonly merged: boolean;
  readonly transposed: boolean;
  /** Rows of `rows` that a filter hides. */
  readonly hidden: readonly number[];
  readonly faults: ReadonlyArray<{ readonly name: string; readonly outcome: Outcome }>;
}

export const text = (value: string): Cell => ({ kind: "text", text: value });
export const dateText = (value: string, iso: string): Cell => ({ kind: "text", text: value, iso });
export const date = (iso: string): Cell => ({ kind: "date", iso });
export const whole = (units: number): Cell => ({ kind: "number", units, decimals: 0 });
export const cents = (units: number): Cell => ({ kind: "number", units, decimals: 2 });

/** Places of the columns of a role. */
export function placesOf(draft: Draft, role: Column["role"]): number[] {
  return draft.columns.flatMap((column, place) => (column.role === role ? [place] : []));
}

/** The draft with one cell in its row replaced. */
export function withCell(draft: Draft, row: number, place: number, cell: Cell): Draft {
  const rows = draft.rows.map((cells, at) => (at === row ? cells.with(place, cell) : cells));
  return { ...draft, rows };
}

/** The draft with every cell of a column replaced. */
export function withColumn(draft: Draft, place: number, cell: (own: Cell, row: number) => Cell): Draft {
  return { ...draft, rows: draft.rows.map((cells, row) => cells.with(place, cell(cells[place], row))) };
}

/** The draft with a column more, at the end. */
export function withExtra(draft: Draft, column: Column, cell: (row: number) => Cell): Draft {
  return {
    ...draft,
    columns: [...draft.columns, column],
    rows: draft.rows.map((cells, row) => [...cells, cell(row)]),
  };
}

/** Rows of the week of a date. */
export function rowsOf(draft: Draft, iso: string): number[] {
  const [place] = placesOf(draft, "date");
  return draft.rows.flatMap((cells, row) => {
    const cell = cells[place];
    return isoOf(cell) === iso ? [row] : [];
  });
}

/** Name in the clean table of a figure: a long table's by the channel that its row names. */
export function cleanName(draft: Draft, row: number, place: number): string {
  const { role, clean } = draft.columns[place];
  if (draft.layout !== "long" || clean !== null) return clean ?? "";
  const channel = draft.rows[row][placesOf(draft, "channel")[0]];
  return `${channel?.kind === "text" ? channel.text : ""} ${role}`;
}

function isoOf(cell: Cell): string {
  if (cell?.kind === "date") return cell.week ?? cell.iso;
  return cell?.kind === "text" ? (cell.iso ?? "") : "";
}

/** The week that a row's date stands in, however it is written. */
export function weekOf(draft: Draft, row: number): string {
  return mondayOf(isoOf(draft.rows[row][placesOf(draft, "date")[0]]));
}
