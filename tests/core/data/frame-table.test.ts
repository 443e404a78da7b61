import { frameTable } from "@mmm/core/data/frame-table.ts";
import { emptyBrief } from "@mmm/core/data/read-brief.ts";
import type { Cell } from "@mmm/core/spreadsheet/table.ts";
import { DATA_RULES } from "../../fixtures/reading.ts";
import { table } from "../../fixtures/weekly-table.ts";

function frame(rows: ReadonlyArray<readonly Cell[]>, answers: Record<string, string> = {}) {
  const { value, notes } = frameTable(table(rows), { ...emptyBrief(), answers }, DATA_RULES);
  return { headers: value?.columns.map(({ header }) => header), columns: value?.columns, notes };
}

const DATA: Cell[][] = [
  ["2024-01-01", 5, 100],
  ["2024-01-08", 6, 110],
];

describe("frameTable", () => {
  it("names columns by the row above the data and keeps each cell's own place", () => {
    const { headers, columns } = frame([["week", "TV", "revenue"], ...DATA]);
    expect(headers).toEqual(["week", "TV", "revenue"]);
    expect(columns?.[1]).toMatchObject({ headerCell: "B1", cells: [5, 6], places: ["B2", "B3"] });
  });

  it("asks for names where the first row is data, and takes letters for an answer (IN-01)", () => {
    const asked = frame(DATA);
    expect(asked.notes.questions).toMatchObject([{ id: "IN-01", choices: ["letters", "stop"] }]);
    const lettered = frame(DATA, { "IN-01": "letters" });
    expect(lettered.headers).toEqual(["A", "B", "C"]);
    expect(lettered.columns?.[0]?.cells).toEqual(["2024-01-01", "2024-01-08"]);
  });

  it("stops at an empty table (IN-01)", () => {
    expect(frame([[null, ""], []]).notes.findings).toMatchObject([{ code: "IN-01", severity: "stop" }]);
  });

  it("skips lines above the header and logs them (IN-02)", () => {
    const { headers, notes } = frame([
      ["Campaign report"],
      ["Account", "Acme"],
      [],
      ["week", "TV", "revenue"],
      ...DATA,
    ]);
    expect(headers).toEqual(["week", "TV", "revenue"]);
    expect(notes.repairs.map(({ code, where }) => `${code} ${where.cell}`)).toEqual(["IN-02 A1", "IN-02 A2"]);
  });

  it("skips a row of units beneath the header (IN-02)", () => {
    const { headers, columns } = frame([["week", "TV", "revenue"], ["date", "USD", "USD"], ...DATA]);
    expect(headers).toEqual(["week", "TV", "revenue"]);
    expect(columns?.[0]?.places).toEqual(["A3", "A4"]);
  });

  it("joins a grouped header over two rows, its merged cells spread (IN-03, IN-04)", () => {
    const { headers, notes } = frame([
      [null, "Meta", null, "TV"],
      ["week", "Spend", "Clicks", "Spend"],
      ["2024-01-01", 5, 100, 7],
    ]);
    expect(headers).toEqual(["week", "Meta / Spend", "Meta / Clicks", "TV / Spend"]);
    expect(notes.repairs).toMatchObject([{ id: "IN-03:A1", code: "IN-03", status: "accepted" }]);
  });

  it("stops at two columns of one name and names both cells (IN-05)", () => {
    const { notes } = frame([["week", "TV", "TV"], ...DATA]);
    expect(notes.findings).toMatchObject([{ code: "IN-05", severity: "stop", where: { cell: "C1" } }]);
    expect(notes.findings[0]?.message).toContain("B1, C1");
  });

  it("drops blank rows and columns, and logs both (IN-06)", () => {
    const rows = [
      ["week", null, "TV"],
      ["2024-01-01", null, 5],
      [null, null, null],
      ["2024-01-08", null, 6],
    ];
    const { headers, columns, notes } = frame(rows);
    expect(headers).toEqual(["week", "TV"]);
    expect(columns?.[1]?.places).toEqual(["C2", "C4"]);
    expect(notes.repairs).toMatchObject([
      { code: "IN-06", where: { cell: "B1" }, undoable: false },
      { code: "IN-06", where: { cell: "A3" }, undoable: false },
    ]);
  });

  it("leaves total rows out and warns (IN-07)", () => {
    const { columns, notes } = frame([["week", "TV", "revenue"], ...DATA, ["Grand total", 11, 210]]);
    expect(columns?.[1]?.cells).toEqual([5, 6]);
    expect(notes.findings).toMatchObject([{ code: "IN-07", severity: "warn", where: { cell: "A4" } }]);
  });

  it("keeps a first row whose date is no date: it must be named, not skipped", () => {
    const { columns } = frame([
      ["week", "TV", "revenue"],
      ["soon", 5, 100],
      ["2024-01-08", 6, 110],
    ]);
    expect(columns?.[0]?.cells).toEqual(["soon", "2024-01-08"]);
  });

  it("turns a table whose weeks run across, once the user says so (IN-09)", () => {
    const across = [
      ["metric", "2024-01-01", "2024-01-08", "2024-01-15"],
      ["TV", 5, 6, 7],
      ["revenue", 100, 110, 120],
    ];
    expect(frame(across).notes.questions).toMatchObject([{ id: "IN-09" }]);
    const turned = frame(across, { "IN-09": "transpose" });
    expect(turned.headers).toEqual(["metric", "TV", "revenue"]);
    expect(turned.columns?.[1]).toMatchObject({ cells: [5, 6, 7], places: ["B2", "C2", "D2"] });
  });

  it("warns of more columns than a weekly model can use (IN-65)", () => {
    const wide = Array.from({ length: 61 }, (_, place) => (place === 0 ? "2024-01-01" : place));
    const names = wide.map((_, place) => `c${place}`);
    expect(frame([names, wide]).notes.findings).toMatchObject([{ code: "IN-65", severity: "warn" }]);
  });
});
