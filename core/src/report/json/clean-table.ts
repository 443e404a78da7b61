/** The fixed JSON of `marginal clean --json`: fields may be added, never renamed. */

import type { MappedColumn } from "../../data/column-evidence.ts";
import type { Finding, Question, Repair } from "../../data/finding.ts";
import type { Reading } from "../../data/reading.ts";
import type { WeeklyTable } from "../../data/weekly-table.ts";

export interface CleanTable {
  /** Null while a question is open or a fault stops. */
  readonly table: WeeklyTable | null;
  readonly mapping: readonly MappedColumn[];
  readonly repairs: readonly Repair[];
  readonly questions: readonly Question[];
  readonly findings: readonly Finding[];
}

/** What a reading made of the user's table; e.g. `table` is null for a reading with an open question. */
export function cleanTable(reading: Reading): CleanTable {
  const { history, weekly, mapping, repairs, questions, findings } = reading;
  return {
    table: history === null ? null : (weekly ?? null),
    mapping: mapping.columns,
    repairs,
    questions,
    findings,
  };
}
