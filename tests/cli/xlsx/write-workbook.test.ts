/** The .xlsx sink. */

import { quietLines } from "@mmm/cli/xlsx/chart-lines.ts";
import { writeWorkbook } from "@mmm/cli/xlsx/write-workbook.ts";
import { reportBudgetDefense } from "@mmm/core/report/budget-defense.ts";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { defenseResults } from "../../fixtures/defense-results.ts";
import { everyCell } from "../../fixtures/planned-cells.ts";

const plan = reportBudgetDefense(defenseResults({ weeks: 64 }));

describe("writeWorkbook", () => {
  it("gives the same bytes for the same plan", async () => {
    expect(Buffer.from(await writeWorkbook(plan)).equals(Buffer.from(await writeWorkbook(plan)))).toBe(true);
  });

  it("keeps every chart of the plan as a native chart", async () => {
    const { sheets } = await readXlsx(await writeWorkbook(plan));
    for (const sheet of plan.sheets) {
      expect(sheets.find(({ name }) => name === sheet.name)?.charts ?? []).toHaveLength(sheet.charts.length);
    }
    expect(plan.sheets.flatMap(({ charts }) => charts).length).toBeGreaterThanOrEqual(18);
  });

  it("saves every formula with the value that it computes to", async () => {
    const { sheets } = await readXlsx(await writeWorkbook(plan));
    for (const { sheet, row, column, cell } of everyCell(plan).filter(
      ({ cell }) => cell.formula !== undefined,
    )) {
      const saved = sheets.find(({ name }) => name === sheet)?.cells?.get(`${row},${column}`);
      expect(saved?.formula).toBe(cell.formula);
    }
  });

  it("draws light lines behind every chart", async () => {
    const files = Object.entries(unzipSync(await writeWorkbook(plan)));
    const parts = files
      .filter(([path]) => /charts\/chart\d+\.xml$/.test(path))
      .map(([, xml]) => strFromU8(xml));
    expect(parts.length).toBeGreaterThan(0);
    expect(
      parts.filter((xml) => /<c:majorGridlines\s*\/>|<c:majorGridlines><\/c:majorGridlines>/.test(xml)),
    ).toEqual([]);
  });
});

describe("quietLines", () => {
  it("adds a line to bare grid lines and to each axis, after its tick labels", () => {
    const xml = quietLines('<c:majorGridlines/><c:tickLblPos val="low"/><c:crossAx val="1"/>');
    expect(xml).toMatch(/<c:majorGridlines><c:spPr>.*<\/c:spPr><\/c:majorGridlines>/);
    expect(xml).toMatch(/<c:tickLblPos val="low"\/><c:spPr>.*<\/c:spPr><c:crossAx/);
  });
});
