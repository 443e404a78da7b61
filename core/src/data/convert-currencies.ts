/** Brings amounts in another currency to the brief's, month by month (IN-33). */

import { decimalSum } from "../numerics/decimal-sum.ts";
import type { Brief } from "./brief.ts";
import { type Column, columnRange, type Frame } from "./column.ts";
import { currencyOf, headerCurrency } from "./currency.ts";
import { isEmptyCell } from "./empty-cell.ts";
import { type FxRate, monthOfDay } from "./fx-rate.ts";
import { englishTokens, kpiRank, saysCount, saysSpend } from "./header-tokens.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Notes } from "./notes.ts";
import { type NumberHints, readNumbers } from "./number-column.ts";
import { numberParts } from "./number-text.ts";
import { mended } from "./repair.ts";
import { counted, listed } from "./wording.ts";

const CENTS = 100;

/**
 * The table with every money column marked by its currency, and converted where the brief has rates for it.
 *
 * A column's currency is its header's ("Amount spent (EUR)"), the one sign or code beside its numbers, or the row's in a
 * column of currency codes.
 *
 * @param days - [row] day number, null where unreadable: its month chooses the rate.
 * @returns amounts rounded to the cent; a stop that lists every month without a rate. E.g. 100 EUR at 1.09 are 109 USD.
 */
export function convertCurrencies(
  frame: Frame,
  days: ReadonlyArray<number | null>,
  brief: Brief,
  hints: NumberHints,
): Noted<Frame> {
  const target = currencyOf(brief.currency) ?? brief.currency;
  const codes = codesOf(codeColumn(frame));
  const notes: Notes[] = [];
  const columns = frame.columns.map((column) => {
    const own = currenciesOf(column, codes);
    if (own === null) return column;
    const foreign = [...new Set(own.filter((code) => code !== null && code !== target))];
    const rated = foreign.filter((code) => brief.fx.some(({ currency }) => currency === code));
    if (rated.length === 0) return own === codes ? marked(column, own) : column;
    const converted = convert(frame, column, own, days, brief, hints, target);
    notes.push(converted.notes);
    return converted.value;
  });
  return { value: { ...frame, columns }, notes: joinNotes(...notes) };
}

/** A column of ISO codes beside the amounts, as platforms export it. */
function codeColumn(frame: Frame): Column | null {
  return (
    frame.columns.find(
      ({ header, cells }) =>
        englishTokens(header).includes("currency") &&
        cells.some((cell) => typeof cell === "string" && currencyOf(cell.trim()) !== null),
    ) ?? null
  );
}

type Codes = ReadonlyArray<string | null>;

function codesOf(column: Column | null): Codes | null {
  return column?.cells.map((cell) => (isEmptyCell(cell) ? null : currencyOf(String(cell).trim()))) ?? null;
}

/** [row] ISO codes of a money column, null where nothing says one; null for a column that holds no money. */
function currenciesOf(column: Column, codes: Codes | null): Codes | null {
  const header = headerCurrency(column.header);
  const signs = column.cells.map((cell) =>
    typeof cell === "string" ? (numberParts(cell)?.currency ?? null) : null,
  );
  if (header !== null) return column.cells.map(() => header);
  if (signs.some((code) => code !== null)) return signs;
  const isKpi = kpiRank(column.header) !== null && !saysCount(column.header);
  const isOne = new Set(codes?.filter((code) => code !== null)).size === 1;
  // Rows of several currencies name that of their spend; the KPI beside them is the business's own.
  return saysSpend(column.header) || (isKpi && isOne) ? codes : null;
}

/** The one currency of a column; several stay unmarked, and the check of currencies names them. */
function marked(column: Column, own: Codes): Column {
  const codes = [...new Set(own.filter((code) => code !== null))];
  const [code] = codes;
  return codes.length === 1 && code !== undefined
    ? { ...column, currency: code }
    : { ...column, currencies: own };
}

function convert(
  frame: Frame,
  column: Column,
  own: ReadonlyArray<string | null>,
  days: ReadonlyArray<number | null>,
  brief: Brief,
  hints: NumberHints,
  target: string,
): Noted<Column> {
  const numbers = readNumbers(frame, column, hints);
  const missing = new Set<string>();
  const used = new Map<string, FxRate>();
  const cells = numbers.value.values.map((value, row) => {
    const code = own[row] ?? null;
    const day = days[row] ?? null;
    if (value === null || code === null || code === target || day === null) return value;
    const rate = rateOf(brief.fx, code, monthOfDay(day));
    if (rate === null) {
      missing.add(`${code} ${monthOfDay(day)}`);
      return value;
    }
    used.set(`${code} ${rate.month}`, rate);
    return Math.round(value * rate.rate * CENTS) / CENTS;
  });
  const value = { ...column, cells, currency: target };
  if (missing.size > 0)
    return { value, notes: joinNotes(numbers.notes, noRate(frame, column, [...missing].sort())) };
  const rates = [...used.values()];
  const sources = [...new Set(rates.map(({ source }) => source || "no source given"))];
  const before = decimalSum(numbers.value.values.map((each) => each ?? 0));
  const logged = mended({
    code: "IN-33",
    where: at(frame, columnRange(column)),
    before: `${[...new Set(rates.map(({ currency }) => currency))].join(", ")} amounts, ${before} in all`,
    after: `${target} at ${counted(rates.length, "monthly rate")} (${listed(sources)}), ${decimalSum(cells.map((each) => each ?? 0))} in all`,
    place: column.header,
    fixed: "it follows from the exchange rates; change those",
  });
  return { value, notes: joinNotes(numbers.notes, logged) };
}

function rateOf(rates: readonly FxRate[], currency: string, month: string): FxRate | null {
  return rates.find((rate) => rate.currency === currency && rate.month === month) ?? null;
}

function noRate(frame: Frame, column: Column, missing: readonly string[]): Notes {
  if (missing.length === 0) return NO_NOTES;
  return found(
    "stop",
    "IN-33",
    at(frame, columnRange(column)),
    `IN-33 "${column.header}" has amounts without an exchange rate: ${missing.join(", ")}.`,
    "Add a row per currency and month to the exchange rates (currency, month, rate, source).",
  );
}
