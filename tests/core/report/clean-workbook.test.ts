import { readWorkbookTable } from "@mmm/cli/xlsx/read-table.ts";
import { writeWorkbook } from "@mmm/cli/xlsx/write-workbook.ts";
import { cleanWorkbook } from "@mmm/core/report/clean-workbook.ts";
import { cleanTable } from "@mmm/core/report/json/clean-table.ts";
import { withCells } from "../../fixtures/faults.ts";
import { readWith } from "../../fixtures/reading.ts";

const NOW = "2026-11-22T10:00:00Z";
const HOSTILE = ['=HYPERLINK("http://x","y")', "+cmd|' /C calc'!A0", "@SUM(A1)", "-1+2"];

describe("cleanWorkbook", () => {
  it.each(HOSTILE)("keeps %j text, as a column's name and in the log (IN-66)", async (words) => {
    const table = { weekStart: "monday", imputed: [], columns: ["week", words], rows: [["2024-01-01", 5]] };
    const [repair] = readWith(withCells([2, 1, () => "$114"])).repairs;
    const repairs = repair === undefined ? [] : [{ ...repair, before: words, after: words }];
    const plan = cleanWorkbook(table, repairs, NOW);
    expect(plan.sheets.flatMap(({ rows }) => rows.flat()).every((cell) => cell?.formula === undefined)).toBe(
      true,
    );
    const bytes = await writeWorkbook(plan);
    const data = await readWorkbookTable(bytes, "a.xlsx", "Data (clean)");
    expect(data).toMatchObject({
      rows: [
        ["week", words],
        ["2024-01-01", 5],
      ],
    });
    const log = await readWorkbookTable(bytes, "a.xlsx", "Repairs");
    if ("kind" in log) throw new Error(log.message);
    expect(log.rows[1]).toEqual(expect.arrayContaining([words]));
  });

  it("shows figures that an answer filled in as inputs, the others not (X-05)", () => {
    const reading = readWith(withCells([5, 1, () => null]), { "IN-38": "zero" });
    const { table, repairs } = cleanTable(reading);
    if (table === null) throw new Error("the table is open");
    const [data] = cleanWorkbook(table, repairs, NOW).sheets;
    const inked = data?.rows.flatMap((row, index) =>
      row.flatMap((cell) => (cell?.ink === "input" ? [index] : [])),
    );
    expect(inked).toEqual([6]);
  });
});
