/** The header words that the platforms really use, by country; a platform without a country's words exports English ones. */

import type { Locale } from "../locales.ts";

export interface MediaWords {
  readonly day: string;
  readonly campaign: string;
  /** "{}" stands for the currency's code. */
  readonly cost: string;
  readonly impressions: string;
  /** Columns beside them that are not asked for. */
  readonly others: readonly string[];
}

export interface ShopWords {
  readonly day: string;
  readonly revenue: string;
  readonly others: readonly string[];
}

type Country = Locale["name"];
export type Words<Kind> = Readonly<Partial<Record<Country, Kind>> & Record<"en-US", Kind>>;

export const GOOGLE_ADS: Words<MediaWords> = {
  "en-US": {
    day: "Day",
    campaign: "Campaign",
    cost: "Cost",
    impressions: "Impr.",
    others: ["Currency code", "Clicks", "CTR", "Avg. CPC"],
  },
  "de-DE": {
    day: "Tag",
    campaign: "Kampagne",
    cost: "Kosten",
    impressions: "Impr.",
    others: ["Währungscode", "Klicks", "CTR", "Durchschn. CPC"],
  },
  "fr-FR": {
    day: "Jour",
    campaign: "Campagne",
    cost: "Coût",
    impressions: "Impr.",
    others: ["Code de devise", "Clics", "CTR", "CPC moy."],
  },
  "ja-JP": {
    day: "日",
    campaign: "キャンペーン",
    cost: "費用",
    impressions: "表示回数",
    others: ["通貨コード", "クリック数", "クリック率", "平均クリック単価"],
  },
};

export const META: Words<MediaWords> = {
  "en-US": {
    day: "Day",
    campaign: "Campaign name",
    cost: "Amount spent ({})",
    impressions: "Impressions",
    others: ["Reach", "Link clicks", "CPM (cost per 1,000 impressions)"],
  },
  "de-DE": {
    day: "Tag",
    campaign: "Kampagnenname",
    cost: "Ausgegebener Betrag ({})",
    impressions: "Impressionen",
    others: ["Reichweite", "Link-Klicks", "CPM (Kosten pro 1.000 Impressionen)"],
  },
  "fr-FR": {
    day: "Jour",
    campaign: "Nom de la campagne",
    cost: "Montant dépensé ({})",
    impressions: "Impressions",
    others: ["Couverture", "Clics sur un lien", "CPM (Coût pour 1 000 impressions)"],
  },
  "ja-JP": {
    day: "日",
    campaign: "キャンペーン名",
    cost: "消化金額 ({})",
    impressions: "インプレッション",
    others: ["リーチ", "リンクのクリック", "CPM(インプレッション単価)"],
  },
};

export const LINKEDIN: Words<MediaWords> = {
  "en-US": {
    day: "Start Date (in UTC)",
    campaign: "Campaign Name",
    cost: "Total Spent",
    impressions: "Impressions",
    others: ["Currency", "Clicks", "Click Through Rate", "Average CPC"],
  },
};

export const TIKTOK: Words<MediaWords> = {
  "en-US": {
    day: "By Day",
    campaign: "Campaign name",
    cost: "Cost",
    impressions: "Impressions",
    others: ["Currency", "Clicks (destination)", "CTR (destination)", "CPC (destination)"],
  },
};

export const GA4: Words<ShopWords> = {
  "en-US": { day: "Date", revenue: "Total revenue", others: ["Sessions", "Engagement rate"] },
  "de-DE": { day: "Datum", revenue: "Gesamtumsatz", others: ["Sitzungen", "Engagement-Rate"] },
  "fr-FR": { day: "Date", revenue: "Revenu total", others: ["Sessions", "Taux d'engagement"] },
  "ja-JP": { day: "日付", revenue: "合計収益", others: ["セッション", "エンゲージメント率"] },
};

export const HUBSPOT: Words<ShopWords> = {
  "en-US": { day: "Close date", revenue: "Closed won revenue", others: ["Pipeline", "Deal owner"] },
};

export function wordsFor<Kind>(words: Words<Kind>, country: Country): Kind {
  return words[country] ?? words["en-US"];
}
