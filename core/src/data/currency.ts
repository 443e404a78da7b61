/** Currency signs and codes that stand beside numbers and in headers. */

const SIGNS: Readonly<Record<string, string>> = {
  $: "USD",
  US$: "USD",
  A$: "AUD",
  C$: "CAD",
  CA$: "CAD",
  NZ$: "NZD",
  HK$: "HKD",
  S$: "SGD",
  R$: "BRL",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "₹": "INR",
  "₩": "KRW",
  "₽": "RUB",
  "₺": "TRY",
  "₪": "ILS",
  "₫": "VND",
  "฿": "THB",
  zł: "PLN",
  Kč: "CZK",
};

// ISO 4217 codes of the 40 currencies with the largest turnover (BIS triennial survey 2022).
const CODES: ReadonlySet<string> = new Set(
  (
    "USD EUR JPY GBP CNY AUD CAD CHF HKD SGD SEK KRW NOK NZD INR MXN TWD ZAR BRL DKK PLN THB ILS IDR CZK AED " +
    "TRY HUF CLP SAR PHP MYR COP RUB RON PEN BGN ARS VND EGP"
  ).split(" "),
);

// Dollars and yen signs are shared: with one of these as the brief's currency the bare sign means that one.
const SHARED_SIGNS: Readonly<Record<string, readonly string[]>> = {
  USD: ["AUD", "CAD", "NZD", "HKD", "SGD", "MXN", "CLP", "COP", "ARS", "TWD"],
  JPY: ["CNY"],
};

/** ISO code of a sign or code, or null: "$" is "USD", "eur" is "EUR", "x" is null. */
export function currencyOf(text: string): string | null {
  const upper = text.toUpperCase();
  if (CODES.has(upper)) return upper;
  if (Object.hasOwn(SIGNS, text)) return SIGNS[text] ?? null;
  return Object.hasOwn(SIGNS, upper) ? (SIGNS[upper] ?? null) : null;
}

/** Currency named in a header's brackets, as ad platforms write it: "Amount spent (EUR)" is "EUR". */
export function headerCurrency(header: string): string | null {
  const bracketed = /[([]([^()[\]]{1,4})[)\]]/.exec(header);
  return bracketed === null ? null : currencyOf((bracketed[1] ?? "").trim());
}

/** True when a bare sign read as one currency may mean the other: "$" (read as USD) may be CAD. */
export function sharesSign(read: string, stated: string): boolean {
  return (SHARED_SIGNS[read] ?? []).includes(stated);
}
