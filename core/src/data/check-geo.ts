/** One row per week or one per week and place: geo panels are refused. */

import type { Brief } from "./brief.ts";
import { type Column, columnRange, type Frame } from "./column.ts";
import { isEmptyCell } from "./empty-cell.ts";
import { saysGeo } from "./header-tokens.ts";
import { findColumn } from "./look-up-columns.ts";
import { at, found, NO_NOTES, type Notes } from "./notes.ts";
import { counted, listed } from "./wording.ts";

/**
 * A stop when one geo column holds several places.
 *
 * @returns no notes for a column with one value ("Local" throughout), which is then ignored.
 */
export function checkGeo(frame: Frame, brief: Brief, datesRepeat: boolean): Notes {
  const column = geoColumn(frame, brief, datesRepeat);
  if (column === null) return NO_NOTES;
  const places = [...new Set(column.cells.filter((cell) => !isEmptyCell(cell)).map(String))];
  if (places.length < 2) return NO_NOTES;
  return found(
    "stop",
    "IN-10",
    at(frame, columnRange(column)),
    `IN-10 "${column.header}" holds ${counted(places.length, "place")} (${listed(places)}); this version models one market at a time.`,
    "Keep the rows of one place, or add the places up to one row per week, and run again.",
  );
}

function geoColumn(frame: Frame, brief: Brief, datesRepeat: boolean): Column | null {
  if (brief.table.geo !== null) return findColumn(frame, brief.table.geo);
  if (!datesRepeat) return null;
  const texts = frame.columns.filter((column) => column.cells.some((cell) => typeof cell === "string"));
  return texts.find((column) => saysGeo(column.header)) ?? null;
}
