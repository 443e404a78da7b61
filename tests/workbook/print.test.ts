/** What comes out of the printer: Defense on exactly two pages, on either paper, and nothing cut into columns. */

import { writeWorkbook } from "@mmm/cli/xlsx/write-workbook.ts";
import { reportBudgetDefense } from "@mmm/core/report/budget-defense.ts";
import { reportRefusal } from "@mmm/core/report/refusal.ts";
import type { WorkbookPlan } from "@mmm/core/report/workbook-plan.ts";
import { auditedShort } from "../fixtures/audit-workbooks.ts";
import { defenseResults, refusedResults } from "../fixtures/defense-results.ts";
import { describeLibreOffice, printedPages } from "../matchers/libreoffice.ts";

const PLANS: Readonly<Record<string, WorkbookPlan>> = {
  "letter, money": reportBudgetDefense(defenseResults({ weeks: 64, tier: "caveat" })),
  "A4, money": reportBudgetDefense(defenseResults({ weeks: 64, tier: "caveat", currency: "EUR" })),
  "letter, units": reportBudgetDefense(defenseResults({ weeks: 64, tier: "caveat", kpi: "count" })),
  "A4, ranks": reportBudgetDefense(
    defenseResults({ weeks: 45, tier: "directional", currency: "EUR", approved: false }),
  ),
  "letter, two channels": reportBudgetDefense(defenseResults({ channels: 2 })),
  refused: reportRefusal(refusedResults({ weeks: 64 })),
};
const DEFENSES = Object.keys(PLANS).filter((name) => name !== "refused");

describeLibreOffice("a printed workbook", () => {
  let pages: Record<string, string[]> = {};
  const audit: { pages: string[] } = { pages: [] };

  beforeAll(async () => {
    const files: Record<string, Uint8Array> = {};
    for (const [name, plan] of Object.entries(PLANS)) files[name] = await writeWorkbook(plan);
    files.audit = await writeWorkbook(auditedShort().plan);
    const { audit: own = [], ...runs } = printedPages(files);
    audit.pages = own;
    pages = runs;
  });

  it.each(DEFENSES)("%s: Defense takes exactly two pages between Cover and Audit", (name) => {
    const [cover, first, second, audit] = pages[name] ?? [];
    expect(cover).toContain("This run");
    expect(first).toMatch(/What each channel returned|The order of channels/);
    expect(first).toContain("Tie to the books");
    expect(first).not.toContain("How we know");
    expect(second).toContain("How we know");
    expect(second).toContain("Sign-off");
    expect(audit).toContain("Readiness");
  });

  it("an audit takes one page per sheet, and says on each that nothing was estimated", () => {
    const all = audit.pages;
    expect(all).toHaveLength(6);
    for (const page of all.slice(0, 5)) expect(page).toContain("nothing was estimated");
    expect(all.filter((page) => page.includes("###"))).toEqual([]);
    expect(all[1]).toContain("Working weeks");
    expect(all[2]).toContain("within 60 days");
  });

  it.each(Object.keys(PLANS))("%s: every page carries run id, classification and page number", (name) => {
    const all = pages[name] ?? [];
    all.forEach((page, index) => {
      expect(page).toMatch(
        new RegExp(`Run 2026-11-22-7c1fa2 - internal - page ${index + 1} of ${all.length}`),
      );
    });
  });

  it.each(Object.keys(PLANS))("%s: no number is too wide for its column", (name) => {
    expect((pages[name] ?? []).filter((page) => page.includes("###"))).toEqual([]);
  });

  it("a refused run prints its reason and no estimate", () => {
    const [cover] = pages.refused ?? [];
    expect(cover).toContain("No estimate is shown");
    expect(cover).toContain("NOT CONVERGED");
    expect((pages.refused ?? []).join("\n")).not.toMatch(/ROAS|incremental/i);
  });
});
