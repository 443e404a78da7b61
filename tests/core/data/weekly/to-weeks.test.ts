import { daysFromIso, isoDate } from "@mmm/core/data/calendar.ts";
import type { Reading } from "@mmm/core/data/reading.ts";
import type { Cell, Table } from "@mmm/core/spreadsheet/table.ts";
import fc from "fast-check";
import { readWith } from "../../../fixtures/reading.ts";
import { table } from "../../../fixtures/weekly-table.ts";

const FIRST = daysFromIso("2024-01-01") ?? 0; // a Monday

/** A row per day from 2024-01-01 on: spend and revenue in cents that differ by day. */
function daily(days: number, change: (row: Cell[], day: number) => Cell[] | null = (row) => row): Table {
  const rows = Array.from({ length: days }, (_, day) =>
    change([isoDate(FIRST + day), spendOf(day), kpiOf(day), 9.5 + (day % 7)], day),
  ).filter((row) => row !== null);
  return table([["Day", "TV spend", "Revenue", "Price"], ...rows]);
}

const spendOf = (day: number) => ((day * 7919) % 100_000) / 100;
const kpiOf = (day: number) => (1_000_000 + ((day * 104_729) % 1_000_000)) / 100;

function sumOf(figure: (day: number) => number, week: number): number {
  const cents = Array.from({ length: 7 }, (_, day) => Math.round(100 * figure(week * 7 + day)));
  return cents.reduce((sum, cent) => sum + cent, 0) / 100;
}

function columnOf(reading: Reading, name: string): Cell[] {
  const at = reading.weekly?.columns.indexOf(name) ?? -1;
  return (reading.weekly?.rows ?? []).map((row) => row[at] ?? null);
}

describe("rows of days (C-06, IN-25)", () => {
  it("are added up to weeks to the cent; prices are averaged", () => {
    const reading = readWith(daily(210));
    expect(reading.findings.filter(({ severity }) => severity === "stop")).toEqual([]);
    expect(reading.weekly?.rows).toHaveLength(30);
    expect(columnOf(reading, "week").slice(0, 2)).toEqual(["2024-01-01", "2024-01-08"]);
    const weeks = Array.from({ length: 30 }, (_, week) => week);
    expect(columnOf(reading, "TV spend")).toEqual(weeks.map((week) => sumOf(spendOf, week)));
    expect(columnOf(reading, "kpi")).toEqual(weeks.map((week) => sumOf(kpiOf, week)));
    expect(columnOf(reading, "Price")).toEqual(weeks.map(() => 12.5));
    expect(reading.repairs.map(({ id }) => id)).toContain("IN-25:Day");
    expect(reading.history?.imputed).toEqual([]);
  });

  it("give the same weeks in whatever order they stand", () => {
    const rows = daily(105).rows;
    const turned = table([rows[0] ?? [], ...rows.slice(1).reverse()]);
    expect(readWith(turned).weekly?.rows).toEqual(readWith(daily(105)).weekly?.rows);
    expect(readWith(turned).repairs.map(({ id }) => id)).toContain("IN-21:Day");
  });

  it("drop the days outside whole weeks and say so (IN-26)", () => {
    const reading = readWith(daily(108, (row, day) => (day < 2 ? null : row)));
    expect(columnOf(reading, "week")[0]).toBe("2024-01-08");
    expect(columnOf(reading, "week").at(-1)).toBe("2024-04-08");
    const edge = reading.repairs.find(({ code }) => code === "IN-26");
    expect(edge?.before).toMatch(/^8 rows outside whole weeks/);
  });

  it("start weeks on Sunday when the answers say so", () => {
    const reading = readWith(daily(210), { "IN-25:week-start": "sunday" });
    expect(columnOf(reading, "week")[0]).toBe("2024-01-07");
    expect(reading.weekly?.weekStart).toBe("sunday");
    expect(readWith(daily(210), { "IN-25:week-start": "someday" }).history).toBeNull();
  });

  it("ask what a missing day was, and mark its week (IN-23, X-05)", () => {
    const gap = daily(210, (row, day) => (day === 9 ? null : row));
    expect(readWith(gap).questions).toMatchObject([{ id: "IN-23", code: "IN-23" }]);
    const reading = readWith(gap, { "IN-23": "zero" });
    const cents = Math.round(100 * (sumOf(spendOf, 1) - spendOf(9)));
    expect(columnOf(reading, "TV spend")[1]).toBe(cents / 100);
    expect(reading.weekly?.imputed).toContainEqual({ row: 1, column: 2 });
    expect(reading.history?.imputed).toContainEqual({ column: "TV spend", cells: 1 });
  });

  it("ask what a blank day was, once per column (IN-38)", () => {
    const blank = daily(210, (row, day) => (day % 50 === 9 ? [row[0] ?? null, null, ...row.slice(2)] : row));
    expect(readWith(blank).questions).toMatchObject([{ id: "IN-38:TV spend" }]);
    const reading = readWith(blank, { "IN-38": "zero" });
    expect(reading.history?.imputed).toEqual([{ column: "TV spend", cells: 5 }]);
    expect(reading.repairs.filter(({ code }) => code === "IN-38")).toHaveLength(1);
  });

  it("leave a week that is blank as a whole to the question about weeks", () => {
    const blank = daily(210, (row, day) =>
      Math.floor(day / 7) === 3 ? [row[0] ?? null, null, ...row.slice(2)] : row,
    );
    expect(readWith(blank).questions).toMatchObject([{ id: "IN-38:TV spend" }]);
    expect(readWith(blank).questions[0]?.message).toContain("blank in 1 week:");
  });

  it("stop at a day that stands twice (IN-22)", () => {
    const reading = readWith(
      daily(210, (row, day) => (day === 9 ? [isoDate(FIRST + 8), ...row.slice(1)] : row)),
    );
    expect(reading.findings).toMatchObject([{ code: "IN-22", severity: "stop" }]);
  });

  it("lose no cent, whatever the amounts", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e8 }), { minLength: 140, maxLength: 140 }), (cents) => {
        const reading = readWith(
          daily(140, (row, day) => [row[0] ?? null, (cents[day] ?? 0) / 100, ...row.slice(2)]),
        );
        const total = columnOf(reading, "TV spend").reduce<number>(
          (sum, cell) => sum + Math.round(100 * Number(cell)),
          0,
        );
        expect(total).toBe(cents.reduce((sum, cent) => sum + cent, 0));
      }),
      { numRuns: 20 },
    );
  });
});

