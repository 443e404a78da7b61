/** Header words of exports in German, French and Japanese, as the English word that says the same. */

/** English word → words of ad platforms, shops and analytics in their other languages (Google Ads, Meta, GA4, TikTok). */
const WORDS: Readonly<Record<string, string>> = {
  day: "tag datum jour 日 日付 日別",
  week: "woche kalenderwoche kw semaine 週",
  month: "monat mois 月",
  period: "zeitraum période periode 期間",
  starts: "berichtsstart beginn startdatum anfang début debut レポート開始日 開始日",
  ends: "end enddate berichtsende enddatum ende fin レポート終了日 終了日",
  cost: "kosten mediakosten werbekosten coût coûts cout couts 費用 コスト 広告費 ご利用金額 利用金額",
  spent:
    "ausgegeben ausgegebener ausgaben werbeausgaben dépensé dépense dépenses depense depenses 消化金額 消化額 出稿金額",
  amount: "betrag montant 金額",
  impressions:
    "impression impr imps impressionen sichtkontakte affichages 表示回数 インプレッション インプレッション数 imp数",
  clicks: "klick klicks clic clics クリック クリック数",
  reach: "reichweite portée couverture リーチ リーチ数",
  views: "aufrufe vues 再生数 視聴回数",
  campaign: "kampagne campagne キャンペーン キャンペーン名",
  channel: "kanal kanäle canal canaux チャネル チャンネル 媒体 メディア",
  platform: "plattform plateforme プラットフォーム",
  network: "netzwerk réseau reseau ネットワーク",
  currency: "währung währungscode waehrung devise 通貨 通貨コード",
  account: "konto kontoname compte アカウント アカウント名",
  country: "land pays 国",
  region: "bundesland région 地域 都道府県",
  revenue:
    "umsatz umsätze erlös erlöse einnahmen affaires revenu revenus gesamtumsatz 合計収益 総収益 売上 売上高 収益 収入",
  sales: "verkäufe ventes 販売額",
  orders:
    "bestellung bestellungen käufe commande commandes achats purchases purchase 注文 注文数 購入 購入数",
  conversions: "conv コンバージョン コンバージョン数",
  leads: "anfragen prospects リード リード数",
  price: "preis preise prix 価格",
  discount: "rabatt remise 割引",
  promotion: "aktion aktionen プロモーション",
  holiday: "feiertag feiertage férié fériés 祝日",
  competitor: "wettbewerb wettbewerber concurrent concurrence 競合",
  weather: "wetter météo 天気",
  temperature: "temperatur température 気温",
  average:
    "avg ø durchschn durchschnittl durchschnittlich durchschnittliche durchschnittlicher moyen moyenne moy 平均",
  rate: "quote taux 率",
  frequency: "frequenz fréquence répétition フリークエンシー",
  share: "anteil part シェア",
};

const ENGLISH: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([english, words]) =>
    words.split(" ").map((word) => [word, english] as const),
  ),
);

/** The English word of a header's word, or the word itself: "kosten" and "費用" are "cost". */
export function englishWord(word: string): string {
  return ENGLISH.get(word) ?? word;
}

/** The foreign words of an English one. */
export function foreignWords(english: string): readonly string[] {
  return WORDS[english]?.split(" ") ?? [];
}
