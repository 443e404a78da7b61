/** Reads one text as a number: currency signs, K and M, brackets, percent, either decimal mark. */

import { currencyOf } from "./currency.ts";
import type { RepairCode } from "./repair.ts";

export type DecimalMark = "." | ",";
/** What a text says about its own decimal mark; "dot" and "comma" alone could be either mark. */
export type MarkEvidence = "." | "," | "dot" | "comma" | "none";

/** A text taken apart, its digits not yet read. */
export interface NumberParts {
  /** Digits with their marks, e.g. "1,234.50". */
  readonly digits: string;
  readonly negative: boolean;
  /** 1, 1e3, 1e6 or 1e9, times 10 to the exponent of a scientific text. */
  readonly scale: number;
  readonly percent: boolean;
  /** Sign or ISO code, or null. */
  readonly currency: string | null;
  /** Repairs that taking it apart needed (IN-32, IN-34, IN-35, IN-41, IN-44). */
  readonly codes: readonly RepairCode[];
}

const LONGEST = 60; // characters; a note is no number, however long one reads it
const BLANK_WORDS = /^(?:-+|–|—|\.+|n\.?\/?a\.?|nan|null|none|nil|\(blank\)|\(empty\))$/i;
const ERROR_WORDS = /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR!)$/i;
const SUFFIX_SCALE: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, mio: 1e6, b: 1e9, bn: 1e9 };

/** Text without invisible and full-width characters (IN-41), trimmed. */
export function visibleText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, "")
    .replace(/\u2212/g, "-")
    .trim();
}

/** True for "--", "n/a", "null" and their like, which stand for nothing (IN-37). */
export function isBlankWord(text: string): boolean {
  return BLANK_WORDS.test(text);
}

/** True for the text of a spreadsheet error such as "#REF!" (IN-12). */
export function isErrorText(text: string): boolean {
  return ERROR_WORDS.test(text);
}

/**
 * Takes a text apart into digits and what surrounds them.
 *
 * @returns null when it is no number; e.g. "($1.2K)" has digits "1.2", negative, scale 1000, currency "USD".
 */
export function numberParts(text: string): NumberParts | null {
  if (text.length > LONGEST || !/\p{Nd}/u.test(text)) return null;
  const clean = visibleText(text);
  const codes: RepairCode[] = [];
  if (clean !== text.replace(/^[ \t]+|[ \t]+$/g, "")) codes.push("IN-41");
  const signed = withoutSign(clean);
  if (signed.repaired) codes.push("IN-35");
  const priced = withoutCurrency(signed.rest);
  if (priced.currency !== null) codes.push("IN-32");
  const percent = /\d\s*%$/.test(priced.rest);
  const scaled = withoutScale(percent ? priced.rest.replace(/\s*%$/, "") : priced.rest);
  if (scaled.code !== null) codes.push(scaled.code);
  if (!/^[\d.,' ]*\d[\d.,' ]*$/.test(scaled.rest)) return null;
  return {
    digits: scaled.rest.trim(),
    negative: signed.negative !== priced.negative,
    scale: scaled.scale,
    percent,
    currency: priced.currency,
    codes,
  };
}

function withoutSign(text: string): { rest: string; negative: boolean; repaired: boolean } {
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed !== null) return { rest: (bracketed[1] ?? "").trim(), negative: true, repaired: true };
  if (/\d\s*-$/.test(text)) return { rest: text.slice(0, -1).trim(), negative: true, repaired: true };
  if (/^[-+]/.test(text)) return { rest: text.slice(1).trim(), negative: text[0] === "-", repaired: false };
  return { rest: text, negative: false, repaired: false };
}

function withoutCurrency(text: string): { rest: string; currency: string | null; negative: boolean } {
  const before = /^([^\d.,\s+-]{1,4})\s*([-+]?)(?=[\d.,])/.exec(text);
  const leading = before === null ? null : currencyOf(before[1] ?? "");
  if (before !== null && leading !== null) {
    return { rest: text.slice(before[0].length), currency: leading, negative: before[2] === "-" };
  }
  const after = /[\d.,]\s*([^\d.,\s%-]{1,3})$/.exec(text);
  const trailing = after === null ? null : currencyOf(after[1] ?? "");
  if (after === null || trailing === null) return { rest: text, currency: null, negative: false };
  return { rest: text.slice(0, -(after[1] ?? "").length).trim(), currency: trailing, negative: false };
}

function withoutScale(text: string): { rest: string; scale: number; code: RepairCode | null } {
  const suffixed = /^(.*\d)\s*(k|mn|mio|m|bn|b)$/i.exec(text);
  if (suffixed !== null) {
    const scale = SUFFIX_SCALE[(suffixed[2] ?? "").toLowerCase()] ?? 1;
    return { rest: suffixed[1] ?? "", scale, code: "IN-34" };
  }
  const scientific = /^(\d+(?:[.,]\d*)?|[.,]\d+)e([+-]?\d{1,3})$/i.exec(text);
  if (scientific === null) return { rest: text, scale: 1, code: null };
  return { rest: scientific[1] ?? "", scale: 10 ** Number(scientific[2]), code: "IN-44" };
}

/**
 * What digits with marks say about the decimal mark.
 *
 * @returns e.g. "1.234,50" says ",", "12.5" says ".", "1.234" says "dot" (either), "517" says "none".
 */
export function markEvidence(digits: string): MarkEvidence {
  const dots = digits.split(".").length - 1;
  const commas = digits.split(",").length - 1;
  if (dots > 0 && commas > 0) return digits.lastIndexOf(".") > digits.lastIndexOf(",") ? "." : ",";
  if (dots > 1) return ",";
  if (commas > 1) return ".";
  if (dots + commas === 0) return "none";
  const grouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  if (dots === 1) return grouped ? "dot" : ".";
  return grouped ? "comma" : ",";
}

/** The number that digits stand for under a decimal mark, or null when their groups do not fit it. */
export function digitsValue(digits: string, mark: DecimalMark): number | null {
  const plain = mark === "." ? digits : digits.replace(/[.,]/g, (sign) => (sign === "." ? "," : "."));
  const fits =
    /^\d*\.?\d*$/.test(plain) ||
    /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$/.test(plain) ||
    /^\d{1,3}(?:[ ']\d{3})+(?:\.\d*)?$/.test(plain);
  const value = Number(plain.replace(/[, ']/g, ""));
  return fits && Number.isFinite(value) ? value : null;
}
