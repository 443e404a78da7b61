/** The days that a dated figure stands for, and its share of each. */

import { decimals } from "../../numerics/decimal-sum.ts";
import { dateFromDays, daysFromDate } from "../calendar.ts";
import type { Grain } from "./grain.ts";

const WEEK = 7;
const CENTS = 2; // money is split to the cent at least

/** Consecutive days. */
export interface Period {
  readonly start: number;
  readonly length: number;
}

/**
 * The period of a date: the day, the seven days from it on, or the calendar month it lies in.
 *
 * @returns e.g. for 31 January 2024 and "month" the 31 days from 1 January on, so that month ends date months as well.
 */
export function periodOf(day: number, grain: Grain): Period {
  if (grain === "week") return { start: day, length: WEEK };
  if (grain !== "month") return { start: day, length: 1 };
  const { year, month } = dateFromDays(day);
  const start = daysFromDate(year, month, 1);
  const next = month === 12 ? daysFromDate(year + 1, 1, 1) : daysFromDate(year, month + 1, 1);
  return { start, length: next - start };
}

/**
 * A total split evenly over days, exact to its last decimal: the parts add up to the total.
 *
 * @returns [day] e.g. 100 over 3 days is 33.33, 33.34, 33.33.
 */
export function splitTotal(total: number, length: number): number[] {
  if (length === 1) return [total];
  const scale = 10 ** Math.max(CENTS, decimals(total));
  const units = Math.round(total * scale);
  const upTo = (day: number) => Math.round((units * day) / length);
  return Array.from({ length }, (_, day) => (upTo(day + 1) - upTo(day)) / scale);
}
