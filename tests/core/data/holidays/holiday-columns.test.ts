import type { HolidaysBrief } from "@mmm/core/data/brief.ts";
import { daysFromIso } from "@mmm/core/data/calendar.ts";
import { holidayColumns } from "@mmm/core/data/holidays/holiday-columns.ts";
import { readHistory } from "@mmm/core/data/read-history.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { modelColumns } from "@mmm/core/model/model-columns.ts";
import { briefOf, DATA_RULES, TODAY } from "../../../fixtures/reading.ts";
import { weeklyTable } from "../../../fixtures/weekly-table.ts";

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

  it("warns of years whose public holidays nobody checked", () => {
    const asked = { market: "PT", retail: [] } as const;
    expect(columns("2017-01-02", 104, asked).notes.findings[0]?.message).toContain("PT in 2017 follow");
    expect(columns("2018-01-01", 104, asked).notes.findings).toEqual([]);
  });

  it("stands back where the user's own table has a column of the name", () => {
    const noted = columns("2023-01-02", 104, { market: "DE", retail: ["Black Friday"] }, ["Black Friday"]);
    expect(namesOf(noted)).toEqual(["Public holidays"]);
  });
});

describe("a brief's holidays in a history", () => {
  const table = weeklyTable(110, {
    revenue: (week) => 1000 + ((week * 29) % 53),
    "TV spend": (week) => 100 + ((week * 7) % 31),
  });
  const stated = { table: { kpi: "revenue" }, channels: [{ name: "TV", spend: "TV spend" }] };

  it("are columns of the model, of role holiday, in the unit of their own deviation", () => {
    const baseline = { holidays: { market: "US", retail: ["Black Friday"] } };
    const { history } = readHistory(table, briefOf({ ...stated, baseline }), DATA_RULES, TODAY);
    if (history === null) throw new Error("the table must be readable");
    const columns = modelColumns(history, { fittedWeeks: 110, kpiSd: 0.2 }, defaultRules(MODEL_ROWS));
    const holidays = columns.filter(({ role }) => role === "holiday");
    expect(holidays.map(({ name }) => name)).toEqual(["Public holidays", "Black Friday"]);
    // the Fridays 2022-11-25 and 2023-11-24 lie in weeks 46 and 98 from Monday 2022-01-03
    const [high] = [...(holidays[1]?.values ?? [])].sort((one, other) => other - one);
    expect([...(holidays[1]?.values ?? [])].flatMap((value, week) => (value === high ? [week] : []))).toEqual(
      [46, 98],
    );
  });

  it("are none, and say nothing, where the brief says nothing", () => {
    const reading = readHistory(table, briefOf(stated), DATA_RULES, TODAY);
    expect(reading.history?.controls).toEqual([]);
    expect(reading.repairs).toEqual([]);
  });
});
