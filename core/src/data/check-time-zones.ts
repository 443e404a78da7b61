/** Days of media and KPI that begin at different hours (IN-29). */

import { at, found, NO_NOTES, type Notes } from "./notes.ts";
import type { ReadSource } from "./read-source.ts";

const ZONE = /\b(UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|JST|IST|AEST|AEDT)\b/i;

/** The time zone that a date header names: "Start Date (in UTC)" is "UTC"; null where it names none. */
export function headerZone(header: string): string | null {
  return ZONE.exec(header)?.[1]?.toUpperCase() ?? null;
}

/**
 * A warning for each file whose dates are in another time zone than the KPI's: what happens near midnight falls into
 * another day, and at a week's end into another week.
 *
 * @param kpi - place of the source with the KPI; below 0: none, and nothing is compared.
 */
export function checkTimeZones(sources: readonly ReadSource[], kpi: number): Notes {
  const own = sources[kpi];
  if (own === undefined) return NO_NOTES;
  const zone = headerZone(own.rows.date.header);
  const others = sources.filter((source) => {
    const named = headerZone(source.rows.date.header);
    return source !== own && named !== null && named !== zone;
  });
  const [first] = others;
  if (first === undefined) return NO_NOTES;
  const files = others.map(({ rows }) => `${rows.frame.file} (${headerZone(rows.date.header) ?? ""})`);
  return found(
    "warn",
    "IN-29",
    at(first.rows.frame, first.rows.date.headerCell),
    `IN-29 Days of ${files.join(", ")} begin at another hour than those of ${own.rows.frame.file}${zone === null ? ", which names no time zone" : ` (${zone})`}: what happens near midnight may fall into another week.`,
    "Export both in the business's own time zone; a few hours a week matter little.",
  );
}
