/** Faults of names: a platform's old name, another script, gross beside net. */

import { type Cell, type Column, cents, type Draft, placesOf, text, whole } from "../draft.ts";
import { type Fault, mends } from "./fault.ts";

function units(cell: Cell): number {
  return cell?.kind === "number" ? cell.units : 0;
}

/** The draft and its original with a channel called otherwise. */
function renamed(draft: Draft, from: string, to: string): Draft {
  const rename = (name: string | null) => name?.replace(`${from} `, `${to} `) ?? null;
  const channelPlace = placesOf(draft, "channel")[0];
  const faults = draft.faults.map(({ name, outcome }) => {
    const lost = outcome.lost?.map(([week, column]) => [week, rename(column) ?? ""] as const);
    return { name, outcome: lost === undefined ? outcome : { ...outcome, lost } };
  });
  return {
    ...draft,
    faults,
    original: {
      ...draft.original,
      channels: draft.original.channels.map((channel) =>
        channel.name === from ? { ...channel, name: to } : channel,
      ),
    },
    columns: draft.columns.map((column) => ({
      ...column,
      header: rename(column.header) ?? "",
      clean: rename(column.clean),
    })),
    rows: draft.rows.map((cells) => {
      const cell = cells[channelPlace];
      return cell?.kind === "text" && cell.text === from ? cells.with(channelPlace, text(to)) : cells;
    }),
  };
}

const otherScript: Fault = {
  name: "a name in another script",
  stage: "weeks",
  inject: (draft, random) => {
    if (draft.layout === "daily") return null;
    const { name } = random.pick(draft.original.channels);
    return { draft: renamed(draft, name, random.pick(["テレビ", "Ραδιόφωνο", "تلفاز"])), outcome: {} };
  },
};

/** "FB" until the middle, "Meta" from then on: one channel in two columns. */
const oldName: Fault = {
  name: "a platform's old and new name",
  stage: "weeks",
  inject: (draft, random) => {
    if (draft.layout !== "wide" || draft.original.channels.length === 0) return null;
    const after = renamed(draft, random.pick(draft.original.channels).name, "Meta");
    const [spend, exposure] = ["Meta spend", "Meta impressions"].map((header) =>
      after.columns.findIndex((column) => column.header === header),
    );
    const middle = Math.floor(after.rows.length / 2);
    const early = (cells: readonly Cell[], row: number, place: number) =>
      row < middle ? units(cells[place]) : 0;
    const late = (cells: readonly Cell[], row: number, place: number) =>
      row < middle ? 0 : units(cells[place]);
    const columns: Column[] = [
      { role: "other", header: "FB spend", clean: null },
      { role: "other", header: "FB impressions", clean: null },
    ];
    const rows = after.rows.map((cells, row) => [
      ...cells.with(spend, cents(late(cells, row, spend))).with(exposure, whole(late(cells, row, exposure))),
      cents(early(cells, row, spend)),
      whole(early(cells, row, exposure)),
    ]);
    return {
      draft: { ...after, columns: [...after.columns, ...columns], rows },
      outcome: { ...mends("IN-50"), ask: { code: "IN-50", choice: "merge" } },
    };
  },
};

const grossAndNet: Fault = {
  name: "gross beside net revenue",
  stage: "weeks",
  inject: (draft) => {
    const [kpi] = placesOf(draft, "kpi");
    if (draft.layout !== "wide" || kpi === undefined) return null;
    const columns = draft.columns.map((column, place) =>
      place === kpi ? { ...column, header: `Net ${column.header.toLowerCase()}` } : column,
    );
    const gross: Column = { role: "other", header: "Gross revenue", clean: null };
    const rows = draft.rows.map((cells) => [...cells, cents(Math.round(1.19 * units(cells[kpi])))]);
    return {
      draft: { ...draft, columns: [...columns, gross], rows },
      outcome: { ask: { code: "IN-57", choice: "net" } },
    };
  },
};

export const NAMES: readonly Fault[] = [otherScript, oldName, grossAndNet];
