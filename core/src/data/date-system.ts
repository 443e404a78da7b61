/** Serial dates counted from 1904 instead of 1900, as old Excel for Mac wrote them (IN-17). */

import type { Cell } from "../spreadsheet/table.ts";
import { settle } from "./answer.ts";
import { weekday } from "./calendar.ts";
import { type Column, columnRange } from "./column.ts";
import { at, joinNotes, NO_NOTES, type Noted, type Source } from "./notes.ts";
import { answered, mended } from "./repair.ts";

/** Days between the two systems' first days, 1900-01-01 counted with Excel's 1900-02-29. */
const SHIFT = 1462;
const TUESDAY = 1;
const ENOUGH = 3; // two weeks on a Tuesday are chance

/**
 * The days, shifted where the user says that they were counted from 1904.
 *
 * Weekly serials that all fall on a Tuesday are Mondays in the 1904 system: no business starts its weeks on Tuesdays.
 *
 * @param days - [row] day numbers as the 1900 system reads them.
 * @param today - the shifted days must not lie after it.
 */
export function settleDateSystem(
  source: Source,
  column: Column,
  days: ReadonlyArray<number | null>,
  answers: Readonly<Record<string, string>>,
  today: number,
): Noted<ReadonlyArray<number | null>> {
  const known = days.filter((day) => day !== null);
  const last = known.reduce((latest, day) => Math.max(latest, day), Number.NEGATIVE_INFINITY);
  const isSuspect =
    known.length >= ENOUGH &&
    column.cells.every((cell, row) => days[row] === null || isSerial(cell)) &&
    known.every((day) => weekday(day) === TUESDAY) &&
    last + SHIFT <= today;
  if (!isSuspect) return { value: days, notes: NO_NOTES };
  const where = at(source, columnRange(column));
  const settled = settle(
    {
      id: "IN-17",
      code: "IN-17",
      where,
      message: `IN-17 The dates of "${column.header}" are bare numbers that all fall on a Tuesday; counted from 1904, as Excel for Mac did, they are Mondays four years later. Which is right?`,
      choices: ["1904", "1900", "stop"],
      default: "1904",
    },
    answers,
  );
  if (settled.value !== "1904") return { value: days, notes: settled.notes };
  const logged = mended({
    code: "IN-17",
    where,
    before: "dates counted from 1900",
    after: "dates counted from 1904",
    place: column.header,
    fixed: answered("IN-17"),
  });
  return {
    value: days.map((day) => (day === null ? null : day + SHIFT)),
    notes: joinNotes(settled.notes, logged),
  };
}

function isSerial(cell: Cell): boolean {
  return typeof cell === "number" || (typeof cell === "string" && /^\s*\d{5}\s*$/.test(cell));
}
