/** One check that the workbook makes of itself: a value, a limit and a live verdict. */

import { cellAt } from "../layout/address.ts";
import { methodologyCell } from "../places/diagnostic-places.ts";
import type { RunContext } from "../report-context.ts";

/** A formula with the number that it computes to now. */
export interface LiveNumber {
  readonly formula: string;
  readonly value: number;
}

export interface WorkbookCheck {
  readonly id: string;
  /** What holds when the check is met, in plain words. */
  readonly says: string;
  readonly value: LiveNumber;
  readonly limit: number | LiveNumber;
  /** most: met while value ≤ limit; least: met while value ≥ limit. */
  readonly holds: "most" | "least";
  readonly format: string;
  /** Sheet on which to look. */
  readonly sheet: string;
}

/** True while the check is met, as its status formula says. */
export function isMet({ value, limit, holds }: WorkbookCheck): boolean {
  const bound = typeof limit === "number" ? limit : limit.value;
  return holds === "most" ? value.value <= bound : value.value >= bound;
}

/** The verdict over all checks as row 2 of every sheet repeats it. */
export function checksVerdict(checks: readonly WorkbookCheck[]): string {
  const missed = checks.filter((check) => !isMet(check)).length;
  return missed === 0 ? `All ${checks.length} checks met` : `${missed} of ${checks.length} checks not met`;
}

/** A limit that is a row of Methodology, live where the workbook shows it. */
export function methodologyLimit(context: RunContext, key: string, otherwise: number): number | LiveNumber {
  const row = context.methodology.find((each) => each.key === key);
  const cell = methodologyCell(context.methodology, key);
  const isShown = context.sheets.includes("Methodology");
  if (row === undefined || cell === null) return otherwise;
  return isShown ? { formula: cell, value: row.value } : row.value;
}

/** The relative distance of two live totals: |one / other − 1|. */
export function apart(one: LiveNumber, other: LiveNumber): LiveNumber {
  return { formula: `ABS(${one.formula}/${other.formula}-1)`, value: Math.abs(one.value / other.value - 1) };
}

/** A live cell of a sheet. */
export function liveCell(sheet: string, row: number, column: number, value: number): LiveNumber {
  return { formula: cellAt(sheet, row, column), value };
}
