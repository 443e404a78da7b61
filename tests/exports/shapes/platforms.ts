/** The exports of ad platforms and shops: a row per day, and per campaign where there are some. */

import { shiftedDays } from "../days.ts";
import {
  type Cell,
  type Column,
  cents,
  type Draft,
  date,
  dateText,
  type Format,
  text,
  whole,
} from "../draft.ts";
import type { Locale } from "../locales.ts";
import type { Original, OriginalChannel } from "../original.ts";
import type { Seeded } from "../seeded.ts";
import { BARE } from "./plain-table.ts";
import {
  GA4,
  GOOGLE_ADS,
  HUBSPOT,
  LINKEDIN,
  META,
  type MediaWords,
  TIKTOK,
  type Words,
  wordsFor,
} from "./platform-words.ts";
import { split } from "./split.ts";

export interface Platform {
  /** As the file's name says it, which is what the channel is called. */
  readonly channel: string;
  readonly draft: (original: Original, channel: OriginalChannel, locale: Locale, random: Seeded) => Draft;
}

const DAYS = 7;
const TABS: Format = { kind: "csv", separator: "\t", encoding: "utf-16le" };

interface Look {
  readonly shape: string;
  readonly file: string;
  readonly words: Words<MediaWords>;
  readonly format: (locale: Locale) => Format;
  readonly style: Draft["style"];
  readonly above: readonly string[];
  readonly total: ((rows: number) => string) | null;
  readonly locale?: Locale;
}

function csv(locale: Locale): Format {
  return { kind: "csv", separator: locale.separator, encoding: "utf-8-bom" };
}

function mediaDraft(look: Look): Platform["draft"] {
  return (original, channel, country, random) => {
    const locale = look.locale ?? country;
    const words = wordsFor(look.words, locale.name);
    const columns: Column[] = [
      { role: "date", header: words.day, clean: "week" },
      { role: "other", header: words.campaign, clean: null },
      {
        role: "spend",
        header: words.cost.replace("{}", locale.currency.code),
        clean: `${channel.name} spend`,
      },
      { role: "exposure", header: words.impressions, clean: `${channel.name} exposure` },
      ...words.others.map((header): Column => ({ role: "other", header, clean: null })),
    ];
    const rows = original.weeks.flatMap((week, at) =>
      daysOf(week, channel.spend[at], channel.impressions[at], locale, random),
    );
    const draft: Draft = {
      ...BARE,
      file: look.file,
      shape: look.shape,
      layout: "daily",
      original: { ...original, channels: [channel] },
      locale,
      style: look.style,
      format: look.format(locale),
      columns,
      rows,
      above: look.above.map((line) => [text(line)]),
    };
    const above = look.above.length === 0 ? [] : [{ name: "preamble", outcome: { notes: ["IN-02 repair"] } }];
    return look.total === null
      ? { ...draft, faults: above }
      : withTotal(draft, look.total(rows.length), above);
  };
}

const CAMPAIGNS = ["Brand", "Prospecting"] as const;

function daysOf(week: string, spend: number, seen: number, locale: Locale, random: Seeded): Cell[][] {
  const parts = DAYS * CAMPAIGNS.length;
  const [paid, shown] = [split(spend, parts, random), split(seen, parts, random)];
  return paid.map((money, part) => [
    date(shiftedDays(week, Math.floor(part / CAMPAIGNS.length))),
    text(CAMPAIGNS[part % CAMPAIGNS.length]),
    cents(money),
    whole(shown[part]),
    ...asides(money, shown[part], locale),
  ]);
}

/** Four columns that every platform writes beside: a text or reach, clicks, a rate, a price. */
function asides(money: number, shown: number, { currency, decimal }: Locale): Cell[] {
  const clicks = Math.round(shown / 80);
  return [
    text(currency.code),
    whole(clicks),
    text(`1${decimal}25%`),
    cents(clicks === 0 ? 0 : Math.round(money / clicks)),
  ];
}

function withTotal(draft: Draft, title: string, faults: Draft["faults"]): Draft {
  const sum = (place: number) =>
    draft.rows.reduce((all, cells) => {
      const cell = cells[place];
      return all + (cell?.kind === "number" ? cell.units : 0);
    }, 0);
  const total = draft.columns.map(({ role }, place): Cell => {
    if (role === "date") return text(title);
    if (role === "spend" || role === "kpi") return cents(sum(place));
    return role === "exposure" ? whole(sum(place)) : null;
  });
  const notes = ["IN-07 repair", "IN-07 warn"];
  return {
    ...draft,
    below: [total],
    faults: [...faults, { name: "totals row", outcome: { notes } }],
  };
}

