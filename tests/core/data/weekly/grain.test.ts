import { daysFromIso } from "@mmm/core/data/calendar.ts";
import { grainOf } from "@mmm/core/data/weekly/grain.ts";

const days = (...dates: string[]) => dates.map((date) => daysFromIso(date) ?? 0);

describe("grainOf (IN-25)", () => {
  it("tells days, business days, weeks and months", () => {
    expect(grainOf(days("2024-01-01", "2024-01-02", "2024-01-03"))).toBe("day");
    expect(grainOf(days("2024-01-04", "2024-01-05", "2024-01-08", "2024-01-09"))).toBe("day");
    expect(grainOf(days("2024-01-08", "2024-01-01", "2024-01-08", "2024-01-15"))).toBe("week");
    expect(grainOf(days("2024-01-01", "2024-02-01", "2024-03-01"))).toBe("month");
    expect(grainOf(days("2024-01-31", "2024-02-29", "2024-03-31"))).toBe("month");
  });

  it("calls periods of two and of four weeks neither weeks nor months", () => {
    expect(grainOf(days("2024-01-01", "2024-01-15", "2024-01-29"))).toBe("other");
    expect(grainOf(days("2024-01-01", "2024-01-29", "2024-02-26"))).toBe("other");
  });

  it("needs two dates", () => {
    expect(grainOf(days("2024-01-01", "2024-01-01"))).toBeNull();
  });
});
