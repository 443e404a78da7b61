import {
  dateFromDays,
  daysFromDate,
  daysFromIso,
  isoDate,
  isoWeekMonday,
  isRealDate,
  weekday,
} from "@mmm/core/data/calendar.ts";
import fc from "fast-check";

const MS_PER_DAY = 86_400_000;
const anyDay = fc.integer({ min: daysFromDate(1600, 1, 1), max: daysFromDate(2400, 1, 1) });

describe("calendar", () => {
  it("counts days from 1970-01-01, a Thursday", () => {
    expect(daysFromDate(1970, 1, 1)).toBe(0);
    expect(weekday(0)).toBe(3);
    expect(daysFromDate(2000, 3, 1)).toBe(11_017); // 30 years of 365 days, 7 leap days, 31 + 29 days
  });

  it("agrees with the platform's calendar on every day from 1600 to 2400", () => {
    fc.assert(
      fc.property(anyDay, (days) => {
        const platform = new Date(days * MS_PER_DAY);
        expect(isoDate(days)).toBe(platform.toISOString().slice(0, 10));
        expect(weekday(days)).toBe((platform.getUTCDay() + 6) % 7);
      }),
    );
  });

  it("undoes itself", () => {
    fc.assert(
      fc.property(anyDay, (days) => {
        const { year, month, day } = dateFromDays(days);
        expect(daysFromDate(year, month, day)).toBe(days);
        expect(daysFromIso(isoDate(days))).toBe(days);
      }),
    );
  });

  it("knows leap years: 2000 and 2024 are, 1900 and 2023 are not", () => {
    expect([2000, 2024, 1900, 2023].map((year) => isRealDate(year, 2, 29))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(daysFromIso("2023-02-29")).toBeNull();
    expect(isRealDate(2024, 4, 31)).toBe(false);
    expect(isRealDate(2024, 13, 1)).toBe(false);
  });

  it("starts ISO week 1 in the week of 4 January, which may begin in December", () => {
    // ISO 8601: 2024-12-30 is Monday of 2025-W01; 2021-01-04 is Monday of 2021-W01
    expect(isoDate(isoWeekMonday(2025, 1))).toBe("2024-12-30");
    expect(isoDate(isoWeekMonday(2021, 1))).toBe("2021-01-04");
    expect(isoDate(isoWeekMonday(2025, 7))).toBe("2025-02-10");
  });
});
