/** Adds rows up while they are read, so that a file of millions of rows needs no more memory than its days and channels. */

import type { Cell, Table } from "../spreadsheet/table.ts";
import type { Column } from "./column.ts";
import { looksLikeDate } from "./date-text.ts";
import { isEmptyCell } from "./empty-cell.ts";
import { findHeaderRows, looksLikeNumber } from "./header-row.ts";
import {
  englishTokens,
  saysChannelColumn,
  saysExposure,
  saysGeo,
  saysPer,
  saysSpend,
} from "./header-tokens.ts";
import { type NumberHints, readNumbers, shownMark } from "./number-column.ts";

/** Takes rows in the order of the file; what it holds grows with dates and channels, not with rows. */
export interface RowSummer {
  /** Lines of the file, blank ones not counted, up to and with the names of the columns. */
  readonly skip: number;
  /** Rows beneath the header. */
  readonly add: (rows: ReadonlyArray<readonly Cell[]>) => void;
  /** Header and one row per date, channel and whatever else tells rows apart. */
  readonly finish: () => SummedRows;
}

export interface SummedRows {
  readonly table: Table;
  /** What could not be read as a number, in words; nothing may be computed then. */
  readonly faults: readonly string[];
}

const MOST = 0.8; // share of cells that must look like dates or numbers, as for the date column
const SCALE = 1e6; // sums are kept to a millionth, so that cents add up as on paper
const FAULTS = 5; // as many as one reads

interface Plan {
  readonly header: number;
  readonly headers: readonly string[];
  readonly keys: readonly number[];
  readonly sums: readonly number[];
}

interface Group {
  readonly cells: readonly Cell[];
  readonly sums: number[];
  readonly blank: boolean[];
}

/**
 * A summer for files that begin like the sample.
 *
 * Spend and exposure are added up; dates, channels, currencies, places and figures that are the same all day tell rows
 * apart; campaigns, rates and figures that vary within a day are left out, as they are when the file is read whole.
 *
 * @param sample - the first rows of the file, with its header.
 * @returns null where the sample shows no header, no date or no spend: such a file is not a long export.
 */
export function createRowSummer(sample: Table): RowSummer | null {
  const plan = planOf(sample);
  if (plan === null) return null;
  const hints = {
    tableMark: shownMark(columnsOf(sample.rows.slice(plan.header + 1), plan.sums, plan, 0)),
    answers: {},
  };
  const groups = new Map<string, Group>();
  const faults = new Set<string>();
  const skip = sample.rows
    .slice(0, plan.header + 1)
    .filter((row) => row.length > 1 || !row.every(isEmptyCell)).length;
  let count = 0;
  return {
    skip,
    add(rows) {
      addRows(rows, columnsOf(rows, plan.sums, plan, skip + count), plan, hints, groups, faults);
      count += rows.length;
    },
    finish: () => ({
      table: { ...tableOf(sample, plan, groups), addedUp: count },
      faults: [...faults],
    }),
  };
}

function planOf(sample: Table): Plan | null {
  const { header } = findHeaderRows(sample.rows, new Set());
  if (header === null) return null;
  const headers = (sample.rows[header] ?? []).map((cell) => String(cell ?? "").trim());
  const body = sample.rows.slice(header + 1);
  const share = (column: number, holds: (cell: Cell) => boolean) => {
    const filled = body.map((row) => row[column] ?? null).filter((cell) => !isEmptyCell(cell));
    return filled.length === 0 ? 0 : filled.filter(holds).length / filled.length;
  };
  const all = headers.map((_, column) => column);
  const dates = all.filter((column) => share(column, looksLikeDate) >= MOST);
  const numeric = all.filter((column) => !dates.includes(column) && share(column, looksLikeNumber) >= MOST);
  const sums = numeric.filter((column) => isSummed(headers[column] ?? ""));
  const [date] = dates;
  if (date === undefined || !sums.some((column) => saysSpend(headers[column] ?? ""))) return null;
  const daily = numeric.filter(
    (column) => !sums.includes(column) && !saysPer(headers[column] ?? "") && isDaily(body, date, column),
  );
  const named = all.filter(
    (column) => !numeric.includes(column) && !dates.includes(column) && tellsApart(headers[column] ?? ""),
  );
  return { header, headers, sums, keys: [...dates, ...named, ...daily] };
}

function isSummed(header: string): boolean {
  return (saysSpend(header) || saysExposure(header)) && !saysPer(header);
}

function tellsApart(header: string): boolean {
  return saysChannelColumn(header) || saysGeo(header) || englishTokens(header).includes("currency");
}

/** True where all rows of a date say the same: a figure of the whole business, such as its revenue. */
function isDaily(body: Table["rows"], date: number, column: number): boolean {
  const known = new Map<string, Cell>();
  return body.every((row) => {
    const day = String(row[date] ?? "");
    const cell = row[column] ?? null;
    const first = known.get(day);
    if (first === undefined) known.set(day, cell);
    return first === undefined || first === cell;
  });
}

/** @param before - lines of the file above the first row. */
function columnsOf(
  rows: Table["rows"],
  places: readonly number[],
  { headers }: Plan,
  before: number,
): Column[] {
  const lines = rows.map((_, row) => `line ${before + row + 1}`);
  return places.map((place) => {
    const header = headers[place] ?? "";
    return { header, headerCell: header, cells: rows.map((row) => row[place] ?? null), places: lines };
  });
}

function addRows(
  rows: Table["rows"],
  columns: readonly Column[],
  plan: Plan,
  hints: NumberHints,
  groups: Map<string, Group>,
  faults: Set<string>,
): void {
  const read = columns.map((column) => readNumbers(UNPLACED, column, hints));
  for (const { notes } of read) {
    const stops = notes.findings.filter(({ severity }) => severity === "stop");
    for (const { message } of [...stops, ...notes.questions]) if (faults.size < FAULTS) faults.add(message);
  }
  rows.forEach((row, at) => {
    if (row.every(isEmptyCell)) return;
    const cells = plan.keys.map((column) => row[column] ?? null);
    const key = JSON.stringify(cells);
    const group = groups.get(key) ?? {
      cells,
      sums: plan.sums.map(() => 0),
      blank: plan.sums.map(() => false),
    };
    groups.set(key, group);
    read.forEach(({ value }, place) => {
      const figure = value.values[at] ?? null;
      if (figure === null) group.blank[place] = true;
      else group.sums[place] = Math.round(((group.sums[place] ?? 0) + figure) * SCALE) / SCALE;
    });
  });
}

/** Cells of a stream have no place worth naming: rows are gone when they are added up. */
const UNPLACED = { file: "", sheet: null };

/** A blank among the rows of a group leaves its sum unknown: blank is never zero. */
function tableOf({ file, sheet }: Table, plan: Plan, groups: ReadonlyMap<string, Group>): Table {
  const head = [...plan.keys, ...plan.sums].map((column) => plan.headers[column] ?? "");
  const body = [...groups.values()].map(({ cells, sums, blank }) => [
    ...cells,
    ...sums.map((sum, place) => (blank[place] ? null : sum)),
  ]);
  return { file, sheet, rows: [head, ...body] };
}
