/** From a table of cells to a media history, or to what stands in its way. */

import type { Table } from "../spreadsheet/table.ts";
import type { Brief } from "./brief.ts";
import { daysFromIso } from "./calendar.ts";
import { chooseRevenue } from "./choose-revenue.ts";
import { frameTable } from "./frame-table.ts";
import { layOnWeeks } from "./lay-on-weeks.ts";
import { NO_MAPPING } from "./map-columns.ts";
import { joinNotes } from "./notes.ts";
import { halt, readLaid } from "./read-laid.ts";
import { readSource } from "./read-source.ts";
import type { Reading } from "./reading.ts";
import type { DataRules } from "./rules.ts";

/**
 * Reads a wide or long table by day, week or month. Columns are joined by name; the user's own cells are never changed.
 *
 * @param table - rows of cells with a header row.
 * @param brief - what the user states; empty parts are detected and reported in `mapping`.
 * @param rules - thresholds of the methodology.
 * @param today - ISO date of the present day: later weeks are refused (IN-27).
 * @returns a history of consecutive weeks, or null with findings that stop and open questions; every finding names
 * file, sheet, cell and remedy (requirements §5.2).
 * @throws RangeError when `today` is no ISO date.
 */
export function readHistory(table: Table, brief: Brief, rules: DataRules, today: string): Reading {
  const day = daysFromIso(today);
  if (day === null) throw new RangeError(`today must be an ISO date, not ${today}`);
  const framed = frameTable(table, brief, rules);
  const areNamedTwice = framed.notes.findings.some(({ code }) => code === "IN-05");
  if (framed.value === null || areNamedTwice) return halt(framed.notes, NO_MAPPING);
  const chosen = chooseRevenue(framed.value, brief);
  const { source, mapping, notes } = readSource(framed.value, chosen.value, rules, null, day);
  const seen = joinNotes(framed.notes, chosen.notes, notes);
  if (source === null) return halt(seen, mapping);
  const { rows, completed, hints } = source;
  const laid = layOnWeeks(rows, completed.brief, rules, day, hints);
  const before = joinNotes(seen, laid.notes);
  if (laid.value === null) return halt(before, mapping);
  return readLaid(laid.value, completed.brief, mapping, rules, day, before);
}
