import { overallScore } from "@mmm/core/audit/biggest-unlock.ts";
import { prepPlan } from "@mmm/core/audit/prep-plan.ts";
import { scoreAfter } from "@mmm/core/audit/score-after.ts";
import type { Dimension, DimensionId } from "@mmm/core/audit/scorecard.ts";
import { daysFromIso, weekday } from "@mmm/core/data/calendar.ts";
import fc from "fast-check";

const RULES = { dayRate: 500, weekDays: 5, planDays: 60 };
const IDS: readonly DimensionId[] = ["timeSeries", "spend", "exposure", "kpi", "controls"];

/** Five dimensions by score, each with gaps of so many weeks, all of one owner or one owner a gap. */
function dimensions(
  scores: readonly number[],
  efforts: ReadonlyArray<readonly number[]>,
  owner?: string,
): Dimension[] {
  return scores.map((score, at) => ({
    id: IDS[at] ?? "spend",
    score,
    evidence: "",
    limit: 5,
    gaps: (efforts[at] ?? []).map((weeks, gap) => ({
      missing: `${IDS[at]} ${gap}`,
      where: "somewhere",
      owner: owner ?? `owner ${at} ${gap}`,
      effort: `about ${weeks} weeks`,
      weeks,
      blocks: false,
      ceiling: Math.min(5, score + gap),
    })),
  }));
}

describe("prepPlan (A-25)", () => {
  it("takes the cheapest set with the best overall score, with dates on working days", () => {
    // overall now round(0.5·3 + 0.5·3.8) = 3; with the weakest at 5 it is round(0.5·4 + 0.5·4.2) = 4.
    const plan = prepPlan(dimensions([4, 4, 3, 4, 4], [[], [2], [1], [1], []]), "2026-11-28", RULES);
    expect(plan.overallNow).toBe(3);
    expect(plan.overallThen).toBe(4);
    expect(plan.tasks).toMatchObject([
      {
        missing: "exposure 0",
        start: "2026-11-30",
        end: "2026-12-04",
        days: 5,
        costMoney: 2500,
        from: 3,
        to: 5,
      },
    ]);
    expect(plan.until).toBe("2027-01-26");
  });

  it("gives one owner's tasks one after the other", () => {
    const plan = prepPlan(
      dimensions([5, 2, 2, 5, 5], [[], [1], [1], [], []], "analyst"),
      "2026-11-30",
      RULES,
    );
    expect(plan.tasks.map(({ start, end }) => [start, end])).toEqual([
      ["2026-11-30", "2026-12-04"],
      ["2026-12-07", "2026-12-11"],
    ]);
  });

  it("leaves out what takes longer than the time there is", () => {
    const plan = prepPlan(dimensions([5, 1, 5, 5, 5], [[], [20], [], [], []]), "2026-11-30", RULES);
    expect(plan).toMatchObject({ tasks: [], overallNow: plan.overallThen, costMoney: 0 });
  });

  it("keeps a score that another open gap holds, and the cap on filled cells", () => {
    const held = dimensions([4, 3, 4, 4, 4], [[], [9, 1], [], [], []]);
    // only the second gap fits into 60 days, and the first still holds spend at 3
    const plan = prepPlan(
      held.map((each) => ({
        ...each,
        gaps: each.gaps.map((gap, at) => (at === 0 ? { ...gap, weeks: 20 } : { ...gap, ceiling: 3 })),
      })),
      "2026-11-30",
      RULES,
    );
    expect(plan.tasks).toEqual([]);
    const capped = prepPlan(dimensions([4, 4, 3, 4, 4], [[], [], [1], [], []]), "2026-11-30", RULES, 3);
    expect(capped).toMatchObject({ overallNow: 3, overallThen: 3, tasks: [] });
  });

  it("stays within its days, is never worse than nothing, and no cheaper set does as well", () => {
    const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 });
    const efforts = fc.array(fc.array(fc.constantFrom(0.2, 0.4, 1, 2, 4), { maxLength: 2 }), {
      minLength: 5,
      maxLength: 5,
    });
    fc.assert(
      fc.property(scores, efforts, (given, weeks) => {
        const all = dimensions(given, weeks);
        const plan = prepPlan(all, "2026-11-30", RULES);
        const last = daysFromIso(plan.until) ?? 0;
        for (const { start, end } of plan.tasks) {
          expect(daysFromIso(end)).toBeLessThanOrEqual(last);
          expect(weekday(daysFromIso(start) ?? 0)).toBeLessThan(5);
          expect(weekday(daysFromIso(end) ?? 0)).toBeLessThan(5);
        }
        expect(plan.overallThen).toBeGreaterThanOrEqual(plan.overallNow);
        // Taking any one task away must cost score, else the set was not the cheapest.
        plan.tasks.forEach((_, left) => {
          const kept = plan.tasks.filter((_, at) => at !== left);
          const after = all.map((dimension) => {
            const names = new Set(kept.map(({ missing }) => missing));
            return scoreAfter(dimension, new Set(dimension.gaps.filter(({ missing }) => names.has(missing))));
          });
          expect(overallScore(after)).toBeLessThan(plan.overallThen);
        });
      }),
      { numRuns: 60 },
    );
  });
});
