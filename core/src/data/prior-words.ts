/** Reads what a marketer believes of a channel's return: "between 0.5 and 4 dollars per dollar, 90% sure". */

import { currencyOf } from "./currency.ts";

/** A range as it was said, its figures not yet judged. */
export interface SpokenRange {
  readonly low: number;
  readonly high: number;
  /** Fraction; null where no percentage was said. */
  readonly level: number | null;
  /** Return: what comes back per unit of spend, in money or in KPI units. Cost: money per KPI unit. */
  readonly meaning: "money per spend" | "KPI units per spend" | "cost per KPI unit";
  /** ISO codes of the currencies that were named. */
  readonly currencies: readonly string[];
}

interface Token {
  /** Number, level, money, per, connector, word. */
  readonly letter: "N" | "L" | "M" | "P" | "C" | "W";
  readonly number: number;
  readonly currency: string | null;
  readonly word: string;
}

const PLAIN = { number: 0, currency: null, word: "" } as const;

const MONEY_WORDS: Readonly<Record<string, string | null>> = {
  dollar: "USD",
  buck: "USD",
  euro: "EUR",
  pound: "GBP",
  yen: "JPY",
  yuan: "CNY",
  rupee: "INR",
  franc: "CHF",
  money: null,
  revenue: null,
};

// Words beside the figures that change nothing about what is said.
const FILLERS: ReadonlySet<string> = new Set(
  (
    "i we am are is it its the that this a an channel between from of in on for back brings returns return roi roas " +
    "spent spend invested media ad advertising sure certain confident confidence certainty probability likely chance " +
    "interval with"
  ).split(" "),
);

/** What one pays for exposure is no return: these are never units of the KPI. */
const EXPOSURES = /^(?:impression|click|view|thousand|mille|cpm|grp|reach|contact)s?$/i;

// A minus stands at its figure and after no other; any other dash joins two figures.
const PIECES =
  /(?<level>\d+(?:\.\d+)?)\s*(?:%|percent\b|per\s+cent\b)|(?<number>(?<![\d.]\s*)-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+)|(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+))|(?<sign>[A-Za-z]{0,2}\$|[€£¥₹₩₽₺₪₫฿])|(?<word>\p{L}+)|(?<mark>[-/])/gu;

/**
 * Reads a sentence in business words.
 *
 * @param text - two figures, lower first, with "and", "to" or a dash between them; a unit, such as "dollars per dollar"
 *   (a return) or "dollars per order" (a cost of one KPI unit); and how sure one is, such as "90% sure". Two bare
 *   figures are a return in money.
 * @returns null where that is not what it says; e.g. "20 to 60 euros per order, 80%" has low 20, high 60, level 0.8 and
 *   is a cost.
 */
export function readPriorWords(text: string): SpokenRange | null {
  const tokens = tokensOf(plainPhrases(text));
  const levels = tokens.filter(({ letter }) => letter === "L");
  const said = tokens.filter(({ letter }) => letter !== "L");
  while (said.at(-1)?.letter === "C") said.pop(); // "... per dollar, and I am 90% sure"
  const per = said.findIndex(({ letter }) => letter === "P");
  const left = per < 0 ? said : said.slice(0, per);
  const meaning = meaningOf(left, per < 0 ? null : said.slice(per + 1));
  if (meaning === null || levels.length > 1) return null;
  const [low = Number.NaN, high = Number.NaN] = left
    .filter(({ letter }) => letter === "N")
    .map(({ number }) => number);
  if (!Number.isFinite(low + high)) return null;
  const currencies = new Set(said.flatMap(({ currency }) => (currency === null ? [] : [currency])));
  return { low, high, level: levels[0]?.number ?? null, meaning, currencies: [...currencies] };
}

/** What stands left and right of "per" makes a return or a cost; null for anything else. */
function meaningOf(left: readonly Token[], right: readonly Token[] | null): SpokenRange["meaning"] | null {
  const letters = lettersOf(left);
  if (!/^M?NM?CM?N(?:M|W{1,3})?$/.test(letters)) return null;
  if ([...left, ...(right ?? [])].some(({ word }) => EXPOSURES.test(word))) return null;
  const counts = letters.endsWith("W");
  if (right === null) return letters === "NCN" ? "money per spend" : null;
  if (isOneOfMoney(right)) return counts ? "KPI units per spend" : "money per spend";
  return /^W{1,3}$/.test(lettersOf(right)) && !counts ? "cost per KPI unit" : null;
}

/** "dollar", "$1", "1 euro". */
function isOneOfMoney(tokens: readonly Token[]): boolean {
  const all = tokens.every(({ letter, number }) => letter === "M" || number === 1);
  return all && /^(?:M|MN|NM)$/.test(lettersOf(tokens));
}

function lettersOf(tokens: readonly Token[]): string {
  return tokens.map(({ letter }) => letter).join("");
}

/** One way to write dashes, and the usual turns of phrase made one word each. */
function plainPhrases(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\b(?:of|in) (?:revenue|sales|turnover|income|value)\b/gi, " ")
    .replace(/\bunits? (?:of (?:money|currency|spend|spending)|spent)\b/gi, "money")
    .replace(/\b(?:of|on|in) (?:ad |media |advertising )?(?:spend|spending|advertising|media|ads)\b/gi, " ");
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(PIECES)].flatMap(({ groups = {} }) => tokenOf(groups) ?? []);
}

function tokenOf({
  level,
  number,
  sign,
  word,
  mark,
}: Readonly<Record<string, string | undefined>>): Token | null {
  if (level !== undefined) return { ...PLAIN, letter: "L", number: Number(level) / 100 };
  if (number !== undefined) return { ...PLAIN, letter: "N", number: Number(number.replaceAll(",", "")) };
  if (sign !== undefined) return { ...PLAIN, letter: "M", currency: currencyOf(sign) };
  if (mark !== undefined) return { ...PLAIN, letter: mark === "/" ? "P" : "C" };
  return wordToken(word ?? "");
}

function wordToken(word: string): Token | null {
  const lower = word.toLowerCase();
  if (["and", "to"].includes(lower)) return { ...PLAIN, letter: "C" };
  if (["per", "every", "each"].includes(lower)) return { ...PLAIN, letter: "P" };
  if (FILLERS.has(lower)) return null;
  const single = lower.replace(/s$/, "");
  if (Object.hasOwn(MONEY_WORDS, single))
    return { ...PLAIN, letter: "M", currency: MONEY_WORDS[single] ?? null };
  const code = currencyOf(word);
  return code === null ? { ...PLAIN, letter: "W", word } : { ...PLAIN, letter: "M", currency: code };
}
