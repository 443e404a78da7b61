import { arrangeWeeks } from "@mmm/core/data/arrange-weeks.ts";
import { daysFromIso } from "@mmm/core/data/calendar.ts";
import { emptyBrief } from "@mmm/core/data/read-brief.ts";
import { DATA_RULES } from "../../fixtures/reading.ts";

function arrange(dates: readonly string[], answers: Record<string, string> = {}, today = "2026-11-22") {
  const date = {
    file: "spend.csv",
    sheet: null,
    header: "week",
    headerCell: "A1",
    cells: dates,
    places: dates.map((_, row) => `A${row + 2}`),
  };
  const brief = { ...emptyBrief(), answers };
  const { value, notes } = arrangeWeeks(
    date,
    dates.map(daysFromIso),
    brief,
    DATA_RULES,
    daysFromIso(today) ?? 0,
  );
  return { rows: value?.rows, policy: value?.gapPolicy, notes };
}

describe("arrangeWeeks", () => {
  it("lays consecutive weeks as they stand, whatever their first day (IN-28)", () => {
    expect(arrange(["2024-01-03", "2024-01-10", "2024-01-17"])).toMatchObject({
      rows: [0, 1, 2],
      notes: { findings: [], questions: [], repairs: [] },
    });
  });

  it("sorts rows and logs it (IN-21)", () => {
    const { rows, notes } = arrange(["2024-01-15", "2024-01-01", "2024-01-08"]);
    expect(rows).toEqual([1, 2, 0]);
    expect(notes.repairs).toMatchObject([{ code: "IN-21" }]);
  });

  it("stops at a week that stands twice, naming both rows (IN-22)", () => {
    const { notes } = arrange(["2024-01-01", "2024-01-08", "2024-01-08"]);
    expect(notes.findings).toMatchObject([{ code: "IN-22", severity: "stop" }]);
    expect(notes.findings[0]?.message).toContain("A3, A4");
  });

  it("asks what happened in missing weeks, by default stopping (IN-23, X-05)", () => {
    const dates = ["2024-01-01", "2024-01-08", "2024-01-22"];
    expect(arrange(dates).notes.questions).toMatchObject([
      { id: "IN-23", choices: ["zero", "carry", "interpolate", "stop"], default: "stop" },
    ]);
    expect(arrange(dates, { "IN-23": "carry" })).toMatchObject({ rows: [0, 1, null, 2], policy: "carry" });
    expect(arrange(dates, { "IN-23": "stop" }).notes.findings).toMatchObject([
      { code: "IN-23", severity: "stop" },
    ]);
  });

  it("stops where most weeks are missing: that is no weekly table (IN-23)", () => {
    const { notes } = arrange(["2023-01-02", "2023-01-09", "2023-01-16", "2023-01-23", "2024-01-01"]);
    expect(notes.findings).toMatchObject([{ code: "IN-23", severity: "stop" }]);
  });

  it("asks before it moves a row that is a day off to the common weekday (IN-24)", () => {
    const dates = ["2024-01-01", "2024-01-08", "2024-01-14", "2024-01-22"];
    expect(arrange(dates).notes.questions).toMatchObject([{ id: "IN-24", where: { cell: "A4" } }]);
    expect(arrange(dates, { "IN-24": "shift" }).rows).toEqual([0, 1, 2, 3]);
  });

  it("stops at periods that are neither days, weeks nor months (IN-25)", () => {
    const { notes } = arrange(["2024-01-01", "2024-01-15", "2024-01-29"]);
    expect(notes.findings).toMatchObject([{ code: "IN-25", severity: "stop" }]);
    expect(notes.findings[0]?.message).toContain("14 days apart");
  });

  it("leaves the running week out, because its figures are partial (IN-26)", () => {
    const dates = ["2024-01-01", "2024-01-08", "2024-01-15"];
    const { rows, notes } = arrange(dates, {}, "2024-01-21");
    expect(rows).toEqual([0, 1]);
    expect(notes).toMatchObject({
      findings: [{ code: "IN-26", severity: "warn" }],
      repairs: [{ code: "IN-26" }],
    });
    expect(arrange(dates, {}, "2024-01-22").rows).toEqual([0, 1, 2]);
  });

  it("stops at weeks in the future (IN-27)", () => {
    const { notes } = arrange(["2024-01-01", "2024-01-08"], {}, "2024-01-05");
    expect(notes.findings).toMatchObject([{ code: "IN-27", severity: "stop", where: { cell: "A3" } }]);
  });
});
