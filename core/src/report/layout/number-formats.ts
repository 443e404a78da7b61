/** Number formats of the house (requirements §4.1), and the scale at which amounts show about three digits. */

export const MONEY = '#,##0;[Red](#,##0);"-"';
export const RATIO = '0.00"x"';
export const SHARE = "0.0%";
export const COUNT = "#,##0";
export const TWO_DECIMALS = "0.00";
export const ONE_DECIMAL = "0.0";
export const RHAT = "0.000";
export const DATE = "yyyy-mm-dd";
export const GENERAL = "General";

/** How amounts of one size are written: divided by `divisor`, with `digits` decimals, named by `suffix`. */
export interface AmountScale {
  /** 1, 1 000 or 1 000 000. */
  readonly divisor: number;
  readonly digits: number;
  /** "", "K" or "M". */
  readonly suffix: string;
  /** Number format that shows the scaled amount while the cell keeps the full one. */
  readonly format: string;
}

/**
 * The scale at which the largest amount shows three to four digits (§4.1: never more on an estimate).
 *
 * @param amounts - amounts of one table, in one unit; those that are not finite are skipped.
 * @returns e.g. 12 345 678 gives millions with one decimal: "12.3".
 */
export function amountScale(amounts: Iterable<number>): AmountScale {
  let largest = 0;
  for (const amount of amounts) if (Number.isFinite(amount)) largest = Math.max(largest, Math.abs(amount));
  if (largest >= 1e6) return scaleOf(1e6, largest, "M", ",,");
  if (largest >= 1e4) return scaleOf(1e3, largest, "K", ",");
  return scaleOf(1, largest, "", "");
}

/**
 * The unscaled format of weekly amounts as they were read: decimals only where the amounts are small.
 *
 * @returns e.g. `#,##0` for thousands, `0.00` style for a series between 0 and 1.
 */
export function amountFormat(amounts: Iterable<number>): string {
  let largest = 0;
  for (const amount of amounts) largest = Math.max(largest, Math.abs(amount));
  const digits = largest >= 1000 || largest === 0 ? 0 : decimalsFor(largest);
  const number = digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`;
  return `${number};[Red](${number});"-"`;
}

/**
 * The ratio format with about three digits at the largest value.
 *
 * @returns e.g. 3.2 gives `0.00"x"`, 1 250 gives `#,##0"x"`.
 */
export function ratioFormat(largest: number): string {
  if (largest >= 100) return '#,##0"x"';
  return largest >= 10 ? '0.0"x"' : RATIO;
}

function scaleOf(divisor: number, largest: number, suffix: string, commas: string): AmountScale {
  const digits = decimalsFor(largest / divisor);
  const number = digits === 0 ? `#,##0${commas}` : `#,##0.${"0".repeat(digits)}${commas}`;
  return { divisor, digits, suffix, format: `${number};[Red](${number});"-"` };
}

function decimalsFor(scaled: number): number {
  if (scaled >= 100) return 0;
  return scaled >= 10 ? 1 : 2;
}
