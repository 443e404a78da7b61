/** Faults of what the figures mean: channels twice, credits, micros, silent and computed columns. */

import {
  type Cell,
  type Column,
  cents,
  type Draft,
  placesOf,
  rowsOf,
  text,
  whole,
  withColumn,
  withExtra,
} from "../draft.ts";
import type { Seeded } from "../seeded.ts";
import { type Fault, mends, mendsAndWarns } from "./fault.ts";

function units(cell: Cell): number {
  return cell?.kind === "number" ? cell.units : 0;
}

/** A channel more, in a wide table, its figure told by the row's own cells. */
function extraChannel(
  draft: Draft,
  name: string,
  spend: (cells: readonly Cell[], row: number) => number,
): Draft {
  const column: Column = { role: "other", header: `${name} spend`, clean: null };
  return withExtra(draft, column, (row) => cents(spend(draft.rows[row], row)));
}

function channelFault(
  name: string,
  channel: string,
  spend: (draft: Draft, random: Seeded) => (cells: readonly Cell[], row: number) => number,
  outcome: ReturnType<typeof mends>,
): Fault {
  return {
    name,
    stage: "weeks",
    inject: (draft, random) => {
      const hasTotal = draft.columns.some(({ header }) => header === "Total spend");
      if (draft.layout !== "wide" || hasTotal) return null;
      return { draft: extraChannel(draft, channel, spend(draft, random)), outcome };
    },
  };
}

const silent = channelFault("channel without spend", "Cinema", () => () => 0, {
  ...mendsAndWarns("IN-47"),
  extra: ["Cinema spend"],
});
const young = channelFault(
  "channel of eight weeks",
  "Print",
  (draft, random) => {
    const figures = draft.rows.map((_, row) => (row < 8 ? random.whole(100_000, 900_000) : 0));
    return (_, row) => figures[row];
  },
  { ...mendsAndWarns("IN-49"), extra: ["Print spend"] },
);
const otherTotal = channelFault(
  "total under another name",
  "Agency",
  (draft) => (cells) => placesOf(draft, "spend").reduce((sum, place) => sum + units(cells[place]), 0),
  { stop: "IN-51" },
);
const copied = channelFault(
  "channel twice",
  "Direct mail",
  (draft, random) => {
    const place = random.pick(placesOf(draft, "spend"));
    return (cells) => 2 * units(cells[place]);
  },
  { stop: "IN-52" },
);
const commission = channelFault(
  "commission on sales",
  "Affiliate",
  (draft) => (cells) => Math.round(0.04 * units(cells[placesOf(draft, "kpi")[0]])),
  { stop: "IN-53" },
);

const constant: Fault = {
  name: "column that never changes",
  stage: "weeks",
  inject: (draft) => {
    if (draft.layout === "daily") return null;
    const column: Column = { role: "other", header: "Base price", clean: null };
    return {
      draft: withExtra(draft, column, () => whole(12)),
      outcome: { ...mendsAndWarns("IN-46"), extra: ["Base price"] },
    };
  },
};

const comments: Fault = {
  name: "column of remarks",
  stage: "weeks",
  inject: (draft, random) => ({
    draft: withExtra(draft, { role: "other", header: "Remarks", clean: null }, () =>
      text(
        random.pick(["ok", "checked by finance", "bank holiday in the week", "=SUM(A1:A3)", "@media team"]),
      ),
    ),
    outcome: {},
  }),
};

const micros: Fault = {
  name: "spend in millionths",
  stage: "cells",
  inject: (draft, random) => {
    if (draft.layout !== "wide" || draft.original.channels.length < 3) return null;
    const places = placesOf(draft, "spend").filter((place) =>
      draft.rows.every((cells) => cells[place]?.kind === "number"),
    );
    if (places.length === 0) return null;
    const after = withColumn(draft, random.pick(places), (cell) => ({
      kind: "number",
      units: 10_000 * units(cell),
      decimals: 0,
    }));
    return { draft: after, outcome: { ...mends("IN-42"), ask: { code: "IN-42", choice: "micros" } } };
  },
};

/** Rows of media that other faults have left alone. */
function wholeRows(draft: Draft): number[] {
  if (placesOf(draft, "spend").length === 0) return [];
  const places = [...placesOf(draft, "spend"), ...placesOf(draft, "exposure")];
  return draft.rows.flatMap((cells, row) =>
    places.every((place) => units(cells[place]) > 100) &&
    placesOf(draft, "date").every((place) => cells[place]?.kind === "date")
      ? [row]
      : [],
  );
}

