/** What the data leave open must stand where finance reads (issue 3, hard cases). */

import { reportBudgetDefense } from "@mmm/core/report/budget-defense.ts";
import { contributionsJson } from "@mmm/core/report/json/contributions-json.ts";
import { defenseResults } from "../../fixtures/defense-results.ts";
import { everyCell, sheetOf } from "../../fixtures/planned-cells.ts";

const HARD = defenseResults({ hard: true });
const PLAN = reportBudgetDefense(HARD);

function wordsOf(plan: typeof PLAN, name: string): string[] {
  return everyCell(plan)
    .filter(({ sheet }) => sheet === name)
    .map(({ cell }) => String(cell.value ?? ""));
}

describe("two channels that the data can not tell apart", () => {
  it("are told on Defense as a sum with its range, a division from assumption, and what to do", () => {
    const line = wordsOf(PLAN, "Defense").find((words) => words.startsWith("TV and Podcast"));
    expect(line).toMatch(
      /^TV and Podcast rise and fall together \(correlation 0\.97\): together they brought \$\S+M \(90% CI \$\S+M to \$\S+M\), but TV's part of it may be anything from 8% to 95%: that is assumption, not data\. Merge them, or put one to a lift test\.$/,
    );
  });

  it("have a table on ROI that the sentence is bound to", () => {
    const row = sheetOf(PLAN, "ROI").rows.findIndex(
      (cells) => cells[0]?.value === "TV" && cells[1]?.value === "Podcast",
    );
    const cells = sheetOf(PLAN, "ROI").rows[row] ?? [];
    const [pair] = HARD.attribution.alike;
    expect(cells.slice(2, 12).map((cell) => cell?.value)).toEqual([
      0.974,
      pair.together.mean,
      pair.together.lo,
      pair.together.hi,
      0.55,
      0.08,
      0.95,
      0.5,
      0.06,
      0.94,
    ]);
    const line = everyCell(PLAN).find(({ cell }) => String(cell.value).startsWith("TV and Podcast"));
    expect(line?.cell.formula).toContain(`ROI!$D$${row + 1}`);
    expect(line?.cell.formula).toContain(`ROI!$I$${row + 1}`);
  });

  it("stand in the contract", () => {
    expect(contributionsJson(HARD).alike).toEqual(HARD.attribution.alike);
  });

  it("carry no amount where the tier only orders channels (D-02)", () => {
    const ranks = defenseResults({ hard: true, tier: "directional", weeks: 45, approved: false });
    const plan = reportBudgetDefense(ranks);
    expect(wordsOf(plan, "Defense")).toContain(
      "TV and Podcast rise and fall together (correlation 0.97): the data can not tell which of the two ranks higher.",
    );
    expect(contributionsJson(ranks).alike).toBeNull();
  });

  it("are not spoken of where all channels can be told apart", () => {
    const plan = reportBudgetDefense(defenseResults());
    expect(everyCell(plan).some(({ cell }) => /rise and fall together/.test(String(cell.value)))).toBe(false);
  });
});

describe("a channel that one week decides", () => {
  it("rests on one single week, not on the data", () => {
    const row = sheetOf(PLAN, "ROI").rows.find((cells) => cells[0]?.value === "Paid search");
    expect(row?.some((cell) => cell?.value === "one single week")).toBe(true);
    expect(wordsOf(PLAN, "Defense").find((words) => words.startsWith("Learned from the data"))).toMatch(
      /Learned from the data: TV, Paid social\. .* Learned from one single week: Paid search\.$/,
    );
  });

  it("is named with its week and a remedy among the risks", () => {
    const week = HARD.history.weeks[20];
    expect(wordsOf(PLAN, "Defense")).toContain(
      `Paid search: 62% of its effect falls in the week of ${week}. Its range is narrow only if nothing else made that week; if something did, name it as an event in the brief and run again.`,
    );
  });

  it("leads no title, nor does one that can only be judged together with another", () => {
    expect(wordsOf(reportBudgetDefense(defenseResults()), "ROI")[0]).toMatch(/^Paid search returned most/);
    expect(wordsOf(PLAN, "ROI")[0]).toMatch(/^Paid social returned most/);
  });
});
