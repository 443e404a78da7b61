/** Reads a column of cells as numbers, by the decimal mark that the column itself gives away. */

import type { Cell } from "../spreadsheet/table.ts";
import { settle } from "./answer.ts";
import { type Column, columnRange, type NumberColumn } from "./column.ts";
import { at, found, joinAll, joinNotes, NO_NOTES, type Noted, type Notes, type Source } from "./notes.ts";
import {
  type DecimalMark,
  digitsValue,
  isBlankWord,
  isErrorText,
  type MarkEvidence,
  markEvidence,
  type NumberParts,
  numberParts,
  visibleText,
} from "./number-text.ts";
import { isUndone, mended, type RepairCode, unmended } from "./repair.ts";
import { counted, listed } from "./wording.ts";

/** One cell read: a number, nothing, or a reason why it is neither. */
type CellReading =
  | {
      readonly kind: "number";
      readonly value: number;
      readonly codes: readonly RepairCode[];
      readonly percent: boolean;
    }
  | { readonly kind: "blank"; readonly codes: readonly RepairCode[] }
  | { readonly kind: "bad"; readonly code: "IN-12" | "IN-30" | "IN-44" }
  /** Left as the text that it is, because the user took a repair back. */
  | { readonly kind: "undone"; readonly codes: readonly RepairCode[] };

export interface NumberHints {
  /** The decimal mark that the table's other columns show, or null. */
  readonly tableMark: DecimalMark | null;
  readonly answers: Readonly<Record<string, string>>;
}

const RESIDUE = 1e-15; // what subtracting equal doubles leaves (0.1 + 0.2 − 0.3 is 5.6e-17): a zero, not a spend
const LARGEST = 1e15; // beyond it a double no longer keeps single units apart (2^53 is about 9e15)

const BAD_CELLS = {
  "IN-12": ["spreadsheet errors", "Mend the formulas, or paste the values over them, and run again."],
  "IN-30": ["cells that are no numbers", "Write numbers there, or clear the cells if nothing is known."],
  "IN-44": ["cells that are infinite or beyond 1e15", "Write the real numbers there, or clear the cells."],
} as const;

/**
 * The decimal mark that the texts of some columns show without doubt, or null when they show none or both.
 *
 * @returns e.g. "." for a column with "1,234.50" in it.
 */
export function shownMark(columns: readonly Column[]): DecimalMark | null {
  const marks = new Set(columns.flatMap((column) => evidences(column.cells)));
  if (marks.has(".") === marks.has(",")) return null;
  return marks.has(".") ? "." : ",";
}

function evidences(cells: readonly Cell[]): MarkEvidence[] {
  const seen = new Set<MarkEvidence>();
  for (const cell of cells) {
    if (typeof cell !== "string") continue;
    const parts = numberParts(cell);
    if (parts === null) continue;
    const evidence = markEvidence(parts.digits);
    // "5.026K" rounds to thousands: nobody writes a thousands mark before the K, so that it leaves no doubt.
    if (parts.scale === 1 || evidence !== "dot") seen.add(evidence);
  }
  return [...seen];
}

/**
 * Reads a column as numbers (IN-12, IN-30, IN-31, IN-32, IN-34, IN-35, IN-36, IN-37, IN-41, IN-44).
 *
 * @param column - cells as they came; "1,234.50" is 1234.5, "(5)" is -5, "--" is nothing.
 * @param hints - the table's decimal mark and the user's answers.
 * @returns [row] finite numbers or null, with every repair, question and unreadable cell noted.
 */
export function readNumbers(source: Source, column: Column, hints: NumberHints): Noted<NumberColumn> {
  const mark = columnMark(source, column, hints);
  const written = column.cells.map((cell) => readCell(cell, mark.value ?? ownMark(cell)));
  const readings = written.map((reading, row) => takeBack(reading, column, row, hints));
  const percent = percentScale(source, column, readings, hints);
  const values = readings.map((reading) => {
    if (reading.kind !== "number") return null;
    return reading.percent || percent.value ? shifted(reading.value, -2) : reading.value;
  });
  const { header, headerCell, places, estimated = [] } = column;
  return {
    value: { header, headerCell, places, values, estimated },
    notes: joinNotes(
      mark.notes,
      percent.notes,
      badCells(source, column, readings),
      undoneCells(source, column, readings),
      repairs(source, column, written, values, hints),
    ),
  };
}