const campaigns: Fault = {
  name: "several campaigns of a channel",
  stage: "weeks",
  inject: (draft) => {
    if (draft.layout !== "long") return null;
    const [spend, exposure] = [placesOf(draft, "spend")[0], placesOf(draft, "exposure")[0]];
    const rows = draft.rows.flatMap((cells) => {
      const [paid, seen] = [units(cells[spend]), units(cells[exposure])];
      if (paid < 100 || seen < 100) return [cells];
      const part = (cell: Cell, share: number): Cell =>
        cell?.kind === "number" ? { ...cell, units: share } : cell;
      const first = Math.floor(paid / 3);
      const shown = Math.floor(seen / 3);
      return [
        cells.with(spend, part(cells[spend], first)).with(exposure, part(cells[exposure], shown)),
        cells
          .with(spend, part(cells[spend], paid - first))
          .with(exposure, part(cells[exposure], seen - shown)),
      ];
    });
    return { draft: { ...draft, rows }, outcome: mends("IN-22") };
  },
};

const copiedRow: Fault = {
  name: "row twice",
  stage: "weeks",
  inject: (draft, random) => {
    const rows = wholeRows(draft);
    if (draft.layout === "wide" || rows.length === 0) return null;
    const row = random.pick(rows);
    return {
      draft: { ...draft, rows: draft.rows.toSpliced(row + 1, 0, draft.rows[row]) },
      outcome: { ask: { code: "IN-22", choice: "drop" } },
    };
  },
};

const credit: Fault = {
  name: "credit in the week",
  stage: "weeks",
  inject: (draft, random) => {
    const rows = wholeRows(draft);
    if (draft.layout === "wide" || rows.length === 0) return null;
    const row = random.pick(rows);
    const [spend, exposure] = [placesOf(draft, "spend")[0], placesOf(draft, "exposure")[0]];
    const back = random.whole(100, 10_000);
    const cells = draft.rows[row];
    const booked = cells.with(spend, cents(units(cells[spend]) + back));
    const returned = cells
      .with(spend, cents(-back))
      .with(exposure, { kind: "number", units: 0, decimals: 0 });
    return {
      draft: { ...draft, rows: draft.rows.toSpliced(row, 1, booked, returned) },
      outcome: { ...mends("IN-22"), ask: { code: "IN-39", choice: "net" } },
    };
  },
};

const spellings: Fault = {
  name: "one channel spelled in two ways",
  stage: "cells",
  inject: (draft, random) => {
    if (draft.layout !== "long") return null;
    const [place] = placesOf(draft, "channel");
    const { name } = random.pick(draft.original.channels);
    const [first, second] = random.shuffled(rowsNaming(draft, place, name));
    const other = random.pick([name.toUpperCase(), name.toLowerCase(), name.replaceAll(" ", "-")]);
    if (first === undefined || second === undefined || other === name) return null;
    const rows = draft.rows.map((cells, row) =>
      row === first || row === second ? cells.with(place, text(other)) : cells,
    );
    return {
      draft: { ...draft, rows },
      outcome: { ...mends("IN-50"), ask: { code: "IN-50", choice: "merge" } },
    };
  },
};

function rowsNaming(draft: Draft, place: number, name: string): number[] {
  return draft.rows.flatMap((cells, row) => {
    const cell = cells[place];
    return cell?.kind === "text" && cell.text === name ? [row] : [];
  });
}

const returns: Fault = {
  name: "more returns than sales",
  stage: "weeks",
  inject: (draft, random) => {
    const week = random.whole(1, draft.original.weeks.length - 2);
    const amount = -random.whole(100, 90_000);
    const [kpi] = placesOf(draft, "kpi");
    const rows = new Set(rowsOf(draft, draft.original.weeks[week]));
    if (draft.layout === "daily" || kpi === undefined || rows.size === 0) return null;
    const original = { ...draft.original, revenue: draft.original.revenue.with(week, amount) };
    return {
      draft: {
        ...draft,
        original,
        rows: draft.rows.map((cells, row) => (rows.has(row) ? cells.with(kpi, cents(amount)) : cells)),
      },
      outcome: { notes: ["IN-40 warn"] },
    };
  },
};

const bracketed: Fault = {
  name: "returns in brackets",
  stage: "weeks",
  inject: (draft, random) => {
    const [kpi] = placesOf(draft, "kpi");
    if (draft.layout !== "wide" || kpi === undefined) return null;
    const week = random.whole(1, draft.original.weeks.length - 2);
    const amount = random.whole(1, 900);
    const rows = new Set(rowsOf(draft, draft.original.weeks[week]));
    if (rows.size === 0) return null;
    const original = { ...draft.original, revenue: draft.original.revenue.with(week, -100 * amount) };
    return {
      draft: {
        ...draft,
        original,
        rows: draft.rows.map((cells, row) => (rows.has(row) ? cells.with(kpi, text(`(${amount})`)) : cells)),
      },
      outcome: { notes: ["IN-35 repair", "IN-40 warn"] },
    };
  },
};

export const MEANING: readonly Fault[] = [
  silent,
  young,
  otherTotal,
  copied,
  commission,
  constant,
  comments,
  micros,
  campaigns,
  copiedRow,
  credit,
  spellings,
  returns,
  bracketed,
];
