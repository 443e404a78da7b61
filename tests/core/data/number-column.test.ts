import { readNumbers, shownMark } from "@mmm/core/data/number-column.ts";
import type { Cell } from "@mmm/core/spreadsheet/table.ts";

const SOURCE = { file: "spend.csv", sheet: null };

function column(...cells: Cell[]) {
  return { header: "TV", headerCell: "B1", cells, places: cells.map((_, row) => `B${row + 2}`) };
}

function read(
  cells: readonly Cell[],
  answers: Record<string, string> = {},
  tableMark: "." | "," | null = null,
) {
  return readNumbers(SOURCE, column(...cells), { tableMark, answers });
}

describe("readNumbers", () => {
  it("leaves numbers and plain number texts as they are, without a word", () => {
    const { value, notes } = read([1, "2.5", 0, "-3"]);
    expect(value.values).toEqual([1, 2.5, 0, -3]);
    expect(notes).toEqual({ findings: [], questions: [], repairs: [] });
  });

  it("mends texts and logs each cell with before and after (IN-30, IN-32, IN-34, IN-35, IN-41)", () => {
    const { value, notes } = read(["1,234.50", "$5", "12K", "(3)", "\u200b7"]);
    expect(value.values).toEqual([1234.5, 5, 12_000, -3, 7]);
    expect(notes.repairs.map(({ code, where, before, after }) => [code, where.cell, before, after])).toEqual([
      ["IN-30", "B2", "1,234.50", "1234.5"],
      ["IN-32", "B3", "$5", "5"],
      ["IN-34", "B4", "12K", "12000"],
      ["IN-35", "B5", "(3)", "-3"],
      ["IN-41", "B6", "\u200b7", "7"],
    ]);
  });

  it("reads a European column by its own evidence: one 12,5 settles what 1.234 means (IN-31)", () => {
    const { value, notes } = read(["1.234", "12,5"]);
    expect(value.values).toEqual([1234, 12.5]);
    expect(notes.questions).toEqual([]);
  });

  it("asks what 1.234 means where nothing settles it, and takes the answer (IN-31)", () => {
    expect(read(["1.234", "5.678"]).notes.questions).toMatchObject([
      { id: "IN-31:TV", choices: ["decimal", "thousands", "stop"], default: "decimal" },
    ]);
    expect(read(["1.234"], { "IN-31:TV": "thousands" }).value.values).toEqual([1234]);
    expect(read(["1.234"], { "IN-31": "decimal" }).value.values).toEqual([1.234]);
    expect(read(["1.234"], {}, ",").value.values).toEqual([1234]); // another column of the table shows a comma
  });

  it("stops at a column that writes decimals both ways, naming the cells (IN-31)", () => {
    expect(read(["12.5", "12,5"]).notes.findings).toMatchObject([
      { code: "IN-31", severity: "stop", where: { file: "spend.csv", cell: "B3" } },
    ]);
  });

  it("takes 1,234 for a thousand where nothing says otherwise", () => {
    expect(read(["1,234", 5]).value.values).toEqual([1234, 5]);
  });

  it.each([
    ["IN-12", "#REF!"],
    ["IN-12", "#N/A"],
    ["IN-30", "about 500"],
    ["IN-44", Number.POSITIVE_INFINITY],
    ["IN-44", Number.NaN],
    ["IN-44", "Inf"],
    ["IN-44", 1e16],
  ])("stops with %s at %j and names the cell", (code, cell) => {
    const { value, notes } = read([1, cell]);
    expect(value.values).toEqual([1, null]);
    expect(notes.findings).toMatchObject([{ code, severity: "stop", where: { cell: "B3" } }]);
  });

  it("reads marks for nothing as blanks, never as zero, and logs them (IN-37)", () => {
    const { value, notes } = read([1, "--", "n/a", "", null]);
    expect(value.values).toEqual([1, null, null, null, null]);
    expect(notes.repairs.map(({ code, where }) => [code, where.cell])).toEqual([
      ["IN-37", "B3"],
      ["IN-37", "B4"],
    ]);
  });

  it("asks whether unsigned cells are percent where others carry the sign (IN-36)", () => {
    expect(read(["50%", "40"]).notes.questions).toMatchObject([{ id: "IN-36:TV" }]);
    expect(read(["50%", "40"], { "IN-36": "percent" }).value.values).toEqual([0.5, 0.4]);
    expect(read(["50%", "0.4"], { "IN-36": "fraction" }).value.values).toEqual([0.5, 0.4]);
    expect(read(["50%", "40%"]).value.values).toEqual([0.5, 0.4]); // all signed: nothing to ask
  });

  it("clears the residue of a spreadsheet's subtraction: 0.1 + 0.2 - 0.3 is a zero, not a spend", () => {
    expect(read([0.1 + 0.2 - 0.3]).value.values).toEqual([0]);
  });
});

describe("shownMark", () => {
  it("is the mark that some column shows and none denies", () => {
    expect(shownMark([column("1.234"), column("12,5")])).toBe(",");
    expect(shownMark([column("12.5"), column("12,5")])).toBeNull();
    expect(shownMark([column("1.234", 5)])).toBeNull();
  });
});

describe("a long column", () => {
  it("is read whole: a quarter of a million cells, each of them mended", () => {
    const cells = Array.from({ length: 250_000 }, (_, row) => `$${row}`);
    const places = cells.map((_, row) => `A${row + 2}`);
    const column = { header: "Cost", headerCell: "A1", cells, places };
    const { value, notes } = readNumbers({ file: "a.csv", sheet: null }, column, {
      tableMark: null,
      answers: {},
    });
    expect(value.values[249_999]).toBe(249_999);
    expect(notes.repairs).toHaveLength(250_000);
  });
});