/** Null where the column contradicts itself: each cell then stands for itself until the user mends it. */
function columnMark(source: Source, column: Column, hints: NumberHints): Noted<DecimalMark | null> {
  const seen = evidences(column.cells);
  if (seen.includes(".") && seen.includes(",")) return contradiction(source, column);
  if (seen.includes(".")) return { value: ".", notes: NO_NOTES };
  if (seen.includes(",")) return { value: ",", notes: NO_NOTES };
  if (hints.tableMark !== null) return { value: hints.tableMark, notes: NO_NOTES };
  if (!seen.includes("dot")) return { value: ".", notes: NO_NOTES };
  const question = {
    id: `IN-31:${column.header}`,
    code: "IN-31",
    where: at(source, columnRange(column)),
    message: `IN-31 In "${column.header}" a dot always stands before three digits (as in 1.234): is it a decimal point or a thousands mark?`,
    choices: ["decimal", "thousands", "stop"],
    default: "decimal",
  };
  const settled = settle(question, hints.answers);
  return { value: settled.value === "thousands" ? "," : ".", notes: settled.notes };
}

function ownMark(cell: Cell): DecimalMark {
  return typeof cell === "string" && markEvidence(numberParts(cell)?.digits ?? "") === "," ? "," : ".";
}

function contradiction(source: Source, column: Column): Noted<null> {
  const commas = column.places.filter((_, row) => ownMark(column.cells[row] ?? null) === ",");
  const notes = found(
    "stop",
    "IN-31",
    at(source, commas[0] ?? column.headerCell),
    `IN-31 "${column.header}" writes decimals with a point in some cells and with a comma in others (${listed(commas)}).`,
    "Use one decimal mark in the whole column and run again.",
  );
  return { value: null, notes };
}

function readCell(cell: Cell, mark: DecimalMark): CellReading {
  if (cell === null) return { kind: "blank", codes: [] };
  if (typeof cell === "boolean") {
    return { kind: "number", value: cell ? 1 : 0, codes: ["IN-30"], percent: false };
  }
  if (typeof cell === "string") return readText(cell, mark);
  return fromValue(cell, [], false);
}

function readText(text: string, mark: DecimalMark): CellReading {
  const clean = visibleText(text);
  if (clean === "") return { kind: "blank", codes: [] };
  if (isBlankWord(clean)) return { kind: "blank", codes: ["IN-37"] };
  if (isErrorText(clean)) return { kind: "bad", code: "IN-12" };
  if (/^[-+]?(?:inf|infinity|∞)$/i.test(clean)) return { kind: "bad", code: "IN-44" };
  const parts = numberParts(text);
  return parts === null ? { kind: "bad", code: "IN-30" } : fromParts(parts, mark);
}

function fromParts(parts: NumberParts, mark: DecimalMark): CellReading {
  const digits = digitsValue(parts.digits, mark);
  if (digits === null) return { kind: "bad", code: "IN-30" };
  const grouped = /[,' ]/.test(parts.digits);
  const codes: RepairCode[] = [...parts.codes];
  if (grouped) codes.push(mark === "." ? "IN-30" : "IN-31");
  return fromValue(
    (parts.negative ? -1 : 1) * shifted(digits, Math.log10(parts.scale)),
    codes,
    parts.percent,
  );
}

/** A number with its decimal point moved as on paper: 2.45 × 100 is 245, not 245.00000000000003. */
function shifted(value: number, places: number): number {
  const text = String(value);
  if (places === 0 || text.includes("e")) return value * 10 ** places;
  return Number(`${text}e${Math.round(places)}`);
}

function fromValue(value: number, codes: readonly RepairCode[], percent: boolean): CellReading {
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST) return { kind: "bad", code: "IN-44" };
  if (Math.abs(value) >= RESIDUE) return { kind: "number", value, codes, percent };
  return { kind: "number", value: 0, codes: value === 0 ? codes : [...codes, "IN-44"], percent };
}

