/** Addresses, dates, grids, prose and interval bars. */

import { interpolate } from "@mmm/core/report/interpolate.ts";
import { areaAt, cellAt, columnArea, quoteSheet } from "@mmm/core/report/layout/address.ts";
import { dateSerial, dateText } from "@mmm/core/report/layout/dates.ts";
import { gridOf } from "@mmm/core/report/layout/grid.ts";
import { intervalBarColumns } from "@mmm/core/report/layout/interval-bars.ts";
import { heightOf, linesOf, paragraph } from "@mmm/core/report/layout/prose.ts";
import fc from "fast-check";

describe("addresses", () => {
  it("quote names that need it and double their apostrophes (IN-67)", () => {
    expect(quoteSheet("ROI")).toBe("ROI");
    expect(cellAt("Run log", 4, 1)).toBe("'Run log'!$B$5");
    expect(quoteSheet("Bob's")).toBe("'Bob''s'");
    expect(areaAt(columnArea("Data", 27, 5, 9))).toBe("Data!$AB$6:$AB$10");
  });
});

describe("dates", () => {
  it("count days as spreadsheets do (1900 date system)", () => {
    expect(dateSerial("1970-01-01")).toBe(25_569);
    expect(dateSerial("2024-02-29")).toBe(45_351);
    expect(() => dateSerial("yesterday")).toThrow(RangeError);
  });

  it("are written by formulas that no locale changes", () => {
    expect(dateText("B9")).not.toContain("TEXT(");
  });
});

describe("gridOf", () => {
  it("puts blocks where they belong and lets the later one win", () => {
    const grid = gridOf([
      { row: 1, column: 1, rows: [[{ value: "a" }, { value: "b" }]] },
      { row: 1, column: 2, rows: [[{ value: "c" }]] },
    ]);
    expect(grid).toEqual([[], [null, { value: "a" }, { value: "c" }]]);
  });
});

describe("prose", () => {
  it("takes a line per line break and at least one", () => {
    expect(linesOf("", 10)).toBe(1);
    expect(linesOf("one\ntwo", 100)).toBe(2);
    expect(linesOf("x".repeat(119), 100)).toBe(2);
    expect(heightOf(2)).toBeGreaterThan(heightOf(1));
  });

  it("merges a paragraph across its columns", () => {
    const block = paragraph(4, [0, 2], { value: "x" }, [10, 10, 10]);
    expect(block.merges).toEqual(["A5:C5"]);
  });
});

describe("interval bars", () => {
  const columns = intervalBarColumns<{ mean: number; lo: number; hi: number }>(
    { mean: 0, low: 1, high: 2 },
    (interval) => interval,
    "0",
  );

  it("reach from low to high with the change of color at the mean, on either side of zero", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 3 }),
        (numbers) => {
          const [lo, mean, hi] = [...numbers].sort((a, b) => a - b) as [number, number, number];
          const parts = columns.map((column) => Number(column.cell({ mean, lo, hi }, 0, 0)?.value));
          const [base, lowAbove, highAbove, highBelow, lowBelow] = parts as [
            number,
            number,
            number,
            number,
            number,
          ];
          // visible segments span exactly the interval
          expect(lowAbove + highAbove - highBelow - lowBelow).toBe(hi - lo);
          expect(lowAbove - lowBelow).toBe(mean - lo);
          // positive segments stack from zero up, negative ones down; the base fills the way to the interval
          expect(hi > 0 ? Math.max(base, 0) + lowAbove + highAbove : 0).toBe(Math.max(hi, 0));
          expect(lo < 0 ? Math.min(base, 0) + highBelow + lowBelow : 0).toBe(Math.min(lo, 0));
        },
      ),
    );
  });
});

describe("interpolate", () => {
  const xs = Float64Array.of(0, 10, 20);
  const ys = Float64Array.of(0, 4, 6);

  it("draws straight lines between grid points", () => {
    expect(interpolate(xs, ys, 5)).toEqual({ point: 0, value: 2 });
    expect(interpolate(xs, ys, 10)).toEqual({ point: 1, value: 4 });
    expect(interpolate(xs, ys, 20)).toEqual({ point: 1, value: 6 });
  });

  it("says nothing outside what was observed (X-08)", () => {
    expect(interpolate(xs, ys, 21)).toEqual({ point: null, value: null });
    expect(interpolate(xs, ys, -1).value).toBeNull();
  });
});
