import { isoDate } from "@mmm/core/data/calendar.ts";
import { type DayRule, daysOfRule, easter, fixed, listed, nth } from "@mmm/core/data/holidays/day-rule.ts";

function days(rule: DayRule, year: number): string[] {
  return daysOfRule(rule, year).map(isoDate);
}

describe("daysOfRule", () => {
  it("takes a date, a weekday of a month counted from either end, and days after them", () => {
    expect(days(fixed("12-25"), 2024)).toEqual(["2024-12-25"]);
    expect(days(nth(11, 4, 3), 2024)).toEqual(["2024-11-28"]);
    expect(days(nth(11, 4, 3, 4), 2024)).toEqual(["2024-12-02"]);
    expect(days(nth(5, -1, 0), 2021)).toEqual(["2021-05-31"]);
    expect(days(nth(12, -1, 6), 2023)).toEqual(["2023-12-31"]);
  });

  it("takes the last weekday before a date, never the date itself", () => {
    const monday = { kind: "before", date: "05-25", weekday: 0 } as const;
    expect(days(monday, 2026)).toEqual(["2026-05-18"]);
    expect(days(monday, 2021)).toEqual(["2021-05-24"]);
  });

  it("takes days around Easter and Japan's equinoxes", () => {
    expect(days(easter(-2), 2024)).toEqual(["2024-03-29"]);
    expect(days({ kind: "equinox", month: 3, day1980: 20.8431 }, 2027)).toEqual(["2027-03-21"]);
  });

  it("takes listed dates of the year alone, and every day from first to last", () => {
    const prime = listed("2024-07-16/2024-07-17", "2025-07-08/2025-07-11");
    expect(days(prime, 2024)).toEqual(["2024-07-16", "2024-07-17"]);
    expect(days(prime, 2026)).toEqual([]);
    expect(days({ kind: "span", first: fixed("08-30"), last: nth(9, 1, 0) }, 2024)).toEqual([
      "2024-08-30",
      "2024-08-31",
      "2024-09-01",
      "2024-09-02",
    ]);
  });

  it("refuses a listed date that the calendar has not: a mistake in our table", () => {
    expect(() => daysOfRule(listed("2024-02-30"), 2024)).toThrow("YYYY-MM-DD, not 2024-02-30");
  });
});
