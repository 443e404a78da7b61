import type { EventBrief } from "@mmm/core/data/brief.ts";
import { daysFromIso, isoDate } from "@mmm/core/data/calendar.ts";
import { eventFromDates } from "@mmm/core/data/event-series.ts";
import fc from "fast-check";

const MONDAY = daysFromIso("2024-01-01") ?? 0;
const STARTS = Array.from({ length: 6 }, (_, week) => MONDAY + 7 * week);

function series(shape: EventBrief["shape"], start: string, end: string | null): number[] {
  return Array.from(eventFromDates({ name: "sale", column: null, start, end, shape }, STARTS));
}

describe("eventFromDates", () => {
  it("is 1 in every week that a pulse touches, be it by one day", () => {
    expect(series("pulse", "2024-01-14", "2024-01-15")).toEqual([0, 1, 1, 0, 0, 0]);
    expect(series("pulse", "2024-01-10", null)).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it("goes on from a step's first week, to its end if it has one", () => {
    expect(series("step", "2024-01-17", null)).toEqual([0, 0, 1, 1, 1, 1]);
    expect(series("step", "2024-01-17", "2024-01-24")).toEqual([0, 0, 1, 1, 0, 0]);
  });

  it("rises evenly on a ramp and stays up: four weeks from Monday give quarters", () => {
    expect(series("ramp", "2024-01-01", "2024-01-28")).toEqual([0.25, 0.5, 0.75, 1, 1, 1]);
  });

  it("takes a week to rise where a ramp has no end: from a Thursday 4/7, then 1", () => {
    expect(series("ramp", "2024-01-11", null)).toEqual([0, 4 / 7, 1, 1, 1, 1]);
  });

  it("never leaves 0 to 1; a step without end and a ramp never fall", () => {
    const day = fc.integer({ min: -30, max: 60 }).map((offset) => MONDAY + offset);
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (start, length) => {
        const [first, last] = [isoDate(start), isoDate(start + length)];
        const rising = [
          series("step", first, null),
          series("ramp", first, null),
          series("ramp", first, last),
        ];
        for (const values of [...rising, series("pulse", first, last), series("step", first, last)])
          expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
        for (const values of rising) expect(values).toEqual([...values].sort((one, other) => one - other));
      }),
    );
  });

  it("is nowhere when its dates lie outside the table", () => {
    expect(series("pulse", "2020-01-01", null)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
