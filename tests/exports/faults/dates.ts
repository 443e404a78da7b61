/** Faults of the date column and of the weeks that it names. */

import { mondayOf, shiftedDays } from "../days.ts";
import { type Cell, type Draft, date, dateText, placesOf, rowsOf, withCell, withColumn } from "../draft.ts";
import { LOCALES } from "../locales.ts";
import type { Seeded } from "../seeded.ts";
import { type Fault, type Injection, mends } from "./fault.ts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Writes every date anew; null where some are overwritten already. */
function rewritten(draft: Draft, write: (iso: string) => string): Draft | null {
  const [place] = placesOf(draft, "date");
  if (!draft.rows.every((cells) => cells[place]?.kind === "date")) return null;
  return withColumn(draft, place, (cell) =>
    cell?.kind === "date" ? dateText(write(cell.iso), cell.iso) : cell,
  );
}

function rewriting(
  name: string,
  write: (random: Seeded) => (iso: string) => string,
  codes: readonly string[],
  fits: (draft: Draft) => boolean = () => true,
): Fault {
  return {
    name,
    stage: "cells",
    inject: (draft, random) => {
      const after = fits(draft) ? rewritten(draft, write(random)) : null;
      return after && { draft: after, outcome: mends(...codes) };
    },
  };
}

const STYLES = [
  LOCALES["de-DE"].date,
  LOCALES["en-GB"].date,
  LOCALES["en-US"].date,
  LOCALES["ja-JP"].date,
  (iso: string) => `${Number(iso.slice(8))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`,
  (iso: string) => iso.replaceAll("-", ""),
] as const;

const textDates = rewriting("dates as text", (random) => random.pick(STYLES), ["IN-14"]);
const datetimes = rewriting("times of day", () => (iso) => `${iso} 00:00:00`, ["IN-20"]);
const isoWeeks = rewriting(
  "ISO weeks",
  () => isoWeek,
  ["IN-19"],
  ({ layout }) => layout !== "daily",
);

