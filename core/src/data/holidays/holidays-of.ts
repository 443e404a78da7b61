/** The public holidays of a market and a year, with the days that stand in for those on weekends. */

import { dateFromDays, daysFromDate, isoDate, weekday } from "../calendar.ts";
import { daysOfRule } from "./day-rule.ts";
import { type HolidayRule, type Market, rulesOf, type Substitute } from "./market-rules.ts";

export interface Holiday {
  /** ISO date. */
  readonly day: string;
  readonly name: string;
}

interface Named {
  readonly day: number;
  readonly name: string;
  readonly substitute: Substitute | null;
}

const [FRIDAY, SATURDAY, SUNDAY] = [4, 5, 6] as const;

/**
 * Public holidays by date, substitute days among them.
 *
 * @param year - one of `CHECKED`; others follow the same rules, whatever the law was or will be.
 * @returns ascending; e.g. the US in 2021 ends with New Year's Day (observed) on 2021-12-31.
 */
export function holidaysOf(market: Market, year: number): Holiday[] {
  // a substitute of 1 January may lie in December
  const all = [year, year + 1].flatMap((each) => withSubstitutes(namedDays(market, each)));
  return all
    .filter(({ day }) => dateFromDays(day).year === year)
    .sort((first, second) => first.day - second.day)
    .map(({ day, name }) => ({ day: isoDate(day), name }));
}

function namedDays(market: Market, year: number): Named[] {
  return rulesOf(market).flatMap((rule) =>
    daysIn(rule, year).map((day) => ({
      day: kept(day, rule.substitute ?? null),
      name: rule.name,
      substitute: rule.substitute ?? null,
    })),
  );
}

function daysIn(rule: HolidayRule, year: number): number[] {
  if (year < (rule.from ?? year) || year > (rule.until ?? year)) return [];
  const moved = rule.moved?.[year];
  return daysOfRule(moved === undefined ? rule.day : { kind: "fixed", date: moved }, year);
}

/** The day itself, or the one it is kept on instead. */
function kept(day: number, substitute: Substitute | null): number {
  if (substitute === "to-saturday" && weekday(day) === SUNDAY) return day - 1;
  if (substitute === "to-monday" && weekday(day) > FRIDAY) return day + (SUNDAY - weekday(day)) + 1;
  return day;
}

function withSubstitutes(days: readonly Named[]): Named[] {
  const taken = new Set(days.map(({ day }) => day));
  const added = days.flatMap((holiday) => {
    const day = substituteDay(holiday, taken);
    if (day === null) return [];
    taken.add(day);
    return [{ ...holiday, day, name: `${holiday.name} (observed)` }];
  });
  return [...days, ...added];
}

function substituteDay({ day, substitute }: Named, taken: ReadonlySet<number>): number | null {
  const on = weekday(day);
  if (substitute === "nearest") return on === SATURDAY ? day - 1 : on === SUNDAY ? day + 1 : null;
  if (substitute === "weekend") return on > FRIDAY ? nextFree(day, taken) : null;
  return substitute === "sunday" && on === SUNDAY ? nextFree(day, taken) : null;
}

/** The next day that is neither weekend nor holiday. */
function nextFree(day: number, taken: ReadonlySet<number>): number {
  let next = day + 1;
  while (weekday(next) > FRIDAY || taken.has(next)) next += 1;
  return next;
}

const WEEK = 7;

/**
 * Public holidays per week.
 *
 * @param starts - [week] day number of each week's first day.
 * @returns [week] 0 to 7; a day that is two holidays counts once. E.g. the week of Monday 2024-12-23 in GB holds 2.
 */
export function holidaysPerWeek(market: Market, starts: readonly number[]): Float64Array {
  const years = yearsOf(starts);
  const days = new Set(years.flatMap((year) => holidaysOf(market, year).map(({ day }) => day)));
  return Float64Array.from(starts, (start) => {
    let holidays = 0;
    for (let day = start; day < start + WEEK; day++) if (days.has(isoDate(day))) holidays += 1;
    return holidays;
  });
}

/** First and last year for which the tables were compared with other calendars. */
export const CHECKED: readonly [first: number, last: number] = [2018, 2030];

/** Every year that the weeks touch. */
export function yearsOf(starts: readonly number[]): number[] {
  const first = dateFromDays(starts[0] ?? daysFromDate(1970, 1, 1)).year;
  const last = dateFromDays((starts.at(-1) ?? 0) + WEEK - 1).year;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
