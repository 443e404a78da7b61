import { biggestUnlock, overallScore } from "@mmm/core/audit/biggest-unlock.ts";
import type { Dimension, DimensionId } from "@mmm/core/audit/scorecard.ts";

function dimension(id: DimensionId, score: number, weeks: number | null): Dimension {
  const gap = {
    missing: `more ${id}`,
    where: "somewhere",
    owner: "somebody",
    effort: `about ${weeks} weeks`,
    blocks: false,
    ceiling: score,
  };
  return { id, score, evidence: "", gaps: weeks === null ? [] : [{ ...gap, weeks }], limit: 5 };
}

describe("overallScore", () => {
  it("is half the weakest dimension and half the mean, rounded", () => {
    expect(overallScore([5, 4, 1, 3, 2])).toBe(2); // 0.5 + 1.5
    expect(overallScore([5, 5, 5, 5, 5])).toBe(5);
    expect(overallScore([5, 4, 5, 4, 5])).toBe(4); // 2 + 2.3 = 4.3
    expect(overallScore([5, 5, 5, 5, 1])).toBe(3); // 0.5 + 2.1 = 2.6
  });
});

describe("biggestUnlock", () => {
  it("prefers the weakest link: it lifts the minimum as well as the mean", () => {
    const unlock = biggestUnlock([
      dimension("timeSeries", 4, 1),
      dimension("exposure", 1, 1),
      dimension("kpi", 4, 1),
    ]);
    expect(unlock?.dimension).toBe("exposure");
    expect(unlock?.action).toContain("more exposure");
  });

  it("prefers the cheaper of two equal gains", () => {
    expect(
      biggestUnlock([dimension("spend", 3, 2), dimension("controls", 3, 1), dimension("kpi", 2, null)])
        ?.dimension,
    ).toBe("controls");
  });

  it("breaks ties in the order time series, KPI, spend, controls, exposure (requirements 1Y)", () => {
    const tied = (["exposure", "controls", "spend", "kpi", "timeSeries"] as const).map((id) =>
      dimension(id, 3, 1),
    );
    const order: string[] = [];
    for (let left = tied; left.length > 0; left = left.filter(({ id }) => id !== order.at(-1))) {
      order.push(biggestUnlock(left)?.dimension ?? "none");
    }
    expect(order).toEqual(["timeSeries", "kpi", "spend", "controls", "exposure"]);
  });

  it("counts all gaps that hold a dimension at its score", () => {
    const two = dimension("kpi", 3, 1);
    const [gap] = two.gaps;
    const held = {
      ...two,
      gaps: [...two.gaps, ...(gap === undefined ? [] : [{ ...gap, weeks: 4, missing: "the reason" }])],
    };
    expect(biggestUnlock([held, dimension("spend", 3, 3)])?.dimension).toBe("spend");
    expect(biggestUnlock([held, dimension("spend", 3, 9)])?.action).toContain("the reason");
  });

  it("offers nothing that the dimension's limit forbids", () => {
    expect(biggestUnlock([{ ...dimension("spend", 3, 1), limit: 3 }, dimension("kpi", 4, null)])).toBeNull();
  });

  it("has nothing to offer where no dimension has a gap", () => {
    expect(biggestUnlock([dimension("kpi", 5, null), dimension("spend", 4, null)])).toBeNull();
  });
});
