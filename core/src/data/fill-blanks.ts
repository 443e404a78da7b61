/** Blank cells: never zero by themselves, filled only as the user says, and counted. */

import { settle } from "./answer.ts";
import type { Weeks } from "./arrange-weeks.ts";
import { isoDate } from "./calendar.ts";
import type { NumberColumn } from "./column.ts";
import type { Where } from "./finding.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Notes, type Source } from "./notes.ts";
import { answered, mended } from "./repair.ts";
import { counted, listed } from "./wording.ts";

/** What a column is in the history; spend, exposure and events may truly have been zero, the KPI may not. */
export type ColumnRole = "kpi" | "spend" | "exposure" | "control" | "event";

/** A column on consecutive weeks without a blank. */
export interface WeekSeries {
  readonly header: string;
  readonly headerCell: string;
  /** [week] finite. */
  readonly values: Float64Array;
  /** [week] A1 name of the cell; the header's where the week has no row. */
  readonly places: readonly string[];
  /** Cells that were filled, or rest in part on what was. */
  readonly imputed: number;
  /** [such cell] week of `values`, ascending. */
  readonly filled: readonly number[];
}

type Gaps = ReadonlyArray<number | null>;

const ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  kpi: "the KPI",
  spend: "spend",
  exposure: "exposure",
  control: "the control",
  event: "the event",
};

/**
 * A column laid on weeks, its blanks filled by the user's answers (IN-23, IN-37, IN-38).
 *
 * @param column - [row] numbers or null.
 * @param weeks - the row of each week and the policy for weeks without one.
 * @returns null for a column without any number; open questions are noted and filled by interpolation meanwhile.
 */
export function fillBlanks(
  source: Source,
  column: NumberColumn,
  role: ColumnRole,
  weeks: Weeks,
  answers: Readonly<Record<string, string>>,
): Noted<WeekSeries | null> {
  const laid = weeks.rows.map((row) => (row === null ? null : (column.values[row] ?? null)));
  const places = weeks.rows.map((row) =>
    row === null ? column.headerCell : (column.places[row] ?? column.headerCell),
  );
  if (laid.every((value) => value === null)) return { value: null, notes: NO_NOTES };
  const blank = weeks.rows.map((row, week) => row !== null && laid[week] === null);
  const settled = blank.includes(true)
    ? askBlanks(
        source,
        column,
        role,
        places.filter((_, week) => blank[week]),
        weeks.unit ?? "week",
        answers,
      )
    : { value: null, notes: NO_NOTES };
  const blankPolicy = settled.value ?? "interpolate";
  const gapPolicy = gapPolicyOf(role, weeks.gapPolicy);
  const filled = laid.map((value, week) => value ?? fill(laid, week, blank[week] ? blankPolicy : gapPolicy));
  const imputed = laid.flatMap((value, week) => (value === null ? [week] : []));
  const values = Float64Array.from(filled);
  const { header, headerCell } = column;
  const estimated = new Set(column.estimated);
  const rests = laid.flatMap((value, week) =>
    value === null || estimated.has(weeks.rows[week] ?? -1) ? [week] : [],
  );
  const logged = imputed
    .filter((week) => (blank[week] ? settled.value : weeks.gapPolicy) !== null)
    .map((week) => filledCell(at(source, places[week] ?? null), header, weeks, week, filled[week] ?? 0));
  return {
    value: { header, headerCell, values, places, imputed: rests.length, filled: rests },
    notes: joinNotes(settled.notes, ...logged),
  };
}

/** The log's line for a filled cell; a week without a row has no cell, so that its date stands for it. */
function filledCell(where: Where, header: string, weeks: Weeks, week: number, value: number): Notes {
  if (weeks.rows[week] !== null)
    return mended({
      code: "IN-38",
      where,
      before: "(blank)",
      after: String(value),
      fixed: answered(`IN-38:${header}`),
    });
  const date = isoDate(weeks.starts[week] ?? 0);
  const place = `${header} ${date}`;
  const fixed = answered("IN-23");
  return mended({ code: "IN-23", where, before: `(no row for ${date})`, after: String(value), place, fixed });
}

/** A missing week's KPI and controls were something, even where nothing was spent. */
function gapPolicyOf(role: ColumnRole, policy: string | null): string {
  if (policy !== "zero") return policy ?? "interpolate";
  return role === "kpi" || role === "control" ? "interpolate" : "zero";
}

function askBlanks(
  source: Source,
  column: NumberColumn,
  role: ColumnRole,
  blanks: readonly string[],
  unit: string,
  answers: Readonly<Record<string, string>>,
): Noted<string | null> {
  const zeros = column.values.filter((value) => value === 0).length;
  const evidence = zeros > 0 ? ` Zeros are written out in ${counted(zeros, "other cell")}.` : "";
  const choices =
    role === "kpi" ? ["carry", "interpolate", "stop"] : ["zero", "carry", "interpolate", "stop"];
  return settle(
    {
      id: `IN-38:${column.header}`,
      code: "IN-38",
      where: at(source, blanks[0] ?? null),
      message: `IN-38 "${column.header}" (${ROLE_WORDS[role]}) is blank in ${counted(blanks.length, unit)}: ${listed(blanks)}. A blank is not a zero: what was it?${evidence}`,
      choices,
      default: "stop",
    },
    answers,
  );
}

/** A blank at the start or end has one neighbor only, which then stands for both. */
function fill(laid: Gaps, week: number, policy: string): number {
  if (policy === "zero") return 0;
  const before = neighbor(laid, week, -1);
  const after = neighbor(laid, week, 1);
  if (before === null || after === null) return before?.value ?? after?.value ?? 0;
  if (policy === "carry") return before.value;
  const share = (week - before.week) / (after.week - before.week);
  return before.value * (1 - share) + after.value * share;
}

function neighbor(laid: Gaps, week: number, step: -1 | 1): { week: number; value: number } | null {
  for (let at = week + step; at >= 0 && at < laid.length; at += step) {
    const value = laid[at] ?? null;
    if (value !== null) return { week: at, value };
  }
  return null;
}

/** A stop for a KPI without a single figure. */
export function emptyKpi(
  source: Source,
  column: { readonly header: string; readonly headerCell: string },
): Notes {
  return found(
    "stop",
    "IN-38",
    at(source, column.headerCell),
    `IN-38 "${column.header}" (the KPI) holds no figure at all.`,
    "Fill the column, or name another KPI in the brief.",
  );
}
