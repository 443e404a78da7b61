/** Reads one cell as a date, as far as the cell alone tells. */

import type { Cell } from "../spreadsheet/table.ts";
import { daysFromDate, isoWeekMonday, isRealDate } from "./calendar.ts";
import { monthNumber } from "./month-names.ts";
import { visibleText } from "./number-text.ts";

/** What a cell says about its date; `code` names the repair that reading it was. */
export type DateReading =
  | {
      readonly kind: "day";
      readonly days: number;
      readonly code: string | null;
      readonly offset: string | null;
    }
  /** Day and month in either order, as in 03/04/2024. */
  | { readonly kind: "order"; readonly first: number; readonly second: number; readonly year: string }
  /** A named month with a year of two digits, which the methodology pivots (IN-18). */
  | { readonly kind: "shortYear"; readonly month: number; readonly day: number; readonly year: string }
  | { readonly kind: "month"; readonly days: number }
  | { readonly kind: "range" };

const LONGEST = 60; // characters; the longest written range of dates has about 45
const SERIAL_EPOCH = 25_569; // 1970-01-01 in the 1900 date system of Excel, Sheets and LibreOffice
const SERIAL_FIRST = 20_000; // 1954-10-03
const SERIAL_LAST = 80_000; // 2119-01-10

/** "Mon, ", "Mi. ", "lundi " before a date; "(月)" behind one. */
const WEEKDAY =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mardi|mer|jeu|ven|sam|dim)[a-z]*\.?,?\s+)(?=\d)|\s*\([月火水木金土日]\)$/i;
const TIME = String.raw`(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, "i");
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${TIME}$`, "i");

/** Day number of an Excel serial in the 1900 system, or null outside 1954–2119; 43922 is 2020-04-01. */
export function daysFromSerial(serial: number): number | null {
  return serial >= SERIAL_FIRST && serial < SERIAL_LAST ? Math.floor(serial) - SERIAL_EPOCH : null;
}

/** True when the cell is written as a date ("31.01.2024" is); a bare number is not, though it may be a serial. */
export function looksLikeDate(cell: Cell): boolean {
  if (typeof cell !== "string" || (/^[\d.,]+$/.test(visibleText(cell)) && !isDotted(cell))) return false;
  return readDate(cell) !== null;
}

/** Three parts between dots, of which one is no group of a number: a date as German, Polish or Finnish exports write it. */
function isDotted(cell: string): boolean {
  return /^\d{1,4}\.\d{1,2}\.\d{2,4}$/.test(visibleText(cell));
}

/**
 * Reads a cell as a date.
 *
 * @param cell - ISO or written date, ISO week, month, Excel serial (number or digits).
 * @returns null when it is none; e.g. "2025-W07" is the Monday 2025-02-10, noted IN-19.
 */
export function readDate(cell: Cell): DateReading | null {
  if (typeof cell === "number") return fromNumber(cell);
  if (typeof cell !== "string" || cell.length > LONGEST || !/\d/.test(cell)) return null;
  const text = visibleText(cell).replace(WEEKDAY, "");
  for (const read of [
    japanese,
    yearFirst,
    digitsOnly,
    yearLast,
    namedDay,
    namedDayLast,
    isoWeek,
    weekOfYear,
    month,
  ]) {
    const reading = read(text);
    if (reading !== null) return reading;
  }
  return range(text);
}

function day(year: number, monthOfYear: number, dayNumber: number, code: string | null): DateReading | null {
  if (year < 1950 || year > 2150 || !isRealDate(year, monthOfYear, dayNumber)) return null;
  return { kind: "day", days: daysFromDate(year, monthOfYear, dayNumber), code, offset: null };
}

function fromNumber(value: number): DateReading | null {
  if (value >= 19_500_101 && Number.isInteger(value)) return digitsOnly(String(value));
  const days = daysFromSerial(value);
  if (days === null) return null;
  return { kind: "day", days, code: Number.isInteger(value) ? null : "IN-20", offset: null };
}

function digitsOnly(text: string): DateReading | null {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) return day(Number(compact[1]), Number(compact[2]), Number(compact[3]), "IN-14");
  const days = /^\d{5}(?:\.\d+)?$/.test(text) ? daysFromSerial(Number(text)) : null;
  return days === null
    ? null
    : { kind: "day", days, code: text.includes(".") ? "IN-20" : null, offset: null };
}

