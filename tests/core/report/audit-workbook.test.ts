import type { WorkbookPlan } from "@mmm/core/report/workbook-plan.ts";
import { auditedInventory, auditedShort } from "../../fixtures/audit-workbooks.ts";
import { everyCell } from "../../fixtures/planned-cells.ts";

function valuesOf(plan: WorkbookPlan, sheet: string): unknown[] {
  return everyCell(plan)
    .filter((cell) => cell.sheet === sheet)
    .map(({ cell }) => cell.value);
}

describe("the audit's workbook", () => {
  const { plan, report, scorecard } = auditedShort();

  it("has a sheet per part, each landscape, each but Repairs on one page", () => {
    expect(plan.sheets.map(({ name }) => name)).toEqual([
      "Audit",
      "Audit gaps",
      "Prep60",
      "Data quality",
      "Recon",
      "Repairs",
    ]);
    for (const { name, print } of plan.sheets) {
      expect(print.landscape).toBe(true);
      expect([name, print.fitPagesTall]).toEqual([name, name === "Repairs" ? 0 : 1]);
    }
  });

  it("has a native chart on every part that compares", () => {
    for (const name of ["Audit", "Audit gaps", "Prep60", "Data quality", "Recon"])
      expect([name, plan.sheets.find((sheet) => sheet.name === name)?.charts.length]).toEqual([name, 1]);
  });

  it("says in row 2 that nothing was estimated", () => {
    for (const sheet of plan.sheets.filter(({ name }) => name !== "Repairs"))
      expect(sheet.rows[1]?.[0]?.value).toContain("nothing was estimated");
  });

  it("shows the gaps and the plan of the JSON, to the unit", () => {
    expect(report.gaps.length).toBeGreaterThan(3);
    for (const gap of report.gaps) {
      expect(valuesOf(plan, "Audit gaps")).toContain(gap.missing);
      expect(valuesOf(plan, "Audit gaps")).toContain(gap.costMoney);
    }
    const total = report.gaps.reduce((sum, gap) => sum + gap.costMoney, 0);
    expect(valuesOf(plan, "Audit gaps")).toContain(total);
    expect(valuesOf(plan, "Prep60")).toContain(report.plan.costMoney);
    expect(valuesOf(plan, "Prep60")[0]).toContain(`from ${scorecard.overall} to ${report.plan.overallThen}`);
  });

  it("keeps costs and limits as inputs that formulas hang on", () => {
    const inked = everyCell(plan).filter(({ cell }) => cell.ink === "input");
    expect(inked.some(({ sheet, cell }) => sheet === "Audit gaps" && cell.value === 500)).toBe(true);
    expect(inked.some(({ sheet, cell }) => sheet === "Recon" && cell.value === 0.05)).toBe(true);
  });

  it("flags the lines of the reconciliation that are off", () => {
    const flags = valuesOf(plan, "Recon").filter((value) => value === "off" || value === "ok");
    expect(flags.filter((flag) => flag === "off")).toHaveLength(
      (report.reconciliation?.flagged ?? 0) +
        (report.reconciliation?.totals.filter(({ flagged }) => flagged).length ?? 0),
    );
    expect(flags).toContain("off");
  });

  it("of an inventory shows no measured figure", () => {
    const inventory = auditedInventory();
    expect(inventory.sheets.map(({ name }) => name)).toEqual(["DataInventory", "Audit gaps", "Prep60"]);
    expect(inventory.sheets[0]?.rows[1]?.[0]?.value).toContain("nothing was measured");
  });
});
