import type { HolidaysBrief } from "@mmm/core/data/brief.ts";
import { daysFromIso } from "@mmm/core/data/calendar.ts";
import { holidayColumns } from "@mmm/core/data/holidays/holiday-columns.ts";

const SOURCE = { file: "weekly.csv", sheet: null };

function columns(first: string, weeks: number, holidays: HolidaysBrief | null, taken: string[] = []) {
  const start = daysFromIso(first) ?? 0;
  const starts = Array.from({ length: weeks }, (_, week) => start + 7 * week);
  return holidayColumns(SOURCE, holidays, starts, taken);
}

function namesOf(noted: ReturnType<typeof columns>): string[] {
  return noted.value.kept.map(({ name }) => name);
}

describe("holidayColumns", () => {
  it("adds nothing that nobody asked for", () => {
    const none = columns("2023-01-02", 104, null);
    expect(none.value).toEqual({ kept: [], leftOut: [] });
    expect(none.notes).toEqual({ findings: [], questions: [], repairs: [] });
  });

  it("is one column of public holidays, and one per retail event that the window holds twice", () => {
    const noted = columns("2023-01-02", 104, { market: "US", retail: "usual" });
    expect(namesOf(noted)).toEqual([
      "Public holidays",
      "Black Friday",
      "Cyber Monday",
      "Prime Day",
      "Singles' Day",
      "Back to school",
      "Super Bowl",
    ]);
    expect(noted.value.kept.every(({ type }) => type === "holiday")).toBe(true);
    const holidays = noted.value.kept[0]?.values.reduce((sum, value) => sum + value, 0);
    // 5 U.S.C. §6103: 2023 has 12 days from 2 January on (Veterans Day is observed on the 10th too, New Year's Day on
    // 2 January), 2024 has 11; the last week ends on 29 December 2024
    expect(holidays).toBe(12 + 11);
  });

  it("leaves out what the window holds once, unless it is asked for by name", () => {
    const year = columns("2024-01-01", 52, { market: "US", retail: "usual" });
    expect(namesOf(year)).toEqual(["Public holidays"]);
    expect(year.value.leftOut.find(({ name }) => name === "Black Friday")?.reason).toContain("one week only");
    const named = columns("2024-01-01", 52, { market: "US", retail: ["Black Friday"] });
    expect(namesOf(named)).toEqual(["Public holidays", "Black Friday"]);
  });

  it("says which columns it added, in how many weeks, and which dates it does not know", () => {
    const noted = columns("2025-01-06", 90, { market: "US", retail: ["Prime Day"] });
    expect(noted.notes.repairs.map(({ code, after }) => `${code} ${after}`)).toContain(
      'C-08 column "Prime Day" added from the calendar of US: 1 of 90 weeks',
    );
    expect(noted.notes.findings[0]?.message).toContain("Prime Day in 2026");
    expect(noted.notes.findings[0]?.remedy).toContain('"events: [{ name: Prime Day 2026, start: 2026-MM-DD');
  });

  it("stands back where the user's own table has a column of the name", () => {
    const noted = columns("2023-01-02", 104, { market: "DE", retail: ["Black Friday"] }, ["Black Friday"]);
    expect(namesOf(noted)).toEqual(["Public holidays"]);
  });
});