describe("a long table of days", () => {
  const long = (tv: (day: number) => Cell[] | null) =>
    table([
      ["Date", "Channel", "Cost", "Revenue"],
      ...Array.from({ length: 210 }, (_, day) => [
        [isoDate(FIRST + day), "Search", spendOf(day), kpiOf(day)],
        ...[tv(day)].filter((row) => row !== null),
      ]).flat(),
    ]);

  it("is laid out by channel and added up to weeks", () => {
    const reading = readWith(long((day) => [isoDate(FIRST + day), "TV", 2.1, kpiOf(day)]));
    expect(columnOf(reading, "TV spend").slice(0, 3)).toEqual([14.7, 14.7, 14.7]);
    expect(columnOf(reading, "Search spend")[0]).toBe(sumOf(spendOf, 0));
  });

  it("asks before weekly rows of one channel are spread over their days, and loses nothing (IN-25)", () => {
    const mixed = long((day) => (day % 7 === 0 ? [isoDate(FIRST + day), "TV", 700.03, kpiOf(day)] : null));
    expect(readWith(mixed).questions).toMatchObject([{ id: "IN-25:TV", default: "spread" }]);
    const reading = readWith(mixed, { "IN-25": "spread" });
    expect(columnOf(reading, "TV spend")).toEqual(Array.from({ length: 30 }, () => 700.03));
    expect(reading.history?.imputed).toEqual([]);
  });

  it("asks before a monthly invoice is spread, and marks its weeks as estimates (IN-25, X-05)", () => {
    const invoice = long((day) =>
      isoDate(FIRST + day).endsWith("-01") ? [isoDate(FIRST + day), "TV", 3100, kpiOf(day)] : null,
    );
    expect(readWith(invoice).questions).toMatchObject([{ id: "IN-25:TV" }]);
    const reading = readWith(invoice, { "IN-25": "spread" });
    expect(columnOf(reading, "TV spend")[0]).toBe(700);
    expect(reading.history?.imputed).toEqual([{ column: "TV", cells: 30 }]);
  });
});

describe("rows of months (IN-25)", () => {
  const monthly = table([
    ["Month", "TV spend", "Revenue"],
    ...["Jan-23", "Feb-23", "Mar-23", "Apr-23", "May-23", "Jun-23", "Jul-23"].map((month, at) => [
      month,
      [3100, 2400, 4000, 1500, 3300, 2900, 2000][at] ?? 0,
      90_000 + at * 31,
    ]),
  ]);

  it("ask, and after the answer are spread over their days as estimates", () => {
    expect(readWith(monthly).questions).toMatchObject([
      { id: "IN-25", choices: ["spread", "stop"], default: "stop" },
    ]);
    const reading = readWith(monthly, { "IN-25": "spread" });
    expect(columnOf(reading, "week")[0]).toBe("2023-01-02");
    expect(columnOf(reading, "TV spend")[0]).toBe(700);
    expect(reading.history?.imputed.map(({ cells }) => cells)).toEqual([30, 30]);
  });
});

describe("a weekly table with a monthly column", () => {
  it("spreads that column alone", () => {
    const mondays = Array.from({ length: 40 }, (_, week) => FIRST + 7 * week);
    const firsts = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"].map(
      (month) => `2024-${month}-01`,
    );
    const rows = [
      ...mondays.map((day, week) => [isoDate(day), "Search", 100 + week, 5000 + ((week * 37) % 400)]),
      ...firsts.map((date) => [date, "TV", 3100, null]),
    ];
    const source = table([["Week", "Channel", "Cost", "Revenue"], ...rows]);
    expect(readWith(source).questions.map(({ id }) => id)).toEqual(["IN-25:TV"]);
    const reading = readWith(source, { "IN-25": "spread" });
    expect(columnOf(reading, "week")).toEqual(mondays.map(isoDate));
    expect(columnOf(reading, "TV spend").slice(0, 2)).toEqual([700, 700]);
    expect(columnOf(reading, "Search spend")[39]).toBe(139);
  });
});
