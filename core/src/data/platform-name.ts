/** The platform that an export is of, by its file name. */

import { englishTokens, saysPlatform } from "./header-tokens.ts";

const ASIDE = new Set(
  (
    "campaign campaigns spend spends cost costs export report reports performance data daily weekly monthly day week month " +
    "final copy new raw all the of and from to csv tsv txt xlsx invoice invoices billing de en fr ja us uk"
  ).split(" "),
);

/**
 * What is left of a file's name without dates and words that every export bears.
 *
 * @returns e.g. "campaign_spend_google.csv" is "google", "Meta-Ads-Report_2024-01.xlsx" is "Meta Ads", "export.csv" is "export".
 */
export function platformName(file: string): string {
  const stem = file.replace(/\.[^.]+$/, "");
  const words = stem.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const kept = words.filter(
    (word) => !/\d/.test(word) && englishTokens(word).every((token) => !ASIDE.has(token)),
  );
  return kept.length === 0 ? stem : kept.join(" ");
}

/** Words of a spend header that tell no channel. */
const PLAIN = new Set(
  "net gross total media amount billed invoiced invoice spend spends spent cost costs in eur usd gbp jpy chf".split(
    " ",
  ),
);

/** True for a channel's name that only says that it is money spent: "Cost", "Net cost", "Amount spent (EUR)". */
export function isNameless(name: string): boolean {
  return englishTokens(name).every((token) => PLAIN.has(token));
}

/** True where the file's name is a platform's: "google_ads.csv", not "shop.csv". */
export function isPlatformFile(file: string): boolean {
  return saysPlatform(platformName(file));
}
