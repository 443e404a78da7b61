/** The result of reading a table: a history, or what stands in its way. */

import type { Brief } from "./brief.ts";
import type { MappedColumn } from "./column-evidence.ts";
import type { Finding, Question, Repair, Where } from "./finding.ts";
import type { MediaHistory } from "./media-history.ts";
import type { WeeklyTable } from "./weekly-table.ts";

/** Which header was taken for what; printed when the columns were guessed. */
export interface ColumnMapping {
  readonly date: string | null;
  readonly kpi: string | null;
  readonly channels: ReadonlyArray<{
    readonly name: string;
    readonly spend: string;
    readonly exposure: string | null;
  }>;
  readonly controls: readonly string[];
  readonly events: readonly string[];
  readonly ignored: readonly string[];
  readonly layout: "wide" | "long";
  /** Every column of the table with role, confidence and evidence; empty when nothing could be named. */
  readonly columns: readonly MappedColumn[];
  /** True when any of it was detected rather than stated in a brief. */
  readonly guessed: boolean;
}

/** A column that was read, and its cells. */
export interface ReadColumn {
  readonly column: string;
  readonly role: "date" | "kpi" | "spend" | "exposure" | "control";
  readonly where: Where;
}

export interface Reading {
  /** A weekly count of orders found beside a money KPI, used only to judge an order's value (IN-56). */
  readonly orders?: { readonly column: string; readonly values: Float64Array } | null;
  /** Null when a finding stops or a question is unanswered. */
  readonly history: MediaHistory | null;
  readonly mapping: ColumnMapping;
  /** Where the columns that were read stand in the user's files; absent when none could be read. */
  readonly columns?: readonly ReadColumn[];
  /** The clean table, to be used where `history` is not null; null when the columns could not be read. */
  readonly weekly?: WeeklyTable | null;
  /** The brief with every column that was detected; null when none could be. */
  readonly brief?: Brief | null;
  readonly findings: readonly Finding[];
  /** Only those without an answer in the brief. */
  readonly questions: readonly Question[];
  readonly repairs: readonly Repair[];
}
