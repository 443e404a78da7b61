import { gapReports, workDays } from "@mmm/core/audit/gap-report.ts";
import type { Dimension, Gap } from "@mmm/core/audit/scorecard.ts";

const RULES = { dayRate: 500, weekDays: 5, planDays: 60 };

function gap(missing: string, weeks: number, blocks = false): Gap {
  return {
    missing,
    where: "ad platform exports",
    owner: "media manager",
    effort: `about ${weeks} weeks`,
    weeks,
    blocks,
    ceiling: 3,
  };
}

function dimension(id: Dimension["id"], score: number, gaps: readonly Gap[]): Dimension {
  return { id, score, evidence: "", gaps, limit: 5 };
}

describe("gapReports (A-24)", () => {
  it("reports the gaps of dimensions below 4, the weakest first, with costs by the day rate", () => {
    const reports = gapReports(
      [
        dimension("exposure", 3, [gap("impressions", 1)]),
        dimension("kpi", 4, [gap("a tie", 1)]),
        dimension("spend", 1, [gap("spend", 2, true)]),
      ],
      RULES,
    );
    expect(reports).toEqual([
      {
        dimension: "spend",
        missing: "spend",
        where: "ad platform exports",
        owner: "media manager",
        effort: "about 2 weeks",
        costMoney: 5000,
        costWeeks: 2,
        blocked: true,
      },
      expect.objectContaining({ dimension: "exposure", costMoney: 2500, costWeeks: 1, blocked: false }),
    ]);
  });

  it("pays whole days", () => {
    expect([0.2, 0.4, 0.25, 1, 2].map((weeks) => workDays(weeks, RULES))).toEqual([1, 2, 2, 5, 10]);
  });
});
