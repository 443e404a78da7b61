import { deflateRawSync } from "node:zlib";
import { readWorkbookTable } from "@mmm/cli/xlsx/read-table.ts";
import { unpackedSize } from "@mmm/cli/xlsx/unpacked-size.ts";
import { writeXlsx } from "hucre/xlsx";

const day = new Date(Date.UTC(2026, 0, 5));

async function workbook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      { name: "Notes", rows: [["hello"]], hidden: true },
      {
        name: "Weekly",
        rows: [
          ["week", "revenue", "TV"],
          [day, 100.5, null],
        ],
        cells: new Map([["1,0", { value: day, style: { numFmt: "yyyy-mm-dd" } }]]),
      },
    ],
  });
}

/** A zip of one entry whose directory claims that it is tiny, as a bomb would. */
function lyingZip(unpacked: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(unpacked));
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(1, 26);
  local.write("a", 30);
  const entry = Buffer.alloc(47);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(10, 24);
  entry.writeUInt16LE(1, 28);
  entry.write("a", 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}

describe("readWorkbookTable", () => {
  it("reads the first visible sheet, dates as ISO text, an empty cell as null", async () => {
    expect(await readWorkbookTable(await workbook(), "a.xlsx")).toEqual({
      file: "a.xlsx",
      sheet: "Weekly",
      rows: [
        ["week", "revenue", "TV"],
        ["2026-01-05", 100.5, null],
      ],
    });
  });

  it("tells which rows are hidden (IN-08) and which formulas leave the workbook (IN-13)", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Weekly",
          rows: [
            ["week", "TV"],
            [1, null],
            [2, null],
          ],
          cells: new Map([
            ["1,1", { value: null, formula: "[1]Plan!A1*2", formulaResult: 7 }],
            ["2,1", { value: null, formula: "B2+1", formulaResult: 8 }],
          ]),
          rowDefs: new Map([[2, { hidden: true }]]),
        },
      ],
    });
    expect(await readWorkbookTable(bytes, "a.xlsx")).toMatchObject({
      rows: [
        ["week", "TV"],
        [1, 7],
        [2, 8],
      ],
      hiddenRows: [2],
      linkedCells: ["B2"],
    });
  });

  it("names the sheets there are when the one asked for is not", async () => {
    expect(await readWorkbookTable(await workbook(), "a.xlsx", "Weeky")).toMatchObject({
      kind: "problem",
      remedy: expect.stringContaining("Weekly"),
    });
  });

  it("says so when the file is no workbook", async () => {
    const text = new TextEncoder().encode("week,revenue\n");
    expect(await readWorkbookTable(text, "a.xlsx")).toMatchObject({ kind: "problem" });
    expect(await readWorkbookTable(lyingZip(1000), "a.xlsx")).toMatchObject({ kind: "problem" });
  });
});

describe("unpackedSize", () => {
  it("believes what unpacks, not what the directory claims", () => {
    expect(unpackedSize(lyingZip(1_000_000), 2_000_000)).toBe("fits");
    expect(unpackedSize(lyingZip(1_000_000), 500_000)).toBe("too large");
  });

  it("knows a file that is no zip", () => {
    expect(unpackedSize(Uint8Array.of(1, 2, 3), 100)).toBe("no zip");
  });
});
