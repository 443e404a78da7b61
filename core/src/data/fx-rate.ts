/** One exchange rate of one month (requirements §4.2). */

import { dateFromDays } from "./calendar.ts";

/** Units of the brief's currency per unit of this one. */
export interface FxRate {
  /** ISO code. */
  readonly currency: string;
  /** "2024-01". */
  readonly month: string;
  /** Above 0. */
  readonly rate: number;
  /** Where it is from, e.g. "ECB monthly average". */
  readonly source: string;
}

/** "2024-01" of a day number. */
export function monthOfDay(day: number): string {
  const { year, month } = dateFromDays(day);
  return `${year}-${String(month).padStart(2, "0")}`;
}
