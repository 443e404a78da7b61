/** All money of a table must be in one currency. */

import type { Cell } from "../spreadsheet/table.ts";
import { type Column, columnRange } from "./column.ts";
import { currencyOf, headerCurrency, sharesSign } from "./currency.ts";
import { at, found, NO_NOTES, type Notes, type Source } from "./notes.ts";
import { isBlankWord, numberParts } from "./number-text.ts";

function cellCurrency(cell: Cell): string | null {
  if (typeof cell !== "string" || isBlankWord(cell.trim())) return null;
  return numberParts(cell)?.currency ?? null;
}

/**
 * Whether all money is in one currency (IN-32, IN-33).
 *
 * @param columns - every column that holds money.
 * @param currency - the brief's currency.
 * @returns a stop when two currencies meet; a warning when the one currency is not the brief's.
 */
export function checkCurrencies(source: Source, columns: readonly Column[], currency: string): Notes {
  const places = new Map<string, string[]>();
  const remember = (code: string | null, place: string) => {
    if (code === null) return;
    const list = places.get(code) ?? [];
    list.push(place);
    places.set(code, list);
  };
  for (const column of columns) {
    remember(headerCurrency(column.header), column.headerCell);
    const codes = new Set(column.cells.map(cellCurrency));
    if (codes.size === 1) remember([...codes][0] ?? null, columnRange(column));
    else
      column.cells.forEach((cell, row) => {
        remember(cellCurrency(cell), column.places[row] ?? column.headerCell);
      });
  }
  const codes = [...places.keys()];
  if (codes.length === 0) return NO_NOTES;
  if (codes.length > 1) return mixed(source, places);
  return disagreeing(source, codes[0] ?? "", places, currency);
}

function mixed(source: Source, places: ReadonlyMap<string, readonly string[]>): Notes {
  const parts = [...places].map(([code, cells]) => `${code} in ${cells.slice(0, 3).join(", ")}`);
  const rarest = [...places.values()].reduce((fewest, cells) =>
    cells.length < fewest.length ? cells : fewest,
  );
  return found(
    "stop",
    "IN-33",
    at(source, rarest[0] ?? null),
    `IN-33 Mixed currencies: ${parts.join("; ")}.`,
    "Convert all money in the table to one currency and run again.",
  );
}

function disagreeing(
  source: Source,
  code: string,
  places: ReadonlyMap<string, readonly string[]>,
  currency: string,
): Notes {
  const stated = currencyOf(currency) ?? currency;
  if (stated === code || sharesSign(code, stated)) return NO_NOTES;
  return found(
    "warn",
    "IN-32",
    at(source, places.get(code)?.[0] ?? null),
    `IN-32 The cells are marked ${code}, but the brief says ${currency}; amounts are used as they stand.`,
    `Write "currency: ${code}" into the brief, or convert the table to ${currency}.`,
  );
}