function isoWeek(monday: string): string {
  const year = shiftedDays(monday, 3).slice(0, 4); // the week belongs to the year of its Thursday (ISO 8601)
  const days =
    (Date.parse(`${shiftedDays(monday, 3)}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}`;
}

const shortYears: Fault = {
  name: "years of two digits",
  stage: "cells",
  inject: (draft, random) => {
    const order = random.pick(["dmy", "mdy"]);
    const after = rewritten(draft, (iso) => {
      const [year, month, day] = iso.split("-");
      return order === "dmy" ? `${day}/${month}/${year.slice(2)}` : `${month}/${day}/${year.slice(2)}`;
    });
    return after && { draft: after, outcome: { notes: ["IN-14 repair", "IN-18 repair", "IN-18 warn"] } };
  },
};

/** Rows whose dates are untouched and whose day is past 12, so that its order shows. */
function lateRows(draft: Draft): number[] {
  const [place] = placesOf(draft, "date");
  return draft.rows.flatMap((cells, row) => {
    const cell = cells[place];
    return cell?.kind === "date" && Number(cell.iso.slice(8)) > 12 ? [row] : [];
  });
}

const mixedOrders: Fault = {
  name: "both orders of day and month",
  stage: "cells",
  inject: (draft, random) => {
    const [first, second] = random.shuffled(lateRows(draft));
    if (first === undefined || second === undefined) return null;
    const [place] = placesOf(draft, "date");
    const write = (before: Draft, row: number, name: "en-GB" | "en-US") => {
      const cell = before.rows[row][place];
      return withCell(
        before,
        row,
        place,
        cell?.kind === "date" ? dateText(LOCALES[name].date(cell.iso), cell.iso) : cell,
      );
    };
    return { draft: write(write(draft, first, "en-GB"), second, "en-US"), outcome: { stop: "IN-16" } };
  },
};

const dayRange: Fault = {
  name: "range of days",
  stage: "cells",
  inject: (draft, random) => {
    const rows = lateRows(draft);
    if (rows.length === 0) return null;
    const row = random.pick(rows);
    const [place] = placesOf(draft, "date");
    const cell = draft.rows[row][place];
    const iso = cell?.kind === "date" ? cell.iso : "";
    return {
      draft: withCell(draft, row, place, dateText("Jan 15-21", iso)),
      outcome: { stop: "IN-19" },
    };
  },
};

const unsorted: Fault = {
  name: "unsorted",
  stage: "weeks",
  inject: (draft, random) => {
    const rows = random.shuffled(draft.rows);
    return { draft: { ...draft, rows }, outcome: mends("IN-21") };
  },
};

/** Weeks that are neither the first nor the last, whose absence nobody would see. */
function innerWeek(draft: Draft, random: Seeded): string {
  return random.pick(draft.original.weeks.slice(1, -1));
}

function cleanColumns(draft: Draft): string[] {
  const own = draft.columns.flatMap(({ clean }) => (clean === null || clean === "week" ? [] : [clean]));
  if (draft.layout !== "long") return own;
  return [...own, ...draft.original.channels.flatMap(({ name }) => [`${name} spend`, `${name} exposure`])];
}

const missingWeek: Fault = {
  name: "missing week",
  stage: "weeks",
  inject: (draft, random) => {
    const week = innerWeek(draft, random);
    const gone = new Set(rowsOf(draft, week));
    if (gone.size === 0) return null;
    const lost = cleanColumns(draft).map((column) => [week, column] as const);
    return {
      draft: { ...draft, rows: draft.rows.filter((_, row) => !gone.has(row)) },
      outcome: { ...mends("IN-23"), ask: { code: "IN-23", choice: "interpolate" }, lost },
    };
  },
};

const repeatedWeek: Fault = {
  name: "repeated week",
  stage: "weeks",
  inject: (draft, random) => {
    const [row] = rowsOf(draft, innerWeek(draft, random));
    if (draft.layout !== "wide" || row === undefined) return null;
    const [kpi] = placesOf(draft, "kpi");
    const again = draft.rows[row].with(kpi, { kind: "number", units: random.whole(1e7, 2e7), decimals: 2 });
    return {
      draft: { ...draft, rows: draft.rows.toSpliced(row + 1, 0, again) },
      outcome: { stop: "IN-22" },
    };
  },
};

const sundays: Fault = {
  name: "some weeks from Sunday",
  stage: "cells",
  inject: (draft, random): Injection | null => {
    const [place] = placesOf(draft, "date");
    const isWhole = draft.rows.every((cells) => cells[place]?.kind === "date");
    if (draft.layout === "daily" || !isWhole) return null;
    const early = new Set(random.shuffled(draft.original.weeks.slice(1)).slice(0, 5));
    const write = (cell: Cell) =>
      cell?.kind === "date" && early.has(cell.iso)
        ? { ...cell, iso: shiftedDays(cell.iso, -1), week: cell.iso }
        : cell;
    return {
      draft: withColumn(draft, place, write),
      outcome: { ...mends("IN-24"), ask: { code: "IN-24", choice: "shift" } },
    };
  },
};

const futureWeek: Fault = {
  name: "week in the future",
  stage: "weeks",
  inject: (draft, random) => {
    const [row] = rowsOf(draft, draft.original.weeks[draft.original.weeks.length - 1]);
    if (row === undefined) return null;
    const [place] = placesOf(draft, "date");
    const planned = draft.rows[row].with(place, date(shiftedDays("2031-01-06", 7 * random.whole(0, 50))));
    return { draft: { ...draft, rows: [...draft.rows, planned] }, outcome: { stop: "IN-27" } };
  },
};

/** The day on which the exports are read: its week is not over. */
export const TODAY = "2026-11-22";

const openWeek: Fault = {
  name: "week that is not over",
  stage: "weeks",
  inject: (draft) => {
    const last = draft.original.weeks[draft.original.weeks.length - 1];
    const rows = rowsOf(draft, last);
    const open = shiftedDays(last, 7);
    if (draft.layout === "daily" || rows.length === 0 || mondayOf(TODAY) !== open) return null;
    const [place] = placesOf(draft, "date");
    const begun = rows.map((row) => draft.rows[row].with(place, date(open)));
    return {
      draft: { ...draft, rows: [...draft.rows, ...begun] },
      outcome: { notes: ["IN-26 repair", "IN-26 warn"] },
    };
  },
};

export const DATES: readonly Fault[] = [
  textDates,
  datetimes,
  isoWeeks,
  shortYears,
  mixedOrders,
  dayRange,
  unsorted,
  missingWeek,
  repeatedWeek,
  sundays,
  futureWeek,
  openWeek,
];
