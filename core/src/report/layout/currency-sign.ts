/** How a currency stands before a number. */

/** Signs for the codes that users write most; any other code is written as it is. */
const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  USD: "$",
  EUR: "€",
  GBP: "£",
  JPY: "¥",
  INR: "₹",
};

/** "$" for "USD"; a sign stands close to the number, a code with a space: "CHF ". */
export function currencySign(currency: string): string {
  return CURRENCY_SIGNS[currency.toUpperCase()] ?? (/^[A-Za-z]+$/.test(currency) ? `${currency} ` : currency);
}