const googleAds: Platform = {
  channel: "google ads",
  draft: mediaDraft({
    shape: "Google Ads",
    file: "google_ads.csv",
    words: GOOGLE_ADS,
    format: () => TABS,
    style: { dates: "iso", numbers: "grouped" },
    above: ["Campaign report", "January 1, 2024 - December 31, 2025"],
    total: () => "Total: Account",
  }),
};

const meta: Platform = {
  channel: "meta ads",
  draft: mediaDraft({
    shape: "Meta",
    file: "meta_ads.csv",
    words: META,
    format: csv,
    style: { dates: "iso", numbers: "plain" },
    above: [],
    total: null,
  }),
};

/** LinkedIn's days are those of UTC; no shop's are known to be. */
const inUtc =
  (draft: Platform["draft"]): Platform["draft"] =>
  (...made) => {
    const plain = draft(...made);
    const told = { name: "days of another time zone", outcome: { notes: ["IN-29 warn"] } };
    return { ...plain, faults: [...plain.faults, told] };
  };

const linkedIn: Platform = {
  channel: "linkedin",
  draft: inUtc(
    mediaDraft({
      shape: "LinkedIn",
      file: "linkedin.csv",
      words: LINKEDIN,
      format: () => TABS,
      style: { dates: "local", numbers: "plain" },
      above: [
        "Campaign Performance Report (in UTC)",
        "Report Start: January 1, 2024, 12:00 AM",
        "Report End: December 31, 2025, 11:59 PM",
        "Date Generated: January 4, 2026, 9:12 AM",
      ],
      total: null,
    }),
  ),
};

const tikTok: Platform = {
  channel: "tiktok",
  draft: mediaDraft({
    shape: "TikTok",
    file: "tiktok.xlsx",
    words: TIKTOK,
    format: () => ({ kind: "xlsx", sheet: "Sheet1" }),
    style: { dates: "iso", numbers: "plain" },
    above: [],
    total: (rows) => `Total of ${rows} results`,
  }),
};

export const PLATFORMS: readonly Platform[] = [googleAds, meta, linkedIn, tikTok];

export type Shop = (original: Original, locale: Locale, random: Seeded) => Draft;

/** GA4: comment lines, days as 20240131, the grand total first of all. */
export const ga4: Shop = (original, locale, random) => {
  const words = wordsFor(GA4, locale.name);
  const draft = shopDraft(original, locale, words, random, (iso) => dateText(iso.replaceAll("-", ""), iso));
  return {
    ...draft,
    file: "ga4.csv",
    shape: "GA4",
    above: ["# ----------------------------------------", "# Purchase revenue", "# Start date: 20240101"].map(
      (line) => [text(line)],
    ),
    faults: [
      { name: "preamble", outcome: { notes: ["IN-02 repair"] } },
      { name: "dates as text", outcome: { notes: ["IN-14 repair"] } },
    ],
  };
};

/** HubSpot-like: a row per close date. */
export const hubSpot: Shop = (original, locale, random) => ({
  ...shopDraft(original, locale, wordsFor(HUBSPOT, locale.name), random, date),
  file: "hubspot.csv",
  shape: "HubSpot",
});

function shopDraft(
  original: Original,
  locale: Locale,
  words: { readonly day: string; readonly revenue: string; readonly others: readonly string[] },
  random: Seeded,
  day: (iso: string) => Cell,
): Draft {
  const rows = original.weeks.flatMap((week, at) =>
    split(original.revenue[at], DAYS, random).map((money, of): Cell[] => [
      day(shiftedDays(week, of)),
      cents(money),
      text("default"),
      text("team a"),
    ]),
  );
  return {
    ...BARE,
    file: "",
    shape: "",
    layout: "daily",
    original: { ...original, channels: [] },
    locale,
    style: { dates: "iso", numbers: "plain" },
    format: { kind: "csv", separator: locale.separator, encoding: "utf-8" },
    columns: [
      { role: "date", header: words.day, clean: "week" },
      { role: "kpi", header: words.revenue, clean: "kpi" },
      ...words.others.map((header): Column => ({ role: "other", header, clean: null })),
    ],
    rows,
  };
}