function placeOf(column: Column, row: number): string {
  return column.places[row] ?? column.headerCell;
}

/** Every repair that a cell's reading took, the percent sign's with it. */
function repairsOf(reading: CellReading): readonly RepairCode[] {
  if (reading.kind === "bad") return [];
  return reading.kind === "number" && reading.percent ? [...reading.codes, "IN-36"] : reading.codes;
}

function isTakenBack(reading: CellReading, place: string, { answers }: NumberHints): boolean {
  return repairsOf(reading).some((code) => isUndone(answers, code, place));
}

/** One repair undone leaves the whole cell as it was read: its number where it holds one, else its text. */
function takeBack(reading: CellReading, column: Column, row: number, hints: NumberHints): CellReading {
  if (!isTakenBack(reading, placeOf(column, row), hints)) return reading;
  const cell = column.cells[row] ?? null;
  return typeof cell === "number"
    ? { kind: "number", value: cell, codes: [], percent: false }
    : { kind: "undone", codes: repairsOf(reading) };
}

/** Percent signs in some cells only: are the others percent too (IN-36)? True when they are. */
function percentScale(
  source: Source,
  column: Column,
  readings: readonly CellReading[],
  hints: NumberHints,
): Noted<boolean> {
  const numbers = readings.filter((reading) => reading.kind === "number");
  const signed = numbers.filter((reading) => reading.percent);
  if (signed.length === 0 || signed.length === numbers.length) return { value: false, notes: NO_NOTES };
  const question = {
    id: `IN-36:${column.header}`,
    code: "IN-36",
    where: at(source, columnRange(column)),
    message: `IN-36 "${column.header}" has a percent sign in ${signed.length} of ${counted(numbers.length, "cell")}: are the others percent or fractions?`,
    choices: ["percent", "fraction", "stop"],
    default: "percent",
  };
  const settled = settle(question, hints.answers);
  return { value: settled.value === "percent", notes: settled.notes };
}

function badCells(source: Source, column: Column, readings: readonly CellReading[]): Notes {
  const codes = ["IN-12", "IN-30", "IN-44"] as const;
  return joinNotes(
    ...codes.map((code) => {
      const places = column.places.filter((_, row) => {
        const reading = readings[row];
        return reading?.kind === "bad" && reading.code === code;
      });
      if (places.length === 0) return NO_NOTES;
      const [what, remedy] = BAD_CELLS[code];
      const message = `${code} "${column.header}" has ${what}: ${listed(places)}.`;
      return found("stop", code, at(source, places[0] ?? null), message, remedy);
    }),
  );
}

function undoneCells(source: Source, column: Column, readings: readonly CellReading[]): Notes {
  return joinAll(
    readings.map((reading, row) => {
      if (reading.kind !== "undone") return NO_NOTES;
      const [place, code] = [placeOf(column, row), reading.codes[0] ?? "IN-30"];
      return found(
        "stop",
        code,
        at(source, place),
        `${code} ${place} in "${column.header}" stays "${String(column.cells[row])}", which is no number: you undid its repair.`,
        `Correct the cell in the file, or take ${reading.codes.map((each) => `"${each}:${place}"`).join(" and ")} out of the answers.`,
      );
    }),
  );
}

function repairs(
  source: Source,
  column: Column,
  written: readonly CellReading[],
  values: ReadonlyArray<number | null>,
  hints: NumberHints,
): Notes {
  return joinAll(
    written.flatMap((reading, row) => {
      const value = values[row] ?? null;
      const place = placeOf(column, row);
      const where = at(source, place);
      const before = String(column.cells[row]);
      const after = value === null ? "(blank)" : String(value);
      const isUndoneHere = isTakenBack(reading, place, hints);
      return repairsOf(reading).map((code) =>
        isUndoneHere ? unmended({ code, where, before }) : mended({ code, where, before, after }),
      );
    }),
  );
}
