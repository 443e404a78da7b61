/** Reads what the platforms, the warehouse and the ledger say of the same money (A-51, requirements §4.2). */

import type { Column, Frame } from "../../data/column.ts";
import { frameTable } from "../../data/frame-table.ts";
import { englishTokens, kpiRank } from "../../data/header-tokens.ts";
import { at, found, joinNotes, type Noted, type Notes } from "../../data/notes.ts";
import { readNumbers, shownMark } from "../../data/number-column.ts";
import { emptyBrief } from "../../data/read-brief.ts";
import type { DataRules } from "../../data/rules.ts";
import type { Table } from "../../spreadsheet/table.ts";

/** One line: what three books say of a channel, or of the KPI, in a week or month; currency, null where nothing stands. */
export interface ReconciliationLine {
  readonly period: string;
  readonly item: string;
  readonly kind: "media" | "kpi";
  readonly platform: number | null;
  readonly warehouse: number | null;
  readonly ledger: number | null;
  /** The part of warehouse less ledger that somebody explained (returns, tax, timing). */
  readonly explained: number;
  readonly reason: string;
}

const WORDS = {
  period: "period month week date quarter day",
  item: "channel item line name account kpi",
  platform: "platform reported ads",
  warehouse: "warehouse dwh bi analytics internal shop",
  ledger: "gl ledger pl accounting books finance erp hauptbuch",
  explained: "explained adjustment",
  reason: "reason explanation note comment because",
} as const;
type Role = keyof typeof WORDS;

/**
 * The lines of a reconciliation table, its columns found by their words in any order.
 *
 * @returns null with a stop where no column names the items, or fewer than two of platform, warehouse and ledger stand there.
 * E.g. "month, channel, platform, warehouse, GL" gives one line per row.
 */
export function readReconciliation(
  table: Table,
  rules: DataRules,
): Noted<readonly ReconciliationLine[] | null> {
  const framed = frameTable(table, emptyBrief(), rules);
  if (framed.value === null) return { value: null, notes: framed.notes };
  const frame = framed.value;
  const columns = rolesOf(frame);
  const books = (["platform", "warehouse", "ledger"] as const).filter((role) => columns[role] !== null);
  if (columns.item === null || books.length < 2)
    return { value: null, notes: joinNotes(framed.notes, incomplete(frame)) };
  const hints = { tableMark: shownMark(frame.columns), answers: {} };
  const read = (role: Role) => {
    const column = columns[role];
    return column === null ? null : readNumbers(frame, column, hints);
  };
  const figures = {
    platform: read("platform"),
    warehouse: read("warehouse"),
    ledger: read("ledger"),
    explained: read("explained"),
  };
  const text = (role: Role, row: number) => String(columns[role]?.cells[row] ?? "").trim();
  const items = columns.item.cells.map((_, row) => text("item", row));
  const lines = items.flatMap((item, row) =>
    item === ""
      ? []
      : [
          {
            period: text("period", row),
            item,
            kind: kpiRank(item) === null ? ("media" as const) : ("kpi" as const),
            platform: figures.platform?.value.values[row] ?? null,
            warehouse: figures.warehouse?.value.values[row] ?? null,
            ledger: figures.ledger?.value.values[row] ?? null,
            explained: figures.explained?.value.values[row] ?? 0,
            reason: text("reason", row),
          },
        ],
  );
  const notes = joinNotes(framed.notes, ...Object.values(figures).map((each) => each?.notes ?? joinNotes()));
  return { value: lines, notes };
}

function rolesOf(frame: Frame): Record<Role, Column | null> {
  const free = [...frame.columns];
  const take = (role: Role): Column | null => {
    const words = WORDS[role].split(" ");
    const at = free.findIndex(({ header }) => englishTokens(header).some((token) => words.includes(token)));
    return at < 0 ? null : (free.splice(at, 1)[0] ?? null);
  };
  const plain = new Map<Role, Column | null>();
  for (const role of ["reason", "explained", "ledger", "warehouse", "platform", "period", "item"] as const)
    plain.set(role, take(role));
  const of = (role: Role) => plain.get(role) ?? null;
  return {
    period: of("period"),
    item: of("item"),
    platform: of("platform"),
    warehouse: of("warehouse"),
    ledger: of("ledger"),
    explained: of("explained"),
    reason: of("reason"),
  };
}

function incomplete(frame: Frame): Notes {
  return found(
    "stop",
    "A-51",
    at(frame, null),
    "A-51 The reconciliation needs a column that names the channel and two of platform, warehouse and ledger.",
    'Call the columns "month", "channel", "platform", "warehouse" and "GL"; "explained" and "reason" may stand beside them.',
  );
}
