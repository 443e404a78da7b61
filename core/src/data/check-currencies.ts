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
  for (const { code, place } of columns.flatMap(currenciesIn))
    places.set(code, [...(places.get(code) ?? []), place]);
  const codes = [...places.keys()];
  if (codes.length === 0) return NO_NOTES;
  if (codes.length > 1) return mixed(source, places);
  return disagreeing(source, codes[0] ?? "", places, currency);
}

interface Sign {
  readonly code: string;
  readonly place: string;
}

/** Every place of a column that says a currency: header, cells, or what was found beside them. */
function currenciesIn(column: Column): Sign[] {
  const { header, headerCell, cells, places, currency, currencies } = column;
  if (currency !== undefined) return [{ code: currency, place: columnRange(column) }];
  const at = (row: number) => places[row] ?? headerCell;
  const signs = (codes: ReadonlyArray<string | null>) =>
    codes.flatMap((code, row) => (code === null ? [] : [{ code, place: at(row) }]));
  const named = headerCurrency(header);
  const written = signs(cells.map(cellCurrency));
  const isOne = new Set(cells.map(cellCurrency)).size === 1;
  return [
    ...(named === null ? [] : [{ code: named, place: headerCell }]),
    ...(isOne ? written.slice(0, 1).map(({ code }) => ({ code, place: columnRange(column) })) : written),
    ...signs(currencies ?? []),
  ];
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
    "Give the exchange rates by month (--fx rates.csv with currency, month, rate, source; or fx in the brief), or convert all money to one currency.",
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
