import { isoDate } from "@mmm/core/data/calendar.ts";
import { daysFromSerial, looksLikeDate, readDate } from "@mmm/core/data/date-text.ts";
import type { Cell } from "@mmm/core/spreadsheet/table.ts";

function read(cell: Cell): unknown {
  const reading = readDate(cell);
  return reading?.kind === "day" ? [isoDate(reading.days), reading.code] : reading;
}

describe("readDate", () => {
  it.each<[Cell, string, string | null]>([
    ["2024-01-05", "2024-01-05", null],
    ["2024/1/5", "2024-01-05", "IN-14"],
    ["20240105", "2024-01-05", "IN-14"],
    [20_240_105, "2024-01-05", "IN-14"],
    ["5 Jan 2024", "2024-01-05", "IN-14"],
    ["Jan 5, 2024", "2024-01-05", "IN-14"],
    ["January 5th, 2024", "2024-01-05", "IN-14"],
    ["Fri, 5 Jan 2024", "2024-01-05", "IN-14"],
    ["2024-01-05T00:00:00Z", "2024-01-05", "IN-20"],
    ["2024-01-05 13:45", "2024-01-05", "IN-20"],
    ["2025-W07", "2025-02-10", "IN-19"],
    ["Wk 7 2025", "2025-02-10", "IN-19"],
    [43_922, "2020-04-01", null], // Excel shows 43922 as 2020-04-01
    ["43922", "2020-04-01", null],
    [43_922.5, "2020-04-01", "IN-20"],
  ])("reads %j as %s (%s)", (cell, date, code) => {
    expect(read(cell)).toEqual([date, code]);
  });

  it("keeps both orders open for 03/04/2024", () => {
    expect(read("03/04/2024")).toMatchObject({ kind: "order", first: 3, second: 4, year: "2024" });
  });

  it("leaves a year of two digits to the methodology", () => {
    expect(read("05-Jan-24")).toMatchObject({ kind: "shortYear", month: 1, day: 5, year: "24" });
  });

  it("knows months and ranges, which are no weeks (IN-19, IN-25)", () => {
    expect(read("Jan-25")).toMatchObject({ kind: "month" });
    expect(read("2025-01")).toMatchObject({ kind: "month" });
    for (const text of ["Jan 1-4", "1-4 Jan", "2024-01-01 - 2024-01-07", "01/01/2024 to 07/01/2024"]) {
      expect(read(text)).toEqual({ kind: "range" });
    }
  });

  it.each<Cell>([
    "2024-02-30",
    "13/13/2024",
    "Total",
    "",
    "TV",
    null,
    true,
    12,
    1e9,
    "0203-01-01",
    "wk 60 2025",
  ])("finds no date in %j", (cell) => {
    expect(read(cell)).toBeNull();
  });
});

describe("daysFromSerial", () => {
  it("counts in the 1900 date system: serial 25569 is 1970-01-01", () => {
    expect(daysFromSerial(25_569)).toBe(0);
    expect(daysFromSerial(500)).toBeNull(); // a spend, not a date
  });
});

describe("looksLikeDate", () => {
  it("takes no bare number for a date, since it may be money", () => {
    expect([43_922, "43922", "20240105"].map((cell) => looksLikeDate(cell))).toEqual([false, false, false]);
    expect(looksLikeDate("\u00a043922.12\u200b")).toBe(false);
    expect(looksLikeDate("2024-01-05")).toBe(true);
    expect(looksLikeDate("05.01.2024")).toBe(true);
  });
});
