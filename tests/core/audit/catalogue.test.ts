/** The catalogue of bad input (requirements §5.2): the faults that the audit tells of, and what filled cells do. */

import { auditReadiness } from "@mmm/core/audit/audit-readiness.ts";
import { methodology } from "@mmm/core/govern/methodology.ts";
import type { Table } from "@mmm/core/spreadsheet/table.ts";
import { CLEAN, HEADERS, noise, of, withCells, withColumn } from "../../fixtures/faults.ts";
import { readWith } from "../../fixtures/reading.ts";

const RULES = methodology({}).rules.audit;

describe("faults that the audit tells of", () => {
  const exposed = (impressions: (week: number, spend: number) => number, spend?: (week: number) => number) =>
    of(
      CLEAN.map((row, week) => {
        const paid = spend?.(week) ?? Number(row[1]);
        return [row[0], paid, ...row.slice(2), impressions(week, paid)];
      }),
      [...HEADERS, "TV impressions"],
    );
  it.each<[string, Table, string]>([
    ["43", withColumn(3, (week, cell) => (week < 30 ? Number(cell) / 1000 : cell)), "IN-43 warn"],
    ["45", withColumn(1, (week) => (week % 7 === 0 ? 0 : 10_000)), "IN-45 warn"],
    ["48", withColumn(2, (week, cell) => (week % 3 === 0 ? cell : 0)), "IN-48 warn"],
    ["52 near", withColumn(2, (week) => Number(CLEAN[week]?.[1]) + (noise(week, 5) % 90)), "IN-52 warn"],
    [
      "54",
      exposed(
        (week, spend) => 1000 + 50 * spend + noise(week, 8),
        (week) => (week % 9 === 0 ? 0 : Number(CLEAN[week]?.[1])),
      ),
      "IN-54 warn",
    ],
    ["55", exposed((week, spend) => Math.round((week < 30 ? 400 : 100) * spend)), "IN-55 warn"],
    [
      "56",
      of(
        CLEAN.map((row, week) => [
          ...row.slice(0, 3),
          100_000 + noise(week, 3),
          row[4],
          2 + (noise(week, 5) % 2),
        ]),
        [...HEADERS, "orders"],
      ),
      "IN-56 warn",
    ],
    ["61", withColumn(2, (week) => 1 + (week % 2)), "IN-61 warn"],
    ["64", of(CLEAN, [...HEADERS.slice(0, 4), "brand search index"]), "IN-64 warn"],
  ])("%s", (_, source, expected) => {
    const reading = readWith(source);
    expect(reading.history).not.toBeNull();
    const scorecard = reading.history && auditReadiness(reading.history, RULES, reading);
    expect(scorecard?.findings.map(({ code, severity }) => `${code} ${severity}`)).toContain(expected);
  });

  it("X-05: more than 5 % filled cells hold the score at 3 or less, none are zero by themselves", () => {
    const blanks = Array.from({ length: 20 }, (_, place) => [3 * place, 1, () => null] as const);
    const open = readWith(withCells(...blanks));
    expect(open.questions).toMatchObject([{ id: "IN-38:TV spend", default: "stop" }]);
    const { history, repairs, ...rest } = readWith(withCells(...blanks), { "IN-38": "interpolate" });
    expect(history?.imputed).toEqual([{ column: "TV spend", cells: 20 }]);
    expect(repairs.filter(({ code }) => code === "IN-38")).toHaveLength(20);
    expect(history?.channels[1]?.spend.every((value) => value > 0)).toBe(true);
    const scorecard = history && auditReadiness(history, RULES, rest);
    expect(scorecard?.overall).toBeLessThanOrEqual(3);
  });
});
