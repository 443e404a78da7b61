/** Turns a long list of outside factors (date, factor, value) into a column per factor (C-03). */

import type { Brief, ControlBrief } from "./brief.ts";
import { isoDate } from "./calendar.ts";
import { type Column, columnRange, type Frame } from "./column.ts";
import { controlType } from "./control-type.ts";
import { isEmptyCell } from "./empty-cell.ts";
import { headerTokens } from "./header-tokens.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Notes } from "./notes.ts";
import { type NumberHints, readNumbers } from "./number-column.ts";
import type { Pivoted } from "./pivot-long.ts";
import { mended } from "./repair.ts";
import { counted, listed } from "./wording.ts";

const NAMING = new Set(["factor", "factors", "variable", "indicator", "control", "series"]);
const VALUE = new Set(["value", "values", "level", "index"]);

/**
 * The wide form of a list of factors.
 *
 * @param days - [row] day number of each row, null where unreadable.
 * @returns null when the table has no column of factors' names with one of values beside it; its controls are stated in
 * the brief that comes back. A factor with two values on one day is a stop (IN-22). E.g. rows "2024-01-01, cpi, 103.2"
 * make a column "cpi".
 */
export function pivotFactors(
  frame: Frame,
  date: Column,
  days: ReadonlyArray<number | null>,
  brief: Brief,
  hints: NumberHints,
): Noted<Pivoted | null> {
  const says = (words: ReadonlySet<string>) =>
    frame.columns.find(
      ({ header }) => header !== date.header && headerTokens(header).some((word) => words.has(word)),
    );
  const naming = says(NAMING);
  const value = says(VALUE);
  if (naming === undefined || value === undefined || naming === value)
    return { value: null, notes: NO_NOTES };
  const numbers = readNumbers(frame, value, hints);
  const rows = days.flatMap((day, row) =>
    day === null || isEmptyCell(naming.cells[row] ?? null) ? [] : [{ row, day, name: nameAt(naming, row) }],
  );
  const names = [...new Set(rows.map(({ name }) => name))].sort();
  const dates = [...new Set(rows.map(({ day }) => day))];
  const columns = names.map((name) => {
    const own = new Map(rows.filter((row) => row.name === name).map(({ day, row }) => [day, row]));
    const at0 = dates.map((day) => own.get(day) ?? -1);
    return {
      header: name,
      headerCell: value.headerCell,
      cells: at0.map((row) => numbers.value.values[row] ?? null),
      places: at0.map((row) => value.places[row] ?? value.headerCell),
    };
  });
  const rowOf = new Map(rows.map(({ day, row }) => [day, row]));
  const dateColumn = {
    ...date,
    cells: dates.map(isoDate),
    places: dates.map((day) => date.places[rowOf.get(day) ?? -1] ?? date.headerCell),
  };
  const controls: readonly ControlBrief[] = names.map((name) => ({
    column: name,
    type: controlType(name),
    sign: null,
  }));
  return {
    value: {
      frame: { ...frame, columns: [dateColumn, ...columns] },
      days: dates,
      brief: { ...brief, controls },
      channels: [],
      headers: { channel: naming.header, spend: value.header, exposure: null },
    },
    notes: joinNotes(numbers.notes, twice(frame, naming, rows), laid(frame, naming, names)),
  };
}

interface FactorRow {
  readonly row: number;
  readonly day: number;
  readonly name: string;
}

function nameAt(naming: Column, row: number): string {
  return String(naming.cells[row] ?? "").trim();
}

function twice(frame: Frame, naming: Column, rows: readonly FactorRow[]): Notes {
  const seen = new Set<string>();
  const again = rows.filter(({ day, name }) => {
    const key = `${day}|${name}`;
    const known = seen.has(key);
    seen.add(key);
    return known;
  });
  if (again.length === 0) return NO_NOTES;
  const places = again.map(({ row }) => naming.places[row] ?? naming.headerCell);
  return found(
    "stop",
    "IN-22",
    at(frame, places[0] ?? null),
    `IN-22 ${counted(again.length, "row")} give a factor a second value on the same date: ${listed(places)}.`,
    "Keep one value per factor and date.",
  );
}

function laid(frame: Frame, naming: Column, names: readonly string[]): Notes {
  return mended({
    code: "IN-10",
    where: at(frame, columnRange(naming)),
    before: `a row per date and "${naming.header}"`,
    after: `a column per factor: ${listed(names)}`,
    place: naming.header,
    fixed: "the same figures stand in another place",
  });
}
