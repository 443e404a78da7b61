/** Faults of what stands around the cells: lines, header rows, totals, blanks, orientation. */

import { type Cell, type Column, cents, type Draft, date, placesOf, text, whole } from "../draft.ts";
import { type Fault, mends, mendsAndWarns } from "./fault.ts";

const PREAMBLES = [
  ["Campaign report", "All time"],
  ["Weekly performance", "Account: Northwind Outdoor", "Prepared by the media agency"],
  ["Report Start: January 1, 2024, 12:00 AM", "Report End: December 31, 2024, 11:59 PM"],
] as const;
const FOOTERS = [
  "Source: ad platforms and shop",
  "Figures as exported, not audited",
  "End of report",
] as const;
const TOTALS = ["Total", "Grand total", "Sum", "Total: all rows"] as const;

const preamble: Fault = {
  name: "preamble",
  stage: "surroundings",
  inject: (draft, random) =>
    draft.transposed
      ? null
      : {
          draft: { ...draft, above: [...random.pick(PREAMBLES).map((line) => [text(line)]), []] },
          outcome: mends("IN-02"),
        },
};

const footer: Fault = {
  name: "footer",
  stage: "surroundings",
  inject: (draft, random) =>
    draft.transposed
      ? null
      : {
          draft: { ...draft, below: [...draft.below, [], [text(random.pick(FOOTERS))]] },
          outcome: mends("IN-02", "IN-06"),
        },
};

const blankRow: Fault = {
  name: "blank row",
  stage: "surroundings",
  inject: (draft, random) => {
    const at = random.whole(1, draft.rows.length - 1);
    const blank = draft.columns.map((): Cell => null);
    const hidden = draft.hidden.map((row) => (row >= at ? row + 1 : row));
    return {
      draft: { ...draft, hidden, rows: draft.rows.toSpliced(at, 0, blank) },
      outcome: mends("IN-06"),
    };
  },
};

const blankColumn: Fault = {
  name: "blank column",
  stage: "weeks",
  inject: (draft, random) => {
    const at = random.whole(1, draft.columns.length - 1);
    const column = { role: "other", header: "", clean: null } as const;
    return {
      draft: {
        ...draft,
        columns: draft.columns.toSpliced(at, 0, column),
        rows: draft.rows.map((cells) => cells.toSpliced(at, 0, null)),
      },
      outcome: mends("IN-06"),
    };
  },
};

const totalsRow: Fault = {
  name: "totals row",
  stage: "surroundings",
  inject: (draft, random) => {
    const [datePlace] = placesOf(draft, "date");
    const totals = draft.columns.map((column, place): Cell => {
      if (place === datePlace) return text(random.pick(TOTALS));
      const units = draft.rows.reduce((sum, cells) => sum + unitsOf(cells[place]), 0);
      if (column.role === "exposure") return whole(units);
      return column.role === "spend" || column.role === "kpi" ? cents(units) : null;
    });
    return { draft: { ...draft, rows: [...draft.rows, totals] }, outcome: mendsAndWarns("IN-07") };
  },
};

function unitsOf(cell: Cell): number {
  return cell?.kind === "number" ? cell.units : 0;
}

const totalsColumn: Fault = {
  name: "totals column",
  stage: "weeks",
  inject: (draft) => {
    if (draft.layout !== "wide") return null;
    const spends = placesOf(draft, "spend");
    const column = { role: "other", header: "Total spend", clean: null } as const;
    const rows = draft.rows.map((cells) => [
      ...cells,
      cents(spends.reduce((sum, place) => sum + unitsOf(cells[place]), 0)),
    ]);
    return {
      draft: { ...draft, columns: [...draft.columns, column], rows },
      outcome: mendsAndWarns("IN-07"),
    };
  },
};

/** "Meta" over "Spend" and "Impressions", written over each column or over the first only. */
function grouped(draft: Draft, merged: boolean): Draft | null {
  const names = draft.columns.map(({ header }) => header);
  const isPlain = new Set(names).size === names.length && draft.groups === null && !draft.transposed;
  if (draft.layout !== "wide" || !isPlain) return null;
  const named = draft.columns.map(inGroup);
  return {
    ...draft,
    merged,
    columns: named.map(({ column }) => column),
    groups: named.map(({ group }) => group),
  };
}

function inGroup(column: Column): { readonly group: string; readonly column: Column } {
  const media = /^(.+) (spend|impressions)$/.exec(column.header);
  if (media !== null)
    return { group: media[1], column: { ...column, header: media[2] === "spend" ? "Spend" : "Impressions" } };
  if (column.role === "date" || column.header === "") return { group: "", column };
  const clean = column.role === "control" ? `Shop / ${column.header}` : column.clean;
  return { group: "Shop", column: { ...column, clean } };
}

const twoRowHeader: Fault = {
  name: "two-row header",
  stage: "surroundings",
  inject: (draft) => {
    const after = grouped(draft, false);
    return after && { draft: after, outcome: mends("IN-04") };
  },
};

const mergedHeader: Fault = {
  name: "merged header",
  stage: "surroundings",
  inject: (draft) => {
    const after = grouped(draft, true);
    return after && { draft: after, outcome: mends("IN-03") };
  },
};

const duplicateName: Fault = {
  name: "duplicate column name",
  stage: "weeks",
  inject: (draft, random) => {
    const spends = placesOf(draft, "spend");
    if (spends.length === 0) return null;
    const from = random.pick(spends);
    const columns = [...draft.columns, { ...draft.columns[from], role: "other", clean: null } as const];
    return {
      draft: { ...draft, columns, rows: draft.rows.map((cells) => [...cells, cells[from]]) },
      outcome: { stop: "IN-05" },
    };
  },
};

const hiddenRows: Fault = {
  name: "hidden rows",
  stage: "surroundings",
  inject: (draft, random) => {
    if (draft.format.kind !== "xlsx" || draft.transposed) return null;
    const first = random.whole(0, draft.rows.length - 4);
    return {
      draft: { ...draft, hidden: [first, first + 1, first + 2] },
      outcome: { ...mends("IN-08"), ask: { code: "IN-08", choice: "include" } },
    };
  },
};

const transposed: Fault = {
  name: "transposed",
  stage: "surroundings",
  inject: (draft) => {
    const isPlain = draft.above.length + draft.below.length + draft.hidden.length === 0;
    if (draft.layout !== "wide" || draft.groups !== null || !isPlain) return null;
    return {
      draft: { ...draft, transposed: true },
      outcome: { ...mends("IN-09"), ask: { code: "IN-09", choice: "transpose" } },
    };
  },
};

/** Beneath the table, after two blank rows: prices of some weeks. */
const secondTable: Fault = {
  name: "a second table on the sheet",
  stage: "surroundings",
  inject: (draft) => {
    if (draft.transposed || draft.layout === "daily") return null;
    const weeks = draft.original.weeks.slice(0, 12);
    const rows = weeks.map((week, at): Cell[] => [date(week), cents(900 + (at % 5)), cents(850 + (at % 3))]);
    const header = ["Week", "Price", "Competitor price"].map(text);
    return {
      draft: { ...draft, below: [...draft.below, [], [], header, ...rows] },
      outcome: { ask: { code: "IN-11", choice: "(default)" } },
    };
  },
};

export const SURROUNDINGS: readonly Fault[] = [
  preamble,
  footer,
  blankRow,
  blankColumn,
  totalsRow,
  totalsColumn,
  twoRowHeader,
  mergedHeader,
  duplicateName,
  hiddenRows,
  transposed,
  secondTable,
];
