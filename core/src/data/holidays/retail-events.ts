/** Days on which shops sell more, and which no law names. */

import { type DayRule, daysOfRule, fixed, listed, nth, type Weekday } from "./day-rule.ts";
import { CHECKED, yearsOf } from "./holidays-of.ts";
import type { Market } from "./market-rules.ts";

interface RetailEvent {
  readonly name: string;
  /** Each holds from its year on until the next one. */
  readonly days: ReadonlyArray<readonly [from: number, rule: DayRule]>;
  /** Markets in which `retail: true` takes it; elsewhere it is to be named. */
  readonly usual: "everywhere" | "nowhere" | readonly Market[];
  /** Last year whose dates are known. */
  readonly until: number;
}

const [MON, THU, SUN]: readonly [Weekday, Weekday, Weekday] = [0, 3, 6];
const [TABLES_FROM, TABLES_UNTIL] = CHECKED;
const ALWAYS = Number.POSITIVE_INFINITY;
const SCHOOL_IN_AUTUMN: readonly Market[] = [
  "US",
  "GB",
  "FR",
  "DE",
  "IT",
  "ES",
  "NL",
  "PT",
  "DK",
  "CZ",
  "CA",
];

/**
 * Prime Day as Amazon announced it for the US: other countries kept other days in 2020 (India) and 2021 (Canada, India);
 * dates after 2025 are not typed. Eid by the Umm al-Qura calendar, first day; moon sighting may move it by a day
 * elsewhere. Lunar New Year by the Chinese calendar; Diwali is the day of Lakshmi Puja.
 */
const EVENTS: readonly RetailEvent[] = [
  { name: "Black Friday", days: [[0, nth(11, 4, THU, 1)]], usual: "everywhere", until: ALWAYS },
  { name: "Cyber Monday", days: [[0, nth(11, 4, THU, 4)]], usual: "everywhere", until: ALWAYS },
  {
    name: "Prime Day",
    days: [
      [
        0,
        listed(
          "2018-07-16/2018-07-17",
          "2019-07-15/2019-07-16",
          "2020-10-13/2020-10-14",
          "2021-06-21/2021-06-22",
          "2022-07-12/2022-07-13",
          "2023-07-11/2023-07-12",
          "2024-07-16/2024-07-17",
          "2025-07-08/2025-07-11",
        ),
      ],
    ],
    usual: ["US", "GB", "FR", "DE", "IT", "ES", "NL", "PT", "CA", "AU", "JP", "BR"],
    until: 2025,
  },
  { name: "Singles' Day", days: [[0, fixed("11-11")]], usual: "everywhere", until: ALWAYS },
  {
    name: "Back to school",
    days: [[0, { kind: "span", first: fixed("08-01"), last: nth(9, 1, MON) }]],
    usual: SCHOOL_IN_AUTUMN,
    until: ALWAYS,
  },
  {
    name: "Super Bowl",
    days: [
      [0, nth(2, 1, SUN)],
      [2022, nth(2, 2, SUN)],
    ],
    usual: ["US", "CA"],
    until: ALWAYS,
  },
  festival("Eid al-Fitr", "06-15 06-04 05-24 05-13 05-02 04-21 04-10 03-30 03-20 03-09 02-26 02-14 02-04"),
  festival("Eid al-Adha", "08-21 08-11 07-31 07-20 07-09 06-28 06-16 06-06 05-27 05-16 05-05 04-24 04-13"),
  festival("Lunar New Year", "02-16 02-05 01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13 02-03"),
  festival("Diwali", "11-07 10-27 11-14 11-04 10-24 11-12 10-31 10-20 11-08 10-29 10-17 11-05 10-26"),
];

/** A festival by its dates of 2018 to 2030, which a shop outside its home market keeps only if it chooses to. */
function festival(name: string, dates: string): RetailEvent {
  const days = listed(...dates.split(" ").map((date, place) => `${TABLES_FROM + place}-${date}`));
  return { name, days: [[0, days]], usual: "nowhere", until: TABLES_UNTIL };
}

/** Names by which a brief may ask for a retail event. */
export const RETAIL_EVENTS: readonly string[] = EVENTS.map(({ name }) => name);

/** The retail events that `retail: true` takes in a market. */
export function usualRetailEvents(market: Market): string[] {
  return EVENTS.filter(
    ({ usual }) => usual === "everywhere" || (usual !== "nowhere" && usual.includes(market)),
  ).map(({ name }) => name);
}

function eventNamed(name: string): RetailEvent {
  const event = EVENTS.find((each) => each.name === name);
  if (event === undefined) throw new RangeError(`no retail event is called ${name}`);
  return event;
}

/**
 * The days of a retail event in a year.
 *
 * @returns day numbers, ascending; empty in years whose dates are not known.
 * @throws RangeError for a name that is not one of `RETAIL_EVENTS`.
 */
export function retailDays(name: string, year: number): number[] {
  const held = eventNamed(name).days.filter(([from]) => from <= year);
  return held.slice(-1).flatMap(([, rule]) => daysOfRule(rule, year));
}

/** Years among those of the weeks for which a retail event's dates are not known. */
export function unknownYears(name: string, starts: readonly number[]): number[] {
  const { until } = eventNamed(name);
  const from = until === ALWAYS ? 0 : TABLES_FROM;
  return yearsOf(starts).filter((year) => year < from || year > until);
}

const WEEK = 7;

/**
 * A retail event by week.
 *
 * @param starts - [week] day number of each week's first day.
 * @returns [week] 1 in every week that one of its days touches, else 0.
 */
export function retailWeeks(name: string, starts: readonly number[]): Float64Array {
  const days = yearsOf(starts).flatMap((year) => retailDays(name, year));
  return Float64Array.from(starts, (start) =>
    days.some((day) => day >= start && day < start + WEEK) ? 1 : 0,
  );
}
