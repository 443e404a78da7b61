import type { Cell, Table } from "@mmm/core/spreadsheet/table.ts";
import { readWith } from "../../fixtures/reading.ts";
import { monday, table } from "../../fixtures/weekly-table.ts";

const WEEKS = Array.from({ length: 30 }, (_, week) => week);
const data: Cell[][] = [
  ["week", "TV spend", "revenue"],
  ...WEEKS.map((week) => [monday(week), 100 + ((week * 7) % 31), 5000 + ((week * 137) % 911)]),
];
const prices: Cell[][] = [
  ["week", "price", "competitor price"],
  ...WEEKS.slice(0, 12).map((week) => [monday(week), 9 + (week % 3), 8 + (week % 2)]),
];

describe("several tables on one sheet (IN-11)", () => {
  const stacked = table([["Report"], ...data, [], [], ...prices]);
  const beside = table(data.map((row, at) => [...row, null, ...(prices[at] ?? [])]));

  it("asks which is meant, by their ranges, and proposes the largest", () => {
    expect(readWith(stacked).questions).toMatchObject([
      {
        id: "IN-11",
        choices: ["A1", "A35", "stop"],
        default: "A1",
        message: expect.stringContaining("A1:C32, A35:C47"),
      },
    ]);
    expect(readWith(beside).questions).toMatchObject([{ id: "IN-11", choices: ["A1", "E1", "stop"] }]);
  });

  it("reads the one that was named, each cell with its own place", () => {
    const reading = readWith(stacked, { "IN-11": "A1" });
    expect(reading.history?.weeks).toHaveLength(30);
    expect(reading.mapping.kpi).toBe("revenue");
    expect(readWith(beside, { "IN-11": "A1" }).history?.weeks).toHaveLength(30);
    expect(readWith(beside, { "IN-11": "E1" }).mapping).toMatchObject({
      controls: ["competitor price", "price"],
    });
  });

  it("does not take a blank row, a footnote or a second header row for another table", () => {
    const gap = table([...data.slice(0, 11), [], ...data.slice(11), [], ["Source: finance"]]);
    expect(readWith(gap).questions).toEqual([]);
    expect(readWith(gap).history?.weeks).toHaveLength(30);
  });
});

describe("several sheets of a workbook (IN-11)", () => {
  const sheet = (name: string, rows: Cell[][]): Table => ({ file: "book.xlsx", sheet: name, rows });
  const book: Table = {
    ...sheet("Prices", prices),
    otherSheets: [sheet("Notes", [["hello"]]), sheet("Media", data)],
  };

  it("asks which holds the data, and leaves out sheets without dated figures", () => {
    expect(readWith(book).questions).toMatchObject([
      { id: "IN-11:sheet", choices: ["Prices", "Media"], default: "Prices" },
    ]);
    const reading = readWith(book, { "IN-11:sheet": "Media" });
    expect(reading.history).toMatchObject({ sheet: "Media" });
  });

  it("asks nothing where one sheet alone has figures", () => {
    const notes = { ...sheet("Notes", [["hello"]]), otherSheets: [sheet("Media", data)] };
    expect(readWith(notes).history).toMatchObject({ sheet: "Media" });
  });
});
