import { daysFromIso } from "@mmm/core/data/calendar.ts";
import { periodOf, splitTotal } from "@mmm/core/data/weekly/periods.ts";
import { decimalSum } from "@mmm/core/numerics/decimal-sum.ts";
import fc from "fast-check";

const day = (date: string) => daysFromIso(date) ?? 0;

describe("periodOf", () => {
  it("takes the day, the seven days, or the whole calendar month", () => {
    expect(periodOf(day("2024-01-03"), "day")).toEqual({ start: day("2024-01-03"), length: 1 });
    expect(periodOf(day("2024-01-03"), "week")).toEqual({ start: day("2024-01-03"), length: 7 });
    expect(periodOf(day("2024-02-29"), "month")).toEqual({ start: day("2024-02-01"), length: 29 });
    expect(periodOf(day("2024-12-31"), "month")).toEqual({ start: day("2024-12-01"), length: 31 });
  });
});

describe("splitTotal", () => {
  it("splits evenly to the cent", () => {
    expect(splitTotal(100, 3)).toEqual([33.33, 33.34, 33.33]);
    expect(splitTotal(0.07, 7)).toEqual([0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01]);
  });

  it("loses no cent over any month", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e10, max: 1e10 }), fc.integer({ min: 1, max: 31 }), (cents, length) => {
        const parts = splitTotal(cents / 100, length);
        expect(decimalSum(parts)).toBeCloseTo(cents / 100, 9);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThan(0.0101);
      }),
    );
  });
});
