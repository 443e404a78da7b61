/** Number formats of the house (requirements §4.1), and the scale at which amounts show about three digits. */

export const MONEY = '#,##0;[Red](#,##0);"-"';
export const RATIO = '0.00"x"';
export const SHARE = "0.0%";
export const COUNT = "#,##0";
export const TWO_DECIMALS = "0.00";
export const ONE_DECIMAL = "0.0";
export const RHAT = "0.000";
export const DATE = "yyyy-mm-dd";
export const MONTH = "mmm yy";
export const GENERAL = "General";

/** How amounts of one size are written: divided by `divisor`, with `digits` decimals, named by `suffix`. */
export interface AmountScale {
  /** 1, a thousand, a million or a billion. */
  readonly divisor: number;
  readonly digits: number;
  /** "", "K", "M" or "B". */
  readonly suffix: string;
  /** Number format that shows the scaled amount while the cell keeps the full one. */
  readonly format: string;
}

/**
 * The scale of a table: three to four digits at the largest amount, so that the small ones keep one or two.
 *
 * @param amounts - amounts of one table, in one unit; those that are not finite are skipped.
 * @returns e.g. 12 345 678 gives millions with one decimal: "12.3".
 */
export function amountScale(amounts: Iterable<number>): AmountScale {
  let largest = 0;
  for (const amount of amounts) if (Number.isFinite(amount)) largest = Math.max(largest, Math.abs(amount));
  if (largest >= 1e6) return scaleOf(1e6, largest, "M", ",,");
  if (largest >= 1e4) return scaleOf(1e3, largest, "K", ",");
  return { divisor: 1, digits: 0, suffix: "", format: amountFormat([largest]) };
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
 * The scale of planned spend: in full below a million a line, since plans are agreed to the unit; scaled above.
 *
 * @returns e.g. 45 512 stays "45,512"; 8 316 000 gives millions with two decimals.
 */
export function planScale(amounts: readonly number[]): AmountScale {
  const largest = Math.max(0, ...amounts.map(Math.abs));
  return largest >= 1e7
    ? amountScale(amounts)
    : { divisor: 1, digits: 0, suffix: "", format: amountFormat(amounts) };
}

/**
 * The format of what the next unit of spend brings: a ratio for money, KPI units with three digits otherwise.
 *
 * @returns e.g. 1.3 in money `0.00"x"`; 0.045 orders per dollar `0.000`.
 */
export function marginalFormat(values: readonly number[], isMoney: boolean): string {
  const largest = Math.max(0, ...values.map(Math.abs));
  if (isMoney) return ratioFormat(largest);
  if (largest >= 10) return "#,##0.0";
  return largest >= 1 ? "0.00" : largest >= 0.1 ? "0.000" : "0.0000";
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

/**
 * The scale of one amount in a sentence: three digits, never more (§4.1).
 *
 * @returns e.g. 9 422 is written "9.42K", 136 400 000 "136M".
 */
export function wordScale(amount: number): AmountScale {
  const size = Math.abs(amount);
  const [divisor, suffix, commas] = WORD_SCALES.find(([least]) => size >= least) ?? ([1, "", ""] as const);
  const scaled = size / divisor;
  return { ...scaleOf(divisor, size, suffix, commas), digits: scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2 };
}

const WORD_SCALES: ReadonlyArray<readonly [number, string, string]> = [
  [1e9, "B", ",,,"],
  [1e6, "M", ",,"],
  [1e3, "K", ","],
];

/**
 * The format of a chart's value axis: sign, scaled number, suffix, and no red.
 *
 * @param sign - "$" or "" for KPI units.
 * @returns e.g. millions of dollars below ten: `"$"0.0,,"M"`.
 */
export function axisFormat(amounts: Iterable<number>, sign: string): string {
  const { divisor, suffix, largest } = axisScale(amounts);
  const commas = { 1: "", 1000: ",", 1000000: ",," }[divisor] ?? "";
  const digits = largest / divisor < 1 ? ".00" : largest / divisor < 10 ? ".0" : "";
  const number = `"${sign}"#,##0${digits}${commas}"${suffix}"`;
  return `${number};-${number};"0"`;
}

function axisScale(amounts: Iterable<number>): { divisor: number; suffix: string; largest: number } {
  let largest = 0;
  for (const amount of amounts) if (Number.isFinite(amount)) largest = Math.max(largest, Math.abs(amount));
  if (largest >= 1e6) return { divisor: 1e6, suffix: "M", largest };
  return largest >= 1e4 ? { divisor: 1e3, suffix: "K", largest } : { divisor: 1, suffix: "", largest };
}

function scaleOf(divisor: number, largest: number, suffix: string, commas: string): AmountScale {
  const digits = decimalsFor(largest / divisor);
  const number = digits === 0 ? `#,##0${commas}` : `#,##0.${"0".repeat(digits)}${commas}`;
  return { divisor, digits, suffix, format: `${number};[Red](${number});"-"` };
}

function decimalsFor(scaled: number): number {
  if (scaled >= 10_000) return 0;
  return scaled >= 10 ? 1 : 2;
}
