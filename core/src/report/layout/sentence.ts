/** Sentences whose numbers are bound to cells: a changed cell changes the words. */

import type { CellStyle, PlannedCell } from "../workbook-plan.ts";
import { type AmountScale, wordScale } from "./number-formats.ts";

/** Words as they stand, or a formula that yields text together with the text that it yields now. */
export type Part = string | { readonly formula: string; readonly text: string };

/** Longest text literal that every host accepts inside a formula (Excel's limit). */
const LONGEST_LITERAL = 255;

/**
 * A cell that joins words and bound numbers.
 *
 * @param parts - e.g. `["Spend was ", { formula: "ROUND(B2,0)", text: "12" }]` gives `"Spend was "&ROUND(B2,0)`.
 */
export function sentence(parts: readonly Part[], style: CellStyle = "sentence"): PlannedCell {
  const value = plainWords(parts);
  if (parts.every((part) => typeof part === "string")) return { value, style };
  return { value, formula: parts.flatMap(formulaPieces).join("&"), style };
}

/** The sentence as it reads now, without its bindings. */
export function plainWords(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

/**
 * An amount with three digits, e.g. "$12.3M", bound to a cell.
 *
 * @param sign - currency sign in front ("$"), or "" for KPI units.
 */
export function amountPart(address: string, value: number, sign: string): Part {
  const scale = wordScale(value);
  const shown = scaledText(Math.abs(value), scale);
  const number = `ROUND(ABS(${address})/${scale.divisor},${scale.digits})`;
  return {
    formula: `IF(${address}<0,"-","")&${quoted(sign)}&${number}&${quoted(scale.suffix)}`,
    text: `${value < 0 ? "-" : ""}${sign}${shown}${scale.suffix}`,
  };
}

/** A fraction as percent without decimals, or with one below 10 %: "23%", "4.5%". */
export function percentPart(address: string, value: number): Part {
  const digits = Math.abs(value) < 0.1 ? 1 : 0;
  return {
    formula: `ROUND(100*${address},${digits})&"%"`,
    text: `${roundedText(100 * value, digits)}%`,
  };
}

/** A chance from draws, which is never certain: "83%", at the ends "over 99%" and "under 1%". */
export function chancePart(address: string, value: number): Part {
  const formula = `IF(${address}>0.99,"over 99%",IF(${address}<0.01,"under 1%",ROUND(100*${address},0)&"%"))`;
  if (value > 0.99) return { formula, text: "over 99%" };
  if (value < 0.01) return { formula, text: "under 1%" };
  return { formula, text: `${roundedText(100 * value, 0)}%` };
}

/** A ratio such as ROAS with three digits at most: "3.2x". */
export function ratioPart(address: string, value: number): Part {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return { formula: `ROUND(${address},${digits})&"x"`, text: `${roundedText(value, digits)}x` };
}

/** A text literal as formulas write it: quotes doubled. */
export function quoted(words: string): string {
  return `"${words.replaceAll('"', '""')}"`;
}

/** A number as a spreadsheet joins it to text after ROUND: 15 digits, no trailing zeros. */
export function roundedText(value: number, digits: number): string {
  const factor = 10 ** digits;
  const scaled = Number((Math.abs(value) * factor).toPrecision(15));
  const rounded = Math.round(scaled) / factor;
  return rounded === 0 ? "0" : `${value < 0 ? "-" : ""}${rounded}`;
}

function scaledText(value: number, scale: AmountScale): string {
  return roundedText(value / scale.divisor, scale.digits);
}

function formulaPieces(part: Part): readonly string[] {
  if (typeof part !== "string") return [part.formula];
  const pieces: string[] = [];
  for (let from = 0; from < part.length; from += LONGEST_LITERAL) {
    pieces.push(quoted(part.slice(from, from + LONGEST_LITERAL)));
  }
  return pieces;
}
