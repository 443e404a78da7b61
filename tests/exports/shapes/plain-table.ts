/** The plain shapes: a column per channel, or a row per week and channel. */

import { type Cell, type Column, cents, type Draft, date, text, whole } from "../draft.ts";
import type { Original } from "../original.ts";

export type Dress = Pick<Draft, "file" | "locale" | "style" | "format">;

export const BARE = {
  above: [],
  below: [],
  groups: null,
  merged: false,
  transposed: false,
  hidden: [],
  faults: [],
} as const;

/** Week, revenue, spend and impressions of every channel, promotion depth. */
export function wideTable(original: Original, dress: Dress): Draft {
  const columns: Column[] = [
    { role: "date", header: "Week", clean: "week" },
    { role: "kpi", header: "Revenue", clean: "kpi" },
    ...original.channels.flatMap(({ name }): Column[] => [
      { role: "spend", header: `${name} spend`, clean: `${name} spend` },
      { role: "exposure", header: `${name} impressions`, clean: `${name} exposure` },
    ]),
    { role: "control", header: "Promo depth", clean: "Promo depth" },
  ];
  const rows = original.weeks.map((week, row): Cell[] => [
    date(week),
    cents(original.revenue[row]),
    ...original.channels.flatMap(({ spend, impressions }) => [cents(spend[row]), whole(impressions[row])]),
    cents(original.promo[row]),
  ]);
  return { ...BARE, ...dress, original, shape: "plain wide", layout: "wide", columns, rows };
}

/** Week, channel, spend, impressions; revenue and promotion depth repeated for every channel of the week. */
export function longTable(original: Original, dress: Dress): Draft {
  const columns: Column[] = [
    { role: "date", header: "Week", clean: "week" },
    { role: "channel", header: "Channel", clean: null },
    { role: "spend", header: "Spend", clean: null },
    { role: "exposure", header: "Impressions", clean: null },
    { role: "kpi", header: "Revenue", clean: "kpi" },
    { role: "control", header: "Promo depth", clean: "Promo depth" },
  ];
  const rows = original.weeks.flatMap((week, row) =>
    original.channels.map(({ name, spend, impressions }): Cell[] => [
      date(week),
      text(name),
      cents(spend[row]),
      whole(impressions[row]),
      cents(original.revenue[row]),
      cents(original.promo[row]),
    ]),
  );
  return { ...BARE, ...dress, original, shape: "plain long", layout: "long", columns, rows };
}
