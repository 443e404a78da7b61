/** Rules that name the days of a holiday year by year. */

import { daysFromDate, daysFromIso, weekday } from "../calendar.ts";
import { easterSunday } from "./easter.ts";

/** Monday 0 … Sunday 6. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export type DayRule =
  /** The same date every year, "MM-DD". */
  | { readonly kind: "fixed"; readonly date: string }
  /** The nth such weekday of a month, 1 to 4, or −1 for the last, and days after it. */
  | {
      readonly kind: "nth";
      readonly month: number;
      readonly nth: number;
      readonly weekday: Weekday;
      readonly after: number;
    }
  /** The last such weekday before a date, "MM-DD". */
  | { readonly kind: "before"; readonly date: string; readonly weekday: Weekday }
  /** Days after Easter Sunday, negative before it. */
  | { readonly kind: "easter"; readonly after: number }
  /** Japan's equinox: the day in the month that it had in 1980, with its fraction. */
  | { readonly kind: "equinox"; readonly month: number; readonly day1980: number }
  /** Dates that follow no rule, "YYYY-MM-DD", each alone or a first and a last day as "YYYY-MM-DD/YYYY-MM-DD". */
  | { readonly kind: "listed"; readonly dates: readonly string[] }
  /** Every day from one rule's day to the other's. */
  | { readonly kind: "span"; readonly first: DayRule; readonly last: DayRule };

const WEEK = 7;
const TROPICAL_EXCESS = 0.242194; // days of a tropical year beyond 365; Japanese coast guard's formula, 1980–2099

/**
 * The days that a rule names in a year.
 *
 * @param year - Gregorian.
 * @returns day numbers, ascending; empty where a list names none. E.g. the fourth Thursday of November 2024 is the 28th.
 */
export function daysOfRule(rule: DayRule, year: number): number[] {
  switch (rule.kind) {
    case "fixed":
      return [dateIn(year, rule.date)];
    case "nth":
      return [nthWeekday(rule, year) + rule.after];
    case "before": {
      const eve = dateIn(year, rule.date) - 1;
      return [eve - ((weekday(eve) - rule.weekday + WEEK) % WEEK)];
    }
    case "easter":
      return [easterSunday(year) + rule.after];
    case "equinox": {
      const since = year - 1980;
      const day = Math.floor(rule.day1980 + TROPICAL_EXCESS * since) - Math.floor(since / 4);
      return [daysFromDate(year, rule.month, day)];
    }
    case "listed":
      return rule.dates.filter((date) => Number(date.slice(0, 4)) === year).flatMap(datesOf);
    case "span":
      return everyDay(daysOfRule(rule.first, year)[0] ?? 0, daysOfRule(rule.last, year)[0] ?? 0);
  }
}

function dateIn(year: number, date: string): number {
  return daysFromDate(year, Number(date.slice(0, 2)), Number(date.slice(3)));
}

function nthWeekday(rule: Extract<DayRule, { readonly kind: "nth" }>, year: number): number {
  if (rule.nth > 0) {
    const first = daysFromDate(year, rule.month, 1);
    return first + ((rule.weekday - weekday(first) + WEEK) % WEEK) + WEEK * (rule.nth - 1);
  }
  const last = daysFromDate(rule.month === 12 ? year + 1 : year, (rule.month % 12) + 1, 1) - 1;
  return last - ((weekday(last) - rule.weekday + WEEK) % WEEK);
}

function datesOf(text: string): number[] {
  const [first = "", last = first] = text.split("/");
  const [from, to] = [daysFromIso(first), daysFromIso(last)];
  if (from === null || to === null) throw new RangeError(`a listed date is YYYY-MM-DD, not ${text}`);
  return everyDay(from, to);
}

function everyDay(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, day) => first + day);
}

/** The same date every year: `fixed("12-25")`. */
export function fixed(date: string): DayRule {
  return { kind: "fixed", date };
}

/** The nth weekday of a month and days after it: `nth(11, 4, 3)` is the fourth Thursday of November; −1 is the last. */
export function nth(month: number, place: number, day: Weekday, after: number = 0): DayRule {
  return { kind: "nth", month, nth: place, weekday: day, after };
}

/** Days after Easter Sunday: `easter(-2)` is Good Friday. */
export function easter(after: number): DayRule {
  return { kind: "easter", after };
}

/** Dates without a rule. */
export function listed(...dates: string[]): DayRule {
  return { kind: "listed", dates };
}
