/** What each kind of run may show. */

import { reportBudgetDefense } from "@mmm/core/report/budget-defense.ts";
import { headline } from "@mmm/core/report/headline.ts";
import { reportRefusal } from "@mmm/core/report/refusal.ts";
import { defenseResults, refusedResults } from "../../fixtures/defense-results.ts";
import { everyCell, sheetOf } from "../../fixtures/planned-cells.ts";

const names = (plan: { sheets: ReadonlyArray<{ name: string }> }): string[] =>
  plan.sheets.map(({ name }) => name);

describe("the workbook of a full run", () => {
  const plan = reportBudgetDefense(defenseResults());

  it("has its sheets in the order of the issue, the weekly table last", () => {
    expect(names(plan)).toEqual(
      "Cover,Defense,Audit,Fit,Contributions,ROI,Curves,Scenarios,Optimize,Diagnostics,Methodology,Run log,Checks,Data".split(
        ",",
      ),
    );
  });

  it("draws native charts on every sheet that compares numbers", () => {
    for (const name of "Cover,Defense,Audit,Fit,Contributions,ROI,Curves,Scenarios,Optimize,Diagnostics".split(
      ",",
    )) {
      expect(sheetOf(plan, name).charts.length).toBeGreaterThan(0);
    }
    expect(sheetOf(plan, "Curves").charts).toHaveLength(6);
  });

  it("says that every curve flattens only where every curve does", () => {
    const titleOf = (results: ReturnType<typeof defenseResults>): unknown =>
      sheetOf(reportBudgetDefense(results), "Curves").rows[0]?.[0]?.value;
    const results = defenseResults();
    expect(titleOf(results)).toContain("every curve flattens as spend grows");
    const [first, ...others] = results.attribution.channels;
    if (first === undefined) throw new Error("no channel");
    const straight = {
      ...results.attribution,
      channels: [{ ...first, saturation: "none" as const }, ...others],
    };
    expect(titleOf({ ...results, attribution: straight })).toContain(
      `no saturation was assumed for ${first.name}`,
    );
  });

  it("opens with spend, effect and interval, bound to cells (A-12)", () => {
    const opening = sheetOf(plan, "Defense").rows[3]?.[0];
    expect(opening?.value).toMatch(
      /^\$21M of media spend over 156 weeks generated an estimated \$\S+M incremental revenue \(90% CI \$\S+M to \$\S+M\)\.$/,
    );
    expect(opening?.formula).toContain("ROI!$C$13");
    expect(opening?.value).toBe(headline(defenseResults()));
  });

  it("counts spend on channels that were left out (A-12)", () => {
    const results = defenseResults();
    const leftOut = [{ name: "Radio", code: "IN-47", reason: "8 weeks of spend", spend: 5e6 }];
    const channels = [...results.reading.mapping.channels, { name: "Radio", spend: "Radio", exposure: null }];
    const sentence = headline({
      ...results,
      history: { ...results.history, leftOut },
      reading: { ...results.reading, mapping: { ...results.reading.mapping, channels } },
    });
    expect(sentence).toMatch(/^\$21M of \$26M media spend over 156 weeks \(6 of 7 channels measured\)/);
  });

  it("shows DRAFT until a name and a date are given (A-82)", () => {
    const draft = reportBudgetDefense(defenseResults({ approved: false }));
    expect(sheetOf(draft, "Defense").rows[1]?.[0]?.value).toMatch(/^DRAFT - not approved · /);
    expect(sheetOf(plan, "Defense").rows[1]?.[0]?.value).toMatch(
      /^APPROVED · .* Approved by Dana Whitfield on 2026-11-22/,
    );
  });

  it("computes totals, shares and ROAS live and leaves only draws pasted (D-21)", () => {
    const row = sheetOf(plan, "ROI").rows[6] ?? [];
    expect(row[2]?.formula).toBe("SUM(Data!$C$8:$C$163)");
    expect(row[4]?.formula).toBe("Contributions!$C$6");
    expect(row[8]?.formula).toBe('IF(C7>0,E7/C7,"n/a")');
    expect(everyCell(plan).some(({ cell }) => cell.formula?.includes("MMM"))).toBe(false);
  });
});

