/** Reads exchange rates by month, as the user gives them (requirements §4.2, IN-33). */

import type { Table } from "../spreadsheet/table.ts";
import type { Column, Frame } from "./column.ts";
import { currencyOf } from "./currency.ts";
import { readDate } from "./date-text.ts";
import { frameTable } from "./frame-table.ts";
import { type FxRate, monthOfDay } from "./fx-rate.ts";
import { englishTokens } from "./header-tokens.ts";
import { at, found, NO_NOTES, type Noted } from "./notes.ts";
import { readNumbers, shownMark } from "./number-column.ts";
import { emptyBrief } from "./read-brief.ts";
import type { DataRules } from "./rules.ts";

/**
 * The rates of a table as it came: a file, or a sheet called FX.
 *
 * @param rules - thresholds of reading.
 */
export function readFx(table: Table, rules: DataRules): Noted<readonly FxRate[] | null> {
  const framed = frameTable(table, emptyBrief(), rules);
  return framed.value === null ? { value: null, notes: framed.notes } : readFxTable(framed.value);
}

/**
 * The rates of an FX table: currency, month, rate, source, in any order of columns.
 *
 * @returns null with a stop that names the first row that can not be read.
 */
function readFxTable(frame: Frame): Noted<readonly FxRate[] | null> {
  const find = (...words: string[]) =>
    frame.columns.find(({ header }) => englishTokens(header).some((token) => words.includes(token))) ?? null;
  const columns = {
    currency: find("currency"),
    month: find("month", "date", "day", "period"),
    rate: find("rate", "kurs", "fx", "cours"),
  };
  const { currency, month, rate } = columns;
  if (currency === null || month === null || rate === null)
    return stop(frame, null, "it needs the columns currency, month, rate and source");
  const numbers = readNumbers(frame, rate, { tableMark: shownMark([rate]), answers: {} }).value;
  const source = find("source", "quelle", "from");
  const rates: FxRate[] = [];
  for (const [row, cell] of currency.cells.entries()) {
    const code = currencyOf(String(cell ?? "").trim());
    const known = monthAt(month, row);
    const value = numbers.values[row] ?? null;
    if (code === null || known === null || value === null || !(value > 0))
      return stop(frame, currency.places[row] ?? null, "a row needs a currency, a month and a rate above 0");
    rates.push({
      currency: code,
      month: known,
      rate: value,
      source: String(source?.cells[row] ?? "").trim(),
    });
  }
  return { value: rates, notes: NO_NOTES };
}

function monthAt(column: Column, row: number): string | null {
  const reading = readDate(column.cells[row] ?? null);
  return reading?.kind === "day" || reading?.kind === "month" ? monthOfDay(reading.days) : null;
}

function stop(frame: Frame, cell: string | null, what: string): Noted<null> {
  const message = `IN-33 The exchange rates can not be read: ${what}.`;
  const remedy = "Write one row per currency and month, e.g. EUR, 2024-01, 1.09, ECB.";
  return { value: null, notes: found("stop", "IN-33", at(frame, cell), message, remedy) };
}
