/** Rules that every planned workbook keeps, whatever the run shows (requirements §4.1, decisions §8). */

import { reportBudgetDefense } from "@mmm/core/report/budget-defense.ts";
import { reach } from "@mmm/core/report/checks/frame-checks.ts";
import { reportRefusal } from "@mmm/core/report/refusal.ts";
import { reportContext } from "@mmm/core/report/report-context.ts";
import type { WorkbookPlan } from "@mmm/core/report/workbook-plan.ts";
import { defenseResults, refusedResults } from "../../fixtures/defense-results.ts";
import { everyCell, sheetOf } from "../../fixtures/planned-cells.ts";

const PLANS: Readonly<Record<string, WorkbookPlan>> = {
  money: reportBudgetDefense(defenseResults()),
  units: reportBudgetDefense(defenseResults({ kpi: "count" })),
  weighted: reportBudgetDefense(defenseResults({ kpi: "weightedCount" })),
  directional: reportBudgetDefense(defenseResults({ tier: "directional", weeks: 45 })),
  refused: reportRefusal(refusedResults()),
};

/** Classic functions that Excel, Sheets, LibreOffice and o-spreadsheet compute alike (decisions §8). */
const ALLOWED = new Set(
  "ABS AND AVERAGE COUNTIF DAY DEVSQ IF INDEX ISERROR ISNUMBER LEN MATCH MAX MIN MONTH N NOT OR RIGHT ROUND SUM SUMIF SUMPRODUCT SUMSQ TRIM YEAR".split(
    " ",
  ),
);

/** Words of the statistician, and promises: neither belongs before finance (A-42, §6.4). */
const JARGON = /\b(posterior|MCMC|prior|priors|Bayes\w*|credible|likelihood|NUTS|Hamiltonian)\b/i;
const PROMISES = /\b(guarantee\w*|will deliver|risk-free|proven|best|always|no downside|outperform\w*)\b/i;
/** Sheets on which the method itself is explained, and those that quote the user's or the run's own words. */
const TECHNICAL = new Set(["Methodology", "Diagnostics", "Run log", "Audit", "Checks"]);

describe.each(Object.entries(PLANS))("a workbook of kind %s", (kind, plan) => {
  const cells = everyCell(plan);

  it("uses only functions of the allowlist", () => {
    const used = cells.flatMap(({ cell }) => functionsOf(cell.formula ?? ""));
    expect(used.filter((name) => !ALLOWED.has(name))).toEqual([]);
  });

  it("never shows an estimate without its interval (C-25)", () => {
    const role = (sheet: string, row: number, column: number): string | undefined =>
      sheetOf(plan, sheet).rows[row]?.[column]?.estimate;
    const alone = cells.filter(({ sheet, row, column, cell }) => {
      if (cell.estimate !== "mean") return false;
      const beside = role(sheet, row, column + 1) === "low" && role(sheet, row, column + 2) === "high";
      const below = role(sheet, row + 1, column) === "low" && role(sheet, row + 2, column) === "high";
      return !(beside || below);
    });
    expect(alone).toEqual([]);
  });

  it("says the level of every interval in its head (C-25)", () => {
    const silent = cells.filter(({ sheet, row, column, cell }) => {
      if (cell.estimate !== "low" && cell.estimate !== "high") return false;
      const { rows } = sheetOf(plan, sheet);
      const label = String(rows[row]?.[0]?.value ?? "");
      const heads = rows
        .slice(0, row)
        .flatMap((above) => [above[column], above[column - 1], above[column - 2]]);
      const leftHead = rows.slice(0, row).map((above) => above[0]);
      return ![label, ...[...heads, ...leftHead].map((head) => String(head?.value ?? ""))].some((words) =>
        /\d+% CI/.test(words),
      );
    });
    expect(silent).toEqual([]);
  });

  it("stamps row 2 of every sheet with run, window, methodology, approver and checks", () => {
    for (const sheet of plan.sheets) {
      expect(sheet.rows[1]?.[0]?.value).toMatch(
        /^[A-Z].* · Run \S+ · Data \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d \(\d+ weeks\) · Methodology \S+ · .* · (All|\d+ of) \d+ checks (not )?met$/,
      );
    }
  });

  it("sets every sheet up for print: area, footer, one page wide or a fixed size", () => {
    for (const { print } of plan.sheets) {
      expect(print.area).toMatch(/^\$A\$1:\$[A-Z]+\$\d+$/);
      expect(print.footer).toMatch(/^Run \S+ - internal - page \{page\} of \{pages\}$/);
      expect(print.scale === null ? print.fitPagesWide : 1).toBe(1);
    }
  });

  it("gives every chart a title and words for a screen reader", () => {
    for (const { charts } of plan.sheets) {
      for (const chart of charts) {
        expect(chart.title.length).toBeGreaterThan(5);
        expect(chart.alternative.length).toBeGreaterThan(20);
      }
    }
  });

  it("speaks plainly: no statistician's words before finance, no promises anywhere (A-42)", () => {
    const said = cells.filter(({ cell }) => typeof cell.value === "string");
    expect(
      said.filter(({ sheet, cell }) => !TECHNICAL.has(sheet) && JARGON.test(String(cell.value))),
    ).toEqual([]);
    expect(
      said.filter(({ sheet, cell }) => !TECHNICAL.has(sheet) && PROMISES.test(String(cell.value))),
    ).toEqual([]);
  });

  it("writes no estimate with more than three digits in a sentence", () => {
    const sentences = cells.filter(({ cell }) => ["title", "lead", "sentence"].includes(cell.style ?? ""));
    const numbers = sentences.flatMap(({ cell }) => String(cell.value).match(/\d[\d,.]*(?=[KMBx%])/g) ?? []);
    const tooFine = numbers.filter((number) => number.replace(/[.,]/g, "").replace(/^0+/, "").length > 3);
    expect(tooFine).toEqual([]);
  });

  it("holds no NaN and no infinity", () => {
    const broken = cells.filter(({ cell }) => typeof cell.value === "number" && !Number.isFinite(cell.value));
    expect(broken).toEqual([]);
  });

  it("merges no two areas that overlap", () => {
    for (const { merges } of plan.sheets) expect(new Set(merges).size).toBe(merges.length);
  });

  if (kind !== "refused") {
    it("keeps every cell inside the area that the error check watches", () => {
      const results = { money: {}, units: { kpi: "count" }, weighted: { kpi: "weightedCount" } } as const;
      const options =
        kind === "directional" ? ({ tier: "directional", weeks: 45 } as const) : results[kind as "money"];
      const { row: lastRow, column: lastColumn } = reach(reportContext(defenseResults(options)));
      expect(cells.filter(({ row, column }) => row > lastRow || column > lastColumn)).toEqual([]);
    });
  }
});

function functionsOf(formula: string): string[] {
  const withoutText = formula.replace(/"[^"]*"/g, "");
  return [...withoutText.matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map((match) => match[1] ?? "");
}
