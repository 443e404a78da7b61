/** Every formula computes, in a host that is not ours, to the value that we wrote beside it (decisions §8). */

import { writeWorkbook } from "@mmm/cli/xlsx/write-workbook.ts";
import { reportBudgetDefense } from "@mmm/core/report/budget-defense.ts";
import { reportRefusal } from "@mmm/core/report/refusal.ts";
import type { WorkbookPlan } from "@mmm/core/report/workbook-plan.ts";
import type { Cell } from "@mmm/core/spreadsheet/table.ts";
import { auditedInventory, auditedShort } from "../fixtures/audit-workbooks.ts";
import { defenseResults, refusedResults } from "../fixtures/defense-results.ts";
import { cellOf, everyCell, type Values, valuesOf, withCell } from "../fixtures/planned-cells.ts";
import { describeLibreOffice, recalculate } from "../matchers/libreoffice.ts";

const AWKWARD = ["=1+1", "@cmd", 'O\'Brien & "Sons"', "A/B:C?*[x]", "+49 (0) 30", "-1"];

const PLANS: Readonly<Record<string, WorkbookPlan>> = {
  money: reportBudgetDefense(defenseResults()),
  units: reportBudgetDefense(defenseResults({ kpi: "count", weeks: 80, approved: false })),
  weighted: reportBudgetDefense(defenseResults({ kpi: "weightedCount", weeks: 80 })),
  directional: reportBudgetDefense(defenseResults({ tier: "directional", weeks: 45 })),
  refused: reportRefusal(refusedResults({ weeks: 80 })),
  audit: auditedShort().plan,
  inventory: auditedInventory(),
  tiny: reportBudgetDefense(defenseResults({ weeks: 70, size: 1e-5 })),
  awkward: reportBudgetDefense(
    defenseResults({ weeks: 64, channelNames: AWKWARD, company: '=HYPERLINK("x") "Q" & Co' }),
  ),
};

/** Sums of some hundred doubles in another order differ in the last digits only. */
const RELATIVE = 1e-9;
/** Differences of equal totals are rounding noise on totals of up to 1e9. */
const ABSOLUTE = 1e-7;

describeLibreOffice("a workbook recalculated by LibreOffice", () => {
  const recalculated: Record<string, Values> = {};

  beforeAll(async () => {
    const files: Record<string, Uint8Array> = {};
    for (const [name, plan] of Object.entries(PLANS)) files[name] = await writeWorkbook(plan);
    files.planted = await writeWorkbook(withWrongValue(plan("money")));
    for (const [name, bytes] of Object.entries(recalculate(files)))
      recalculated[name] = await valuesOf(bytes);
  });

  it("is really recalculated: a wrong saved value does not survive", () => {
    const { row, column } = firstTotal();
    expect(recalculated.planted?.ROI?.[row]?.[column]).toBeCloseTo(Number(firstTotal().cell.value), 0);
  });

  it.each(Object.keys(PLANS))("%s: every formula gives the value written beside it", (name) => {
    const formulas = everyCell(plan(name)).filter(({ cell }) => cell.formula !== undefined);
    const wrong = formulas.filter(
      ({ sheet, row, column, cell }) => !isSame(recalculated[name]?.[sheet]?.[row]?.[column], cell.value),
    );
    expect(
      wrong.slice(0, 5).map(({ sheet, row, column, cell }) => ({
        place: `${sheet} row ${row + 1} column ${column + 1}`,
        formula: cell.formula,
        written: cell.value,
        computed: recalculated[name]?.[sheet]?.[row]?.[column],
      })),
    ).toEqual([]);
    expect(formulas.length).toBeGreaterThan(10);
  });

  it("keeps names that look like formulas as the text that they are (IN-66)", () => {
    const names = recalculated.awkward?.ROI?.map((row) => row[0]) ?? [];
    for (const name of AWKWARD) expect(names).toContain(name);
  });

  function plan(name: string): WorkbookPlan {
    const found = PLANS[name];
    if (found === undefined) throw new RangeError(`no plan ${name}`);
    return found;
  }

  function firstTotal(): ReturnType<typeof everyCell>[number] {
    const found = everyCell(plan("money")).find(
      ({ sheet, cell }) =>
        sheet === "ROI" && typeof cell.value === "number" && cell.formula?.startsWith("SUM("),
    );
    if (found === undefined) throw new RangeError("ROI has no total");
    return found;
  }

  function withWrongValue(original: WorkbookPlan): WorkbookPlan {
    const { row, column } = firstTotal();
    return withCell(original, "ROI", row, column, { ...cellOf(original, "ROI", row, column), value: 12_345 });
  }
});

function isSame(computed: Cell | undefined, written: Cell): boolean {
  if (typeof written === "number" && typeof computed === "number") {
    return Math.abs(computed - written) <= Math.max(ABSOLUTE, RELATIVE * Math.abs(written));
  }
  return (computed ?? "") === (written ?? "");
}
