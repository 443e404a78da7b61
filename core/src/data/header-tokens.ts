/** The words of a header, and what they say about the column. */

import { englishWord, foreignWords } from "./header-dictionary.ts";

// mdsp and mdip are media spend and impressions in the tables of retailers' modeling teams
const SPEND = new Set(
  "spend spends spent cost costs adspend investment expenditure expense expenses invested mdsp".split(" "),
);
const EXPOSURE = new Set(
  (
    "impressions impression impr imps impressionen clicks click grp grps trp trps reach views view sends opens sessions " +
    "exposure exposures mdip"
  ).split(" "),
);
const DATE = new Set(
  "date day week weeks time period month start starts reporting ds wk dateweek weekstart".split(" "),
);
const GEO = new Set("geo geography region market country state dma city store territory province".split(" "));
const CHANNEL_COLUMN = new Set(
  "channel channels platform media medium source vendor publisher network".split(" "),
);
const CONTROL = new Set(
  (
    "price prices pricing discount discounts promo promos promotion promotions competitor competitors competition " +
    "temperature weather rain cpi inflation unemployment macro sentiment index control stock stockout stores " +
    "distribution trends seasonality holiday holidays consumer confidence gas mrkdn markdown markdowns"
  ).split(" "),
);
const EVENT = new Set(
  "event events holiday holidays launch campaignflag flag dummy blackfriday lockdown".split(" "),
);
const PLATFORM = new Set(
  (
    "google meta facebook instagram tiktok youtube bing microsoft linkedin pinterest snapchat twitter reddit amazon " +
    "search shopping pmax display video social tv ctv ott radio audio podcast podcasts print email newsletter ooh dooh " +
    "billboard influencer influencers affiliate affiliates programmatic retargeting mail sem ppc ads paid"
  ).split(" "),
);
const RUNNING = new Set(
  "t index idx id row dayofyear doy weekofyear weeknumber weekno year month quarter".split(" "),
);
/** KPI words, the likeliest first. */
const KPI = (
  "revenue sales kpi y turnover income gmv bookings conversions conversion orders transactions leads signups " +
  "subscriptions installs registrations units"
).split(" ");
/** Words of columns that add up to nothing: averages, rates, prices of a click. */
const RATES = new Set(
  "per average ctr cvr cpc cpm cpv cpa cpl cpi cpp acos roas roi rate ratio frequency share".split(" "),
);
const FIGURES = new Set([...SPEND, ...EXPOSURE, ...KPI, "value"]);
const COUNT_KPI = new Set(
  "conversions conversion orders transactions leads signups subscriptions installs registrations units".split(
    " ",
  ),
);

/** Words of a header in lower case: "x1_Search-Ads (USD)" gives x1, search, ads, usd; "adSpend" gives ad, spend. */
export function headerTokens(header: string): string[] {
  return header
    .normalize("NFKC")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== "");
}

/** A header without case, spaces and marks, for comparing names a person typed twice: "Meta Spend" = "meta_spend". */
export function plainHeader(header: string): string {
  const joined = headerTokens(header).join("");
  return joined === "" ? header.trim() : joined;
}

/** The header's words in English where the dictionary knows them: "Kosten (EUR)" gives cost, eur. */
export function englishTokens(header: string): string[] {
  return headerTokens(header).map(englishWord);
}

function holds(header: string, words: ReadonlySet<string>): boolean {
  return englishTokens(header).some((token) => words.has(token));
}

export const saysSpend = (header: string): boolean => holds(header, SPEND) && !saysPer(header);
export const saysExposure = (header: string): boolean => holds(header, EXPOSURE) && !saysPer(header);
export const saysDate = (header: string): boolean => holds(header, DATE);
export const saysGeo = (header: string): boolean => holds(header, GEO);
export const saysChannelColumn = (header: string): boolean => holds(header, CHANNEL_COLUMN);
export const saysControl = (header: string): boolean => holds(header, CONTROL);
export const saysEvent = (header: string): boolean => holds(header, EVENT);
/** A media platform's name, or the x1, x2 … of textbooks. */
export const saysPlatform = (header: string): boolean =>
  holds(header, PLATFORM) || headerTokens(header).some((token) => /^x\d+$/.test(token));
/** The z1, c2 … of textbooks. */
export const saysTextbookControl = (header: string): boolean => /^[cz]\d+$/i.test(header.trim());
/** A value per unit or a rate ("revenue_per_conversion", "Cost / conv.", "Avg. CPC", "CTR"), not a total. */
export const saysPer = (header: string): boolean => holds(header, RATES) || isQuotient(header);

/** "Cost / conv." is a quotient of two figures; "Meta / Spend" is a platform and its figure (IN-03). */
function isQuotient(header: string): boolean {
  const [above = "", below = ""] = header.normalize("NFKC").split("/");
  const figures = (part: string) => englishTokens(part).some((token) => FIGURES.has(token));
  return figures(above) && figures(below);
}
/** A running number of the row, week or year. */
export const saysRunning = (header: string): boolean => {
  const tokens = headerTokens(header);
  return tokens.length > 0 && RUNNING.has(tokens.join(""));
};
/** Columns of simulated data that hold the answer and must never reach a model (decisions §4). */
export const saysTruth = (header: string): boolean =>
  /(?:^|[_\s])(?:effect|contribution|truth)s?$|(?:^|[_\s])latent(?:$|[_\s])/i.test(header.trim());
/** Orders or customers: what money is divided by to see an order's value (IN-56). */
export const saysOrders = (header: string): boolean =>
  englishTokens(header).some((token) => token === "orders" || token === "transactions" || token === "order");

/** Place of the header among the KPI words, 0 the likeliest; a header of just that word before longer ones; null: none. */
export function kpiRank(header: string): number | null {
  if (saysPer(header) || saysControl(header) || saysTruth(header) || saysSpend(header)) return null;
  const tokens = englishTokens(header);
  // "y" is a textbook's KPI, and any other header's letter
  const rank = KPI.findIndex((word) => tokens.includes(word) && (word !== "y" || tokens.length === 1));
  if (rank < 0) return null;
  return tokens.length === 1 ? rank : rank + KPI.length * (tokens.length - 1);
}

/** True when the KPI counts something (orders, leads) rather than being money. */
export function saysCount(header: string): boolean {
  return englishTokens(header).some((token) => COUNT_KPI.has(token));
}

/** A channel's name out of its spend or exposure header: "TV Spend (USD)" is "TV", "spend_meta" is "meta". */
export function channelStem(header: string): string {
  return stemOf(header.replace(/[([][^()[\]]*[)\]]/g, " ")) || header;
}

/** The same with what stands in brackets: "TV (North) spend" is "TV (North)". */
export function fullStem(header: string): string {
  return stemOf(header) || header;
}

function stemOf(header: string): string {
  const english = [...SPEND, ...EXPOSURE, "amount", "ad"];
  const words = [...english, ...english.flatMap(foreignWords)].join("|");
  return header
    .replace(new RegExp(`(^|[\\s_\\-./])(?:${words})(?=$|[\\s_\\-./])`, "gi"), "$1")
    .replace(/([\p{Ll}\d])(?:Spend|Cost|Impressions|Clicks)$/u, "$1")
    .replace(/^[\s_\-./]+|[\s_\-./]+$/g, "")
    .replace(/\s+/g, " ");
}
