/** The whole weeks within a span of days. */

import { weekday } from "../calendar.ts";

const WEEK = 7;
const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** The id under which the brief's answers say on which day weeks start, e.g. `"IN-25:week-start": sunday`. */
export const WEEK_START = "IN-25:week-start";

/** Monday 0 … Sunday 6 as answered, or Monday; null when the answer is no day. */
export function answeredWeekStart(answers: Readonly<Record<string, string>>): number | null {
  const answer = answers[WEEK_START];
  const day = answer === undefined ? 0 : DAYS.indexOf(answer.toLowerCase());
  return day < 0 ? null : day;
}

/** "Monday" of 0 … "Sunday" of 6. */
export function dayName(day: number): string {
  const name = DAYS[day] ?? "";
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * The first days of the weeks that lie wholly within a span.
 *
 * @param first - first day of the span.
 * @param last - its last day.
 * @param startDay - Monday 0 … Sunday 6.
 * @returns e.g. Monday weeks of January 2024 start on the 1st, 8th, 15th and 22nd.
 */
export function wholeWeeks(first: number, last: number, startDay: number): number[] {
  const begin = first + ((startDay - weekday(first) + WEEK) % WEEK);
  const count = Math.max(0, Math.floor((last - begin + 1) / WEEK));
  return Array.from({ length: count }, (_, week) => begin + week * WEEK);
}
