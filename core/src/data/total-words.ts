/** Words under which exports write totals beside their rows (IN-07). */

const WORDS =
  "(?:grand\\s+)?(?:total|totals|totaux|sum|subtotal|average|avg|mean|gesamt|gesamtsumme|gesamtergebnis|insgesamt|summe|" +
  "zwischensumme|somme|sous-total|合計|総計|小計)";
const BEGINS = new RegExp(`^${WORDS}(?![\\p{L}\\p{N}])`, "iu");
const WHOLE = new RegExp(`^${WORDS}(?:\\s+g[ée]n[ée]rale?|\\s*:.*)?$`, "iu");

/** True for the first cell of a total row: "Total", "Total: Account", "Gesamt: Konto", "Total général", "合計". */
export function saysTotal(text: string): boolean {
  return BEGINS.test(text.trim());
}

/** True for a name that is nothing but a total's: a channel may well be called "Total Wine". */
export function isTotalName(text: string): boolean {
  return WHOLE.test(text.trim());
}
