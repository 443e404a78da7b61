/** Reading and judging a table of 520 weeks × 60 columns, as `marginal audit` does it (aimed at: under two seconds). */

import { auditReadiness } from "@mmm/core/audit/audit-readiness.ts";
import { emptyBrief } from "@mmm/core/data/read-brief.ts";
import { readHistory } from "@mmm/core/data/read-history.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import { DATA_ROWS } from "@mmm/core/govern/rows/data-rows.ts";
import type { Cell, Table } from "@mmm/core/spreadsheet/table.ts";
import { simulateHistory } from "../cli/src/simulate/simulate-history.ts";
import { median } from "./measure.ts";

const WEEKS = 520;
const COLUMNS = 60;
const ROUNDS = 7;
const TODAY = "2026-11-22";

/** Ten years of ten channels with their impressions, the rest controls. */
function wideTable(): Table {
  const { table } = simulateHistory({
    weeks: WEEKS,
    channels: 20,
    seed: 1,
    noise: 0.04,
    confounding: 0,
    zeroWeeks: 0,
    startDate: "2015-01-05",
  });
  const [header = [], ...rows] = table.rows;
  const more = Array.from({ length: COLUMNS - header.length }, (_, place) => place + 1);
  const control = (week: number, place: number): Cell => 50 + ((week * 7 * place) % 101) + place;
  return {
    ...table,
    rows: [
      [...header, ...more.map((place) => `control price ${place}`)],
      ...rows.map((row, week) => [...row, ...more.map((place) => control(week, place))]),
    ],
  };
}

const table = wideTable();
const text: Table = { ...table, rows: table.rows.map((row) => row.map((cell) => String(cell))) };
const [rules, auditRules] = [defaultRules(DATA_ROWS), defaultRules(AUDIT_ROWS)];

function secondsOf(source: Table): { readonly reading: number; readonly audit: number } {
  const started = performance.now();
  const reading = readHistory(source, emptyBrief(), rules, TODAY);
  const read = performance.now();
  if (reading.history === null) throw new Error(JSON.stringify([reading.findings, reading.questions]));
  auditReadiness(reading.history, auditRules, reading);
  return { reading: (read - started) / 1000, audit: (performance.now() - read) / 1000 };
}

console.log(`${WEEKS} weeks × ${table.rows[0]?.length} columns, no brief, median of ${ROUNDS}:`);
for (const [name, source] of [
  ["numbers, as from .xlsx", table],
  ["text, as from .csv", text],
] as const) {
  const times = Array.from({ length: ROUNDS }, () => secondsOf(source));
  const [reading, audit] = [
    median(times.map((time) => time.reading)),
    median(times.map((time) => time.audit)),
  ];
  console.log(
    `  ${name}: reading ${reading.toFixed(2)} s, audit ${audit.toFixed(2)} s, both ${(reading + audit).toFixed(2)} s`,
  );
}