function japanese(text: string): DateReading | null {
  const match = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  return match === null ? null : day(Number(match[1]), Number(match[2]), Number(match[3]), "IN-14");
}

function yearFirst(text: string): DateReading | null {
  const match = YEAR_FIRST.exec(text);
  if (match === null) return null;
  const dated = day(Number(match[1]), Number(match[2]), Number(match[3]), codeOfIso(text));
  return dated?.kind === "day" ? { ...dated, offset: match[4] ?? null } : null;
}

function codeOfIso(text: string): string | null {
  if (text.includes(":")) return "IN-20";
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? null : "IN-14";
}

function yearLast(text: string): DateReading | null {
  const match = YEAR_LAST.exec(text);
  if (match === null) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first < 1 || second < 1 || first > 31 || second > 31 || (first > 12 && second > 12)) return null;
  return { kind: "order", first, second, year: match[3] ?? "" };
}

function named(dayText: string, name: string, year: string): DateReading | null {
  const found = monthNumber(name);
  if (found === 0) return null;
  if (year.length === 4) return day(Number(year), found, Number(dayText), "IN-14");
  // 2000 was a leap year: every day that any year has.
  if (!isRealDate(2000, found, Number(dayText))) return null;
  return { kind: "shortYear", month: found, day: Number(dayText), year };
}

function namedDay(text: string): DateReading | null {
  const match = /^(\d{1,2})(?:st|nd|rd|th|er)?[\s\-/.]*(\p{L}{3,9})\.?[\s\-/.,]*(\d{4}|\d{2})$/iu.exec(text);
  return match === null ? null : named(match[1] ?? "", match[2] ?? "", match[3] ?? "");
}

function namedDayLast(text: string): DateReading | null {
  const match = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu.exec(text);
  return match === null ? null : named(match[2] ?? "", match[1] ?? "", match[3] ?? "");
}

function isoWeek(text: string): DateReading | null {
  const match = /^(\d{4})[-\s]?W(\d{1,2})$/i.exec(text);
  return match === null ? null : week(Number(match[1]), Number(match[2]));
}

function weekOfYear(text: string): DateReading | null {
  const match = /^(?:week|wk|w|kw)\.?\s*(\d{1,2})[\s,/-]+(\d{4})$/i.exec(text);
  return match === null ? null : week(Number(match[2]), Number(match[1]));
}

function week(year: number, number: number): DateReading | null {
  if (year < 1950 || year > 2150 || number < 1 || number > 53) return null;
  return { kind: "day", days: isoWeekMonday(year, number), code: "IN-19", offset: null };
}

function month(text: string): DateReading | null {
  const named = /^(\p{L}{3,9})\.?[\s\-/']+(\d{4}|\d{2})$/iu.exec(text);
  if (named !== null) return monthOf(named[2] ?? "", monthNumber(named[1] ?? ""));
  const yearFirst = /^(\d{4})(?:-|年)(\d{1,2})月?$/.exec(text);
  if (yearFirst !== null) return monthOf(yearFirst[1] ?? "", Number(yearFirst[2]));
  const yearLast = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  return yearLast === null ? null : monthOf(yearLast[2] ?? "", Number(yearLast[1]));
}

function monthOf(written: string, number: number): DateReading | null {
  const year = written.length === 2 ? 2000 + Number(written) : Number(written);
  return number >= 1 && number <= 12 ? { kind: "month", days: daysFromDate(year, number, 1) } : null;
}

function range(text: string): DateReading | null {
  if (/^[a-z]{3,9}\.?\s*\d{1,2}\s*[-–—]\s*(?:[a-z]{3,9}\.?\s*)?\d{1,2}(?:,?\s*\d{4})?$/i.test(text)) {
    return { kind: "range" };
  }
  if (/^\d{1,2}\s*[-–—]\s*\d{1,2}\s*[a-z]{3,9}/i.test(text)) return { kind: "range" };
  const halves = text.split(/\s+(?:-|–|—|to|until)\s+/i);
  const dated = halves.length === 2 && halves.every((half) => readDate(half) !== null);
  return dated ? { kind: "range" } : null;
}
