/** How five countries write numbers and dates. */

export interface Locale {
  readonly name: "en-US" | "en-GB" | "de-DE" | "fr-FR" | "ja-JP";
  readonly decimal: "." | ",";
  readonly group: "." | "," | "\u202f";
  readonly currency: { readonly code: string; readonly sign: string };
  /** Separator of their .csv files. */
  readonly separator: "," | ";";
  /** Writes an ISO date. */
  readonly date: (iso: string) => string;
}

const parts = (iso: string) => iso.split("-");

export const LOCALES: Readonly<Record<Locale["name"], Locale>> = {
  "en-US": {
    name: "en-US",
    currency: { code: "USD", sign: "$" },
    decimal: ".",
    group: ",",
    separator: ",",
    date: (iso) => `${Number(parts(iso)[1])}/${Number(parts(iso)[2])}/${parts(iso)[0]}`,
  },
  "en-GB": {
    name: "en-GB",
    currency: { code: "GBP", sign: "£" },
    decimal: ".",
    group: ",",
    separator: ",",
    date: (iso) => parts(iso).reverse().join("/"),
  },
  "de-DE": {
    name: "de-DE",
    currency: { code: "EUR", sign: "€" },
    decimal: ",",
    group: ".",
    separator: ";",
    date: (iso) => parts(iso).reverse().join("."),
  },
  "fr-FR": {
    name: "fr-FR",
    currency: { code: "EUR", sign: "€" },
    decimal: ",",
    group: "\u202f",
    separator: ";",
    date: (iso) => parts(iso).reverse().join("/"),
  },
  "ja-JP": {
    name: "ja-JP",
    currency: { code: "JPY", sign: "¥" },
    decimal: ".",
    group: ",",
    separator: ",",
    date: (iso) => iso.replaceAll("-", "/"),
  },
};

/**
 * A number as a country writes it.
 *
 * @param units - whole number of the last written place.
 * @param decimals - written places; e.g. 123456 with 2 is "1,234.56" in en-US, "1.234,56" in de-DE.
 */
export function written(
  units: number,
  decimals: number,
  { decimal, group }: Pick<Locale, "decimal" | "group">,
  style: "plain" | "grouped",
): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, "0");
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals);
  const grouped = style === "grouped" ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return `${units < 0 ? "-" : ""}${grouped}${decimals === 0 ? "" : decimal + digits.slice(-decimals)}`;
}
