import { isoDate } from "@mmm/core/data/calendar.ts";
import { readDates } from "@mmm/core/data/date-column.ts";
import type { Cell } from "@mmm/core/spreadsheet/table.ts";

const SOURCE = { file: "spend.csv", sheet: "Data" };

function read(cells: readonly Cell[], answers: Record<string, string> = {}) {
  const column = { header: "week", headerCell: "A1", cells, places: cells.map((_, row) => `A${row + 2}`) };
  const { value, notes } = readDates(SOURCE, column, { twoDigitYearPivot: 70, answers });
  return { dates: value.map((day) => (day === null ? null : isoDate(day))), notes };
}

describe("readDates", () => {
  it("settles day and month by the first day past 12, for the whole column (IN-14)", () => {
    expect(read(["03/06/2024", "10/06/2024", "17/06/2024"]).dates).toEqual([
      "2024-06-03",
      "2024-06-10",
      "2024-06-17",
    ]);
    expect(read(["06/03/2024", "06/10/2024", "06/17/2024"]).dates).toEqual([
      "2024-06-03",
      "2024-06-10",
      "2024-06-17",
    ]);
  });

  it("asks where no day is past 12, and proposes the order that makes whole weeks (IN-15)", () => {
    const { notes } = read(["01/07/2024", "08/07/2024"]);
    expect(notes.questions).toMatchObject([{ id: "IN-15", choices: ["dmy", "mdy"], default: "dmy" }]);
    expect(notes.questions[0]?.message).toContain("Day first (dmy) makes 1 step of whole weeks");
  });

  it("takes the answer to the question (IN-15)", () => {
    expect(read(["01/07/2024", "08/07/2024"], { "IN-15": "dmy" })).toMatchObject({
      dates: ["2024-07-01", "2024-07-08"],
      notes: { questions: [] },
    });
    expect(read(["01/07/2024"], { "IN-15": "mdy" }).dates).toEqual(["2024-01-07"]);
  });

  it("stops at an answer that is no choice", () => {
    expect(read(["01/07/2024"], { "IN-15": "ymd" }).notes.findings).toMatchObject([
      { code: "IN-15", severity: "stop" },
    ]);
  });

  it("stops where both orders occur, and lists the rows (IN-16)", () => {
    const { notes } = read(["17/06/2024", "06/24/2024"]);
    expect(notes.findings).toMatchObject([{ code: "IN-16", severity: "stop" }]);
    expect(notes.findings[0]?.message).toMatch(/A2.*A3/);
  });

  it("pivots years of two digits at 70 and warns (IN-18)", () => {
    const { dates, notes } = read(["17/06/24", "24/06/69", "30/06/70"]);
    expect(dates).toEqual(["2024-06-17", "2069-06-24", "1970-06-30"]);
    expect(notes.findings).toMatchObject([{ code: "IN-18", severity: "warn" }]);
  });

  it("cuts the time of day off, and warns where a time zone could move the day (IN-20)", () => {
    expect(read(["2024-06-17T00:00:00Z"]).notes.findings).toEqual([]);
    expect(read(["2024-06-17T23:00:00-05:00"])).toMatchObject({
      dates: ["2024-06-17"],
      notes: { findings: [{ code: "IN-20", severity: "warn" }], repairs: [{ code: "IN-20" }] },
    });
  });

  it("stops at ranges, and at months among other dates, with their cells (IN-19, IN-25)", () => {
    expect(read(["Jan 1-4"]).notes.findings).toMatchObject([{ code: "IN-19", severity: "stop" }]);
    expect(read(["Jan-25", "2025-02-03"]).notes.findings).toMatchObject([
      { code: "IN-25", severity: "stop" },
    ]);
    expect(read(["Jan-25", "Feb-25"])).toMatchObject({
      dates: ["2025-01-01", "2025-02-01"],
      notes: { findings: [] },
    });
  });

  it("stops at a cell that is no date, naming file, sheet and cell (IN-14)", () => {
    expect(read(["2024-06-17", "soon", null]).notes.findings).toMatchObject([
      { code: "IN-14", severity: "stop", where: { file: "spend.csv", sheet: "Data", cell: "A3" } },
    ]);
  });
});
