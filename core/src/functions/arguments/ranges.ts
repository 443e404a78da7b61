/** Arguments that are ranges: series of weeks, tables of channels, dates. */

import { readDate } from "../../data/date-text.ts";
import type { Cell } from "../../spreadsheet/table.ts";
import type { Parameter } from "../function-spec.ts";
import { column, type Fault, fault, type Given, isFault, type Matrix } from "../outcome.ts";

/** A column or row of numbers, oldest first. */
export interface Series {
  readonly values: Float64Array;
  /** The header above the numbers, or null. */
  readonly header: string | null;
  /** The values in the shape and place of the argument, "" where its header stood. */
  readonly shaped: (values: ArrayLike<number>) => Matrix;
}

/** Columns of one length. */
export interface Columns {
  readonly headers: readonly string[];
  /** [column][row] */
  readonly columns: readonly Float64Array[];
}

function matrixOf(given: Given): Matrix {
  return Array.isArray(given) ? (given as Matrix) : [[given as Cell]];
}

function isText(cell: Cell): boolean {
  return typeof cell === "string" && cell.trim() !== "";
}

/** Cells as numbers; blanks are never zero, and text is no number. */
function numbersOf(name: string, cells: readonly Cell[], first: number): number[] | Fault {
  const values: number[] = [];
  for (const [place, cell] of cells.entries()) {
    const row = first + place;
    if (cell === null || cell === "")
      return fault("#VALUE!", `${name}: blank week at row ${row} - see Audit; a blank is not a zero`);
    if (typeof cell !== "number" || !Number.isFinite(cell))
      return fault("#VALUE!", `${name}: no number at row ${row}`);
    values.push(cell);
  }
  return values.length === 0 ? fault("#VALUE!", `${name} holds no number`) : values;
}

function readSeries(name: string, given: Given): Series | Fault {
  const matrix = matrixOf(given);
  const isRow = matrix.length === 1;
  if (!isRow && matrix.some((row) => row.length !== 1))
    return fault("#VALUE!", `${name} must be one column or one row`);
  const cells = isRow ? [...(matrix[0] ?? [])] : matrix.map((row) => row[0] ?? null);
  const header = isText(cells[0] ?? null) && cells.length > 1 ? String(cells[0]).trim() : null;
  const skip = header === null ? 0 : 1;
  const values = numbersOf(name, cells.slice(skip), skip + 1);
  if (isFault(values)) return values;
  return {
    values: Float64Array.from(values),
    header,
    shaped(results) {
      const all: Cell[] = [...(header === null ? [] : [""]), ...Array.from(results)];
      return isRow ? [all] : column(all);
    },
  };
}

/** A series of weeks; a header above it is left aside. */
export function series(name: string, description: string): Parameter<Series> {
  return { name, description, kind: "range", optional: false, read: (given) => readSeries(name, given) };
}

/** A series that may be left out. */
export function optionalSeries(name: string, description: string): Parameter<Series | null> {
  return {
    name,
    description,
    kind: "range",
    optional: true,
    read: (given) => (given === null || given === "" ? null : readSeries(name, given)),
  };
}

/** A table with one column per channel, with or without a row of names. */
export function columns(name: string, description: string): Parameter<Columns> {
  return {
    name,
    description,
    kind: "range",
    optional: false,
    read: (given) => readColumns(name, matrixOf(given)),
  };
}

function readColumns(name: string, matrix: Matrix): Columns | Fault {
  const [head = []] = matrix;
  const hasNames = matrix.length > 1 && head.some(isText);
  const body = hasNames ? matrix.slice(1) : matrix;
  const read = head.map((_, place) =>
    numbersOf(
      `${name}, column ${place + 1}`,
      body.map((row) => row[place] ?? null),
      hasNames ? 2 : 1,
    ),
  );
  const wrong = read.find(isFault);
  if (wrong !== undefined) return wrong;
  const numbers = read.flatMap((values) => (isFault(values) ? [] : [Float64Array.from(values)]));
  return {
    headers: head.map((cell, place) => (hasNames ? String(cell ?? "") : `column ${place + 1}`)),
    columns: numbers,
  };
}

/** A series of dates as serials or ISO text: day numbers since 1970. */
export function dates(name: string, description: string): Parameter<readonly number[]> {
  return {
    name,
    description,
    kind: "range",
    optional: false,
    read(given) {
      const cells = matrixOf(given).flat();
      const first = readDate(cells[0] ?? null);
      const body = first === null ? cells.slice(1) : cells;
      const days: number[] = [];
      for (const [place, cell] of body.entries()) {
        const reading = readDate(cell);
        if (reading?.kind !== "day")
          return fault(
            "#VALUE!",
            `${name}: no unambiguous date at place ${place + 1}; write dates as YYYY-MM-DD`,
          );
        days.push(reading.days);
      }
      return days.length === 0 ? fault("#VALUE!", `${name} holds no date`) : days;
    },
  };
}
