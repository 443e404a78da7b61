/** What a TV station bills: a row per month, so that no week of it is known. */

import { shiftedDays } from "../days.ts";
import { type Cell, type Column, cents, type Draft, date, text } from "../draft.ts";
import type { Locale } from "../locales.ts";
import type { Original, OriginalChannel } from "../original.ts";
import { BARE } from "./plain-table.ts";

const MONTH_STARTS = (weeks: readonly string[]): string[] => {
  const days = weeks.flatMap((week) => Array.from({ length: 7 }, (_, day) => shiftedDays(week, day)));
  return days.filter((day) => day.endsWith("-01"));
};

const COLUMNS: readonly Column[] = [
  { role: "other", header: "Invoice no.", clean: null },
  { role: "date", header: "Month", clean: "week" },
  { role: "other", header: "Station", clean: null },
  { role: "spend", header: "Net cost", clean: "tv spend" },
];

/** @param original - its weeks begin on the first of a month; the spend of a month is that of the weeks that begin in it. */
export function tvInvoices(original: Original, channel: OriginalChannel, locale: Locale): Draft {
  const rows = MONTH_STARTS(original.weeks).map((month, at): Cell[] => {
    const paid = channel.spend.filter((_, week) => original.weeks[week].slice(0, 7) === month.slice(0, 7));
    return [
      text(`INV-${String(1041 + at)}`),
      date(month),
      text("Channel Nine"),
      cents(paid.reduce((sum, money) => sum + money, 0)),
    ];
  });
  return {
    ...BARE,
    file: "tv_invoices.xlsx",
    shape: "TV invoice",
    layout: "wide",
    original: { ...original, channels: [{ ...channel, name: "tv", impressions: [] }] },
    locale,
    style: { dates: "iso", numbers: "plain" },
    format: { kind: "xlsx", sheet: "Invoices" },
    columns: COLUMNS,
    rows,
    faults: [
      {
        name: "months instead of weeks",
        outcome: {
          notes: ["IN-25 repair"],
          ask: { code: "IN-25", choice: "spread" },
          lost: original.weeks.map((week) => [week, "tv spend"] as const),
        },
      },
    ],
  };
}
