/** Functions that read text as numbers and dates, and turn long lists wide. */

import { isoDate, weekday } from "../../data/calendar.ts";
import { readDate } from "../../data/date-text.ts";
import { digitsValue, markEvidence, numberParts } from "../../data/number-text.ts";
import { decimalSum } from "../../numerics/decimal-sum.ts";
import { dates, series, texts } from "../arguments/ranges.ts";
import { choice, text } from "../arguments/single.ts";
import { defineFunction, type FunctionSpec } from "../function-spec.ts";
import { fault, type Outcome } from "../outcome.ts";

const WEEK = 7;
const CENT = 0.01;
const LAST_MONTH = 12;

type TwoNumbers = Extract<NonNullable<ReturnType<typeof readDate>>, { readonly kind: "order" }>;

/** Which comes first in a date of numbers alone; null: no number is past 12, which would tell. */
function orderOf({ first, second }: TwoNumbers): "dmy" | "mdy" | null {
  if (first > LAST_MONTH) return "dmy";
  return second > LAST_MONTH ? "mdy" : null;
}

function orderedDate(written: string, reading: TwoNumbers, stated: "auto" | "dmy" | "mdy"): Outcome {
  const order = stated === "auto" ? orderOf(reading) : stated;
  if (order === null)
    return fault(
      "#N/A",
      `ambiguous: "${written}" may be day first or month first; give order as "dmy" or "mdy"`,
    );
  const [day, month] = order === "dmy" ? [reading.first, reading.second] : [reading.second, reading.first];
  const two = (part: number) => String(part).padStart(2, "0");
  const found = readDate(`${reading.year}-${two(month)}-${two(day)}`);
  return found?.kind === "day"
    ? isoDate(found.days)
    : fault("#VALUE!", `"${written}" is no date as ${order}`);
}

export const PARSING: readonly FunctionSpec[] = [
  defineFunction({
    name: "PARSENUM",
    summary: "A number written as text: currency signs, K and M, brackets, percent, either decimal mark.",
    parameters: [
      text("text", "What stands in the cell"),
      choice("mark", "The decimal mark; auto reads it off the text", ["auto", ".", ","]),
    ],
    returns: "A number; #N/A where the mark could be either.",
    spills: false,
    example: { formula: '=MMM.PARSENUM("1.234,50 €")', result: "1234.5" },
    source: "IN-30 to IN-36",
    compute(written, mark) {
      const parts = numberParts(written);
      if (parts === null) return fault("#VALUE!", `"${written}" is no number`);
      const evidence = markEvidence(parts.digits);
      if (mark === "auto" && (evidence === "dot" || evidence === "comma"))
        return fault(
          "#N/A",
          `ambiguous: the mark in "${written}" may divide thousands or decimals; give it as "." or ","`,
        );
      const used = mark === "auto" ? (evidence === "," ? "," : ".") : mark;
      const digits = digitsValue(parts.digits, used);
      if (digits === null)
        return fault("#VALUE!", `"${written}" is no number with "${used}" as its decimal mark`);
      const value = (parts.negative ? -1 : 1) * digits * parts.scale;
      return parts.percent ? value * CENT : value;
    },
  }),
  defineFunction({
    name: "PARSEDATE",
    summary: "A date written as text, in English, German, French or Japanese, or as an ISO week.",
    parameters: [
      text("text", "What stands in the cell"),
      choice("order", "Which comes first where only numbers stand", ["auto", "dmy", "mdy"]),
    ],
    returns: "The date as YYYY-MM-DD; #N/A where day and month could be either way round.",
    spills: false,
    example: { formula: '=MMM.PARSEDATE("5 janv. 2024")', result: "2024-01-05" },
    source: "IN-14, IN-15, IN-19",
    compute(written, order) {
      const reading = readDate(written);
      if (reading === null || reading.kind === "range") return fault("#VALUE!", `"${written}" is no date`);
      if (reading.kind === "day" || reading.kind === "month") return isoDate(reading.days);
      if (reading.kind === "shortYear")
        return fault("#N/A", `"${written}" has a year of two digits; write it in full`);
      return orderedDate(written, reading, order);
    },
  }),
  defineFunction({
    name: "WIDE",
    summary: "A long list of dates, names and figures as one row per week and one column per name.",
    parameters: [
      dates("dates", "One date per row"),
      texts("keys", "One name per row, e.g. the channel"),
      series("values", "One figure per row"),
    ],
    returns:
      "A table: weeks from Monday down, names across, sums in between; an empty cell where there is no row.",
    spills: true,
    example: {
      formula: '=MMM.WIDE({"2024-01-01";"2024-01-02"}, {"TV";"TV"}, {1.1;2.2})',
      result: "week, TV; 2024-01-01, 3.3",
    },
    source: "IN-10",
    compute(days, keys, values) {
      const rows = values.values.length;
      if (days.length !== rows || keys.length !== rows)
        return fault("#VALUE!", `dates has ${days.length} rows, keys ${keys.length}, values ${rows}`);
      const names = [...new Set(keys)].sort();
      const groups = new Map<string, number[]>();
      const weeks = new Set<number>();
      for (const [row, day] of days.entries()) {
        const week = day - weekday(day);
        const key = `${week}|${keys[row]}`;
        weeks.add(week);
        groups.set(key, [...(groups.get(key) ?? []), values.values[row] ?? 0]);
      }
      const first = Math.min(...weeks);
      const all = Array.from(
        { length: (Math.max(...weeks) - first) / WEEK + 1 },
        (_, at) => first + at * WEEK,
      );
      const cell = (week: number, name: string) => {
        const own = groups.get(`${week}|${name}`);
        return own === undefined ? "" : decimalSum(own);
      };
      return [
        ["week", ...names],
        ...all.map((week) => [isoDate(week), ...names.map((name) => cell(week, name))]),
      ];
    },
  }),
];
