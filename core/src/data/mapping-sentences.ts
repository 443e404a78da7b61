/** The mapping of columns in plain lines. */

import type { ColumnMapping } from "./reading.ts";

/**
 * Plain lines that tell which columns were taken for what.
 *
 * @returns e.g. "Date: week_start.", "KPI: revenue.", "Media: TV (spend from TV_spend, exposure from TV_grp).".
 */
export function mappingSentences(mapping: ColumnMapping): string[] {
  const channels = mapping.channels.map(({ name, spend, exposure }) => {
    const parts = [
      spend === name ? null : `spend from ${spend}`,
      exposure === null ? null : `exposure from ${exposure}`,
    ];
    const known = parts.filter((part) => part !== null).join(", ");
    return known === "" ? name : `${name} (${known})`;
  });
  const lines: ReadonlyArray<readonly [string, readonly string[]]> = [
    ["Date", mapping.date === null ? [] : [mapping.date]],
    ["KPI", mapping.kpi === null ? [] : [mapping.kpi]],
    ["Media", channels],
    ["Controls", mapping.controls],
    ["Events", mapping.events],
    ["Not used", mapping.ignored],
  ];
  const said = lines
    .filter(([, names]) => names.length > 0)
    .map(([role, names]) => `${role}: ${names.join(", ")}.`);
  if (!mapping.guessed) return said;
  return [...said, "These columns were recognized by their names and contents; a brief can say otherwise."];
}