describe("the workbook of a directional run (D-02)", () => {
  const plan = reportBudgetDefense(defenseResults({ tier: "directional", weeks: 45, approved: false }));

  it("has no sheet of amounts", () => {
    expect(names(plan)).toEqual(
      "Cover,Defense,Audit,Fit,ROI,Diagnostics,Methodology,Run log,Checks,Data".split(","),
    );
  });

  it("shows an order and its probability, and no amount of effect", () => {
    const roi = everyCell(plan).filter(({ sheet }) => sheet === "ROI");
    expect(roi.map(({ cell }) => cell.value)).toContain("Chance of that rank");
    expect(
      everyCell(plan).filter(({ sheet, cell }) => sheet !== "Fit" && cell.estimate !== undefined),
    ).toEqual([]);
    const words = everyCell(plan)
      .filter(({ sheet }) => sheet !== "Methodology")
      .map(({ cell }) => String(cell.value));
    expect(words.filter((value) => /incremental revenue|generated/i.test(value))).toEqual([]);
  });

  it("is stamped DIRECTIONAL", () => {
    for (const sheet of plan.sheets) expect(sheet.rows[1]?.[0]?.value).toMatch(/^DIRECTIONAL - DRAFT · /);
  });
});

describe("the workbook of a count without money value", () => {
  const plan = reportBudgetDefense(defenseResults({ kpi: "count" }));

  it("shows a cost per unit and no ROAS", () => {
    expect(headline(defenseResults({ kpi: "count" }))).toMatch(/incremental orders \(90% CI /);
    const heads = everyCell(plan)
      .filter(({ sheet, cell }) => sheet === "ROI" && cell.style === "groupHeading")
      .map(({ cell }) => cell.value);
    expect(heads).toContain("$ per unit of orders, 90% CI");
    expect(heads.filter((head) => /ROAS/.test(String(head)))).toEqual([]);
  });
});

describe("the workbook of a count with a weekly value", () => {
  it("weighs each week's effect with that week's value", () => {
    const plan = reportBudgetDefense(defenseResults({ kpi: "weightedCount" }));
    const formulas = everyCell(plan).flatMap(({ sheet, cell }) =>
      sheet === "ROI" ? [cell.formula ?? ""] : [],
    );
    expect(formulas).toContainEqual(
      expect.stringMatching(/^SUMPRODUCT\(Contributions!\$C\$\d+:\$C\$\d+,Data!\$C\$8:\$C\$163\)$/),
    );
  });
});

describe("the workbook of a refused run (decisions §6)", () => {
  const plan = reportRefusal(refusedResults());

  it("has four sheets and no estimate", () => {
    expect(names(plan)).toEqual(["Cover", "Audit", "Diagnostics", "Checks"]);
    expect(everyCell(plan).filter(({ cell }) => cell.estimate !== undefined)).toEqual([]);
  });

  it("says the reason and the remedy, and stamps them", () => {
    const words = everyCell(plan).map(({ cell }) => String(cell.value));
    expect(words).toContain(`No estimate is shown. ${refusedResults().refusal.reason}`);
    expect(words).toContain(`What to do: ${refusedResults().refusal.remedy}`);
    expect(plan.sheets.every((sheet) => String(sheet.rows[1]?.[0]?.value).startsWith("NOT CONVERGED"))).toBe(
      true,
    );
  });

  it("does without a fit when nothing was fitted", () => {
    const early = reportRefusal({ ...refusedResults(), health: null });
    expect(sheetOf(early, "Diagnostics").rows[0]?.[0]?.value).toMatch(/Nothing was fitted/);
  });
});

describe("names that users choose", () => {
  const channelNames = ["=1+1", "@cmd", "+x", "-y", 'a "quoted" one', "A/B:C?*[x]"];
  const plan = reportBudgetDefense(defenseResults({ channelNames, company: "=2+2" }));

  it("stay text and enter no formula unquoted (IN-66, IN-67)", () => {
    const cells = everyCell(plan);
    for (const name of channelNames) {
      expect(cells.some(({ cell }) => cell.value === name && cell.formula === undefined)).toBe(true);
      expect(cells.filter(({ cell }) => cell.formula === name.slice(1))).toEqual([]);
    }
    const formulas = cells.flatMap(({ cell }) => (cell.formula === undefined ? [] : [cell.formula]));
    expect(formulas.filter((formula) => formula.replace(/"(?:[^"]|"")*"/g, "").includes("cmd"))).toEqual([]);
  });
});
