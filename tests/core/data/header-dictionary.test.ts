import { kpiRank, saysDate, saysExposure, saysPer, saysSpend } from "@mmm/core/data/header-tokens.ts";

describe("headers of platform exports in four languages", () => {
  it.each([
    ["Google Ads", "Cost", "Impr.", "Day"],
    ["Google Ads de", "Kosten", "Impr.", "Tag"],
    ["Google Ads fr", "Coût", "Impressions", "Jour"],
    ["Google Ads ja", "費用", "表示回数", "日"],
    ["Meta", "Amount spent (USD)", "Impressions", "Reporting starts"],
    ["Meta de", "Ausgegebener Betrag (EUR)", "Impressionen", "Berichtsstart"],
    ["Meta fr", "Montant dépensé (EUR)", "Impressions", "Début des rapports"],
    ["Meta ja", "消化金額 (JPY)", "インプレッション", "レポート開始日"],
    ["LinkedIn", "Total Spent", "Impressions", "Start Date (in UTC)"],
    ["TikTok", "Cost", "Impressions", "By Day"],
  ])("%s: spend, impressions and date are known", (_, spend, exposure, date) => {
    expect(saysSpend(spend)).toBe(true);
    expect(saysExposure(exposure)).toBe(true);
    expect(saysDate(date)).toBe(true);
    expect(saysSpend(exposure) || saysExposure(spend)).toBe(false);
  });

  it.each([
    "Cost / conv.",
    "Kosten/Conv.",
    "Coût/conv.",
    "費用/コンバージョン",
    "Avg. CPC",
    "Durchschn. CPC",
    "CTR",
    "Conv. value / cost",
    "Cost per result",
    "Frequency",
    "CPM (cost per 1,000 impressions)",
  ])("%s is a rate and nothing that adds up", (header) => {
    expect(saysPer(header)).toBe(true);
    expect(saysSpend(header) || saysExposure(header)).toBe(false);
    expect(kpiRank(header)).toBeNull();
  });

  it("keeps a platform above its figure apart from a quotient (IN-03)", () => {
    expect(saysSpend("Meta / Spend")).toBe(true);
    expect(saysExposure("Search / Clicks")).toBe(true);
  });

  it.each([
    ["Umsatz", "Revenue"],
    ["Chiffre d'affaires", "Revenue of ours"],
    ["売上", "Revenue"],
    ["Bestellungen", "Orders"],
    ["コンバージョン", "Conversions"],
  ])("%s ranks as %s among the KPI", (foreign, english) => {
    expect(kpiRank(foreign)).not.toBeNull();
    expect(kpiRank(foreign)).toBe(kpiRank(english));
  });
});
