/** Reads a typed list of the tables that a company has, before any of them is here (A-22, D-03). */

import type { Column, Frame } from "../../data/column.ts";
import { readDate } from "../../data/date-text.ts";
import { frameTable } from "../../data/frame-table.ts";
import { englishTokens } from "../../data/header-tokens.ts";
import { at, found, joinNotes, type Noted, type Notes } from "../../data/notes.ts";
import { emptyBrief } from "../../data/read-brief.ts";
import type { DataRules } from "../../data/rules.ts";
import type { Table } from "../../spreadsheet/table.ts";

/** One table that somebody says there is. */
export interface InventoryEntry {
  readonly table: string;
  readonly grain: "day" | "week" | "month" | "other";
  /** Weeks of history: as typed, else from the first to the last date; null when neither is given. */
  readonly weeks: number | null;
  readonly owner: string;
  /** Names of its columns, as typed. */
  readonly fields: readonly string[];
}

const WORDS = {
  table: "table source dataset system name file",
  grain: "grain granularity frequency",
  first: "first from start starts since begin",
  last: "last to end ends until",
  weeks: "weeks week history",
  owner: "owner responsible contact team",
  fields: "fields columns field content contents",
} as const;
type Role = keyof typeof WORDS;
const WEEK = 7;
const WEEKS_A_MONTH = 4.348; // decisions §2
const WEEKS_A_YEAR = 52.18; // decisions §2

/**
 * The entries of an inventory, its columns found by their words.
 *
 * @returns null with a stop where no column names the tables or their fields. E.g. "table, grain, first, last, owner,
 * fields" with "Ads, daily, 2023-01-02, 2024-12-29, media, date cost impressions" gives 104 weeks of days.
 */
export function readInventory(table: Table, rules: DataRules): Noted<readonly InventoryEntry[] | null> {
  const framed = frameTable(table, emptyBrief(), rules);
  if (framed.value === null) return { value: null, notes: framed.notes };
  const columns = rolesOf(framed.value);
  const naming = columns.get("table");
  const fields = columns.get("fields");
  if (naming === undefined || fields === undefined)
    return { value: null, notes: joinNotes(framed.notes, incomplete(framed.value)) };
  const text = (role: Role, row: number) => String(columns.get(role)?.cells[row] ?? "").trim();
  const entries = naming.cells.flatMap((_, row) => {
    const name = text("table", row);
    if (name === "") return [];
    const typed = weeksOf(text("weeks", row));
    return [
      {
        table: name,
        grain: grainOf(text("grain", row)),
        weeks:
          typed ??
          spanWeeks(columns.get("first")?.cells[row] ?? null, columns.get("last")?.cells[row] ?? null),
        owner: text("owner", row),
        fields: text("fields", row)
          .split(/[,;|\n]+/)
          .map((field) => field.trim())
          .filter((field) => field !== ""),
      },
    ];
  });
  return { value: entries, notes: framed.notes };
}

function rolesOf(frame: Frame): Map<Role, Column> {
  const free = [...frame.columns];
  const roles = new Map<Role, Column>();
  for (const role of ["fields", "grain", "owner", "first", "last", "weeks", "table"] as const) {
    const words = WORDS[role].split(" ");
    const place = free.findIndex(({ header }) =>
      englishTokens(header).some((token) => words.includes(token)),
    );
    const [column] = place < 0 ? [] : free.splice(place, 1);
    if (column !== undefined) roles.set(role, column);
  }
  return roles;
}

function grainOf(text: string): InventoryEntry["grain"] {
  if (/dai|day|tag|jour/i.test(text)) return "day";
  if (/week|woche|semaine/i.test(text)) return "week";
  return /month|monat|mois/i.test(text) ? "month" : "other";
}

/** "104", "104 weeks", "24 months", "2 years". */
function weeksOf(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(weeks?|months?|years?|wks?)?$/i.exec(text);
  if (match === null) return null;
  const count = Number(match[1]);
  const unit = (match[2] ?? "weeks").toLowerCase();
  if (unit.startsWith("y")) return Math.floor(count * WEEKS_A_YEAR);
  return Math.floor(unit.startsWith("m") ? count * WEEKS_A_MONTH : count);
}

function spanWeeks(first: Column["cells"][number], last: Column["cells"][number]): number | null {
  const [from, to] = [readDate(first), readDate(last)];
  if (from?.kind !== "day" || to?.kind !== "day" || to.days < from.days) return null;
  return Math.floor((to.days - from.days + 1) / WEEK);
}

function incomplete(frame: Frame): Notes {
  return found(
    "stop",
    "A-22",
    at(frame, null),
    "A-22 The inventory needs a column that names each table and one that lists its fields.",
    'Call the columns "table", "grain", "first", "last", "owner" and "fields".',
  );
}
