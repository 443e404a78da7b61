/** Finds the header row above the data, past preamble lines and beneath grouped headers. */

import type { Cell } from "../spreadsheet/table.ts";
import { looksLikeDate } from "./date-text.ts";
import { isEmptyCell } from "./empty-cell.ts";
import { plainHeader } from "./header-tokens.ts";
import { isBlankWord, numberParts } from "./number-text.ts";

export interface HeaderRows {
  /** Row of the column names; null when the first row is data already (IN-01). */
  readonly header: number | null;
  /** Row above it that groups the columns ("Meta" over "Spend", "Clicks"), or null (IN-03, IN-04). */
  readonly group: number | null;
  /** First row of data. */
  readonly firstData: number;
}

/** True for a number, or a text that reads as one. */
export function looksLikeNumber(cell: Cell): boolean {
  if (typeof cell === "number") return true;
  if (typeof cell !== "string") return false;
  const text = cell.trim();
  return text !== "" && !isBlankWord(text) && !looksLikeDate(cell) && numberParts(cell) !== null;
}

/**
 * Which rows hold the column names.
 *
 * @param rows - [row][column].
 * @param statedNames - names that the brief gives; a row that holds them is the header.
 * @returns e.g. for rows "Report", "", "Week | Spend", "2024-01-01 | 5": header 2, firstData 3.
 */
export function findHeaderRows(
  rows: ReadonlyArray<readonly Cell[]>,
  statedNames: ReadonlySet<string>,
): HeaderRows {
  const firstData = firstDataRow(rows);
  const above = rows.map((_, row) => row).filter((row) => row < firstData && !rows[row]?.every(isEmptyCell));
  let header: number | null = null;
  let best = 0;
  for (const row of above) {
    const score = headerScore(rows[row] ?? [], statedNames);
    if (score >= best) {
      header = row;
      best = score;
    }
  }
  if (header === null) return { header, group: null, firstData };
  if (isGroupsOf(rows[header] ?? [], rows[header + 1] ?? []) && header + 1 < firstData) header += 1;
  return { header, group: groupRow(rows, header), firstData: firstBeneath(rows, header, firstData) };
}

/** A row of many channels holds more names than the "Spend", "Clicks" beneath it, but leaves the date's column empty. */
function isGroupsOf(above: readonly Cell[], names: readonly Cell[]): boolean {
  return isEmptyCell(above[0] ?? null) && !isEmptyCell(names[0] ?? null) && !names.some(looksLikeNumber);
}

/** A row of numbers beneath the names is data even if its date is no date: it must be named, not skipped. */
function firstBeneath(rows: ReadonlyArray<readonly Cell[]>, header: number, firstData: number): number {
  const beneath = rows.findIndex((row, place) => place > header && row.some(looksLikeNumber));
  return beneath < 0 ? firstData : Math.min(beneath, firstData);
}

function firstDataRow(rows: ReadonlyArray<readonly Cell[]>): number {
  const dated = rows.findIndex((row) => row.some(looksLikeDate) && row.some(looksLikeNumber));
  if (dated >= 0) return dated;
  const numeric = rows.findIndex((row) => row.filter(looksLikeNumber).length >= 2);
  if (numeric >= 0) return numeric;
  const first = rows.findIndex((row) => !row.every(isEmptyCell));
  return first < 0 ? 0 : first + 1;
}

/** Names of the brief count most, then different texts: a units row repeats itself, a preamble line is short. */
function headerScore(cells: readonly Cell[], statedNames: ReadonlySet<string>): number {
  const texts = new Set(
    cells.filter((cell) => !isEmptyCell(cell) && !looksLikeNumber(cell)).map((cell) => String(cell).trim()),
  );
  const stated = [...texts].filter((text) => statedNames.has(plainHeader(text))).length;
  return stated * (cells.length + 1) + texts.size;
}

function groupRow(rows: ReadonlyArray<readonly Cell[]>, header: number): number | null {
  const names = (rows[header] ?? [])
    .filter((cell) => !isEmptyCell(cell))
    .map((cell) => plainHeader(String(cell)));
  if (header === 0 || new Set(names).size === names.length) return null;
  const above = rows[header - 1] ?? [];
  const labels = above.filter((cell) => !isEmptyCell(cell));
  return labels.length > 0 && isEmptyCell(above[0] ?? null) ? header - 1 : null;
}
