/** Functions of dates and weeks: holidays, events, days added up to weeks, missing weeks. */

import { isoDate, weekday } from "../../data/calendar.ts";
import { eventFromDates } from "../../data/event-series.ts";
import { holidaysPerWeek } from "../../data/holidays/holidays-of.ts";
import { MARKETS, type Market } from "../../data/holidays/market-rules.ts";
import { decimalSum } from "../../numerics/decimal-sum.ts";
import { dates, series } from "../arguments/ranges.ts";
import { choice, text } from "../arguments/single.ts";
import { defineFunction, type FunctionSpec } from "../function-spec.ts";
import { column, fault } from "../outcome.ts";

const WEEK = 7;
const STARTS = ["mon", "sun", "tue", "wed", "thu", "fri", "sat"] as const;
/** Monday 0 … Sunday 6, as the calendar counts. */
const DAY: Readonly<Record<(typeof STARTS)[number], number>> = {
  mon: 0,
  tue: 1,
  wed: 2,
  thu: 3,
  fri: 4,
  sat: 5,
  sun: 6,
};
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** First day of the week that a day lies in. */
function weekOf(day: number, start: number): number {
  return day - ((weekday(day) - start + WEEK) % WEEK);
}

/** Every week from the first to the last, whether it has a row or not. */
function weeksBetween(starts: readonly number[]): number[] {
  const first = Math.min(...starts);
  const count = (Math.max(...starts) - first) / WEEK + 1;
  return Array.from({ length: count }, (_, week) => first + week * WEEK);
}

export const WEEKS: readonly FunctionSpec[] = [
  defineFunction({
    name: "WEEKLY",
    summary: "Daily figures by week, to the cent; a week without a day is #N/A, never zero.",
    parameters: [
      dates("dates", "One date per row"),
      series("values", "One figure per row, as long as dates"),
      choice("week_start", "First day of the week", STARTS),
      choice("agg", "What a week is of its days", ["sum", "mean", "last"]),
    ],
    returns: "Two columns: first day of the week as YYYY-MM-DD, and the figure.",
    spills: true,
    example: {
      formula: '=MMM.WEEKLY({"2024-01-01";"2024-01-02";"2024-01-08"}, {1.1;2.2;5})',
      result: "2024-01-01 3.3, 2024-01-08 5",
    },
    source: "C-06",
    compute(days, values, start, agg) {
      if (days.length !== values.values.length)
        return fault("#VALUE!", `dates has ${days.length} rows, values ${values.values.length}`);
      const groups = new Map<number, number[]>();
      for (const [row, day] of days.entries()) {
        const week = weekOf(day, DAY[start]);
        groups.set(week, [...(groups.get(week) ?? []), values.values[row] ?? 0]);
      }
      return weeksBetween([...groups.keys()]).map((week) => {
        const own = groups.get(week);
        if (own === undefined) return [isoDate(week), "#N/A"];
        const total = decimalSum(own);
        return [
          isoDate(week),
          agg === "sum" ? total : agg === "mean" ? total / own.length : (own.at(-1) ?? 0),
        ];
      });
    },
  }),
  defineFunction({
    name: "GAPS",
    summary: "Weeks between the first and the last date that have no row.",
    parameters: [dates("dates", "One date per week"), choice("week_start", "First day of the week", STARTS)],
    returns: "A column of first days as YYYY-MM-DD; one empty cell where no week is missing.",
    spills: true,
    example: { formula: '=MMM.GAPS({"2024-01-01";"2024-01-15"})', result: "2024-01-08" },
    source: "IN-23",
    compute(days, start) {
      const have = new Set(days.map((day) => weekOf(day, DAY[start])));
      const missing = weeksBetween([...have]).filter((week) => !have.has(week));
      return missing.length === 0 ? "" : column(missing.map(isoDate));
    },
  }),
  defineFunction({
    name: "HOLIDAY",
    summary: "Public holidays of a market in each week.",
    parameters: [
      dates("dates", "First day of each week"),
      text("country", `Market: ${MARKETS.join(", ")}`),
      choice("grain", "Count of holidays, or share of the week's days", ["week", "share"]),
    ],
    returns: "A column as long as dates: holidays per week, or that over seven.",
    spills: true,
    example: { formula: '=MMM.HOLIDAY({"2024-12-23"}, "GB")', result: "2" },
    source: "our own rule table, checked against date-holidays; requirements §5.4",
    compute(days, country, grain) {
      const market = MARKETS.find((each) => each === country.toUpperCase());
      if (market === undefined)
        return fault("#N/A", `country must be one of ${MARKETS.join(", ")}, not ${country}`);
      const counts = holidaysPerWeek(market satisfies Market, days);
      return column(counts.map((count) => (grain === "week" ? count : count / WEEK)));
    },
  }),
  defineFunction({
    name: "EVENT",
    summary: "A weekly column for an event given by its dates.",
    parameters: [
      dates("dates", "First day of each week"),
      text("start", "First day of the event, YYYY-MM-DD"),
      {
        ...text("end", "Last day of the event, YYYY-MM-DD; left out: a pulse is one day, a step goes on"),
        optional: true,
        read: (given) => (given === null || given === "" ? null : String(given).trim()),
      },
      choice("shape", "How it works", ["pulse", "step", "ramp"]),
    ],
    returns: "A column as long as dates, from 0 to 1.",
    spills: true,
    example: { formula: '=MMM.EVENT({"2024-01-01";"2024-01-08"}, "2024-01-09")', result: "0, 1" },
    source: "C-08",
    compute(days, start, end, shape) {
      if (!ISO.test(start) || (end !== null && !ISO.test(end)))
        return fault("#VALUE!", "start and end must be dates as YYYY-MM-DD");
      if (end !== null && end < start)
        return fault("#NUM!", `the event ends (${end}) before it starts (${start})`);
      return column(eventFromDates({ name: "", column: null, start, end, shape }, days));
    },
  }),
];
