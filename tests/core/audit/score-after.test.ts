import { scoreAfter } from "@mmm/core/audit/score-after.ts";
import type { Dimension, Gap } from "@mmm/core/audit/scorecard.ts";

const gap = (missing: string, ceiling: number): Gap => ({
  missing,
  where: "",
  owner: "",
  effort: "",
  weeks: 1,
  blocks: false,
  ceiling,
});

const dimension = (id: Dimension["id"], score: number, gaps: readonly Gap[], limit = 5): Dimension => ({
  id,
  score,
  evidence: "",
  gaps,
  limit,
});

describe("scoreAfter", () => {
  const [peak, tie] = [gap("the reason", 3), gap("a tie", 4)];
  const kpi = dimension("kpi", 3, [peak, tie]);

  it("is held by every gap that stays open", () => {
    expect(scoreAfter(kpi, new Set([tie]))).toBe(3);
    expect(scoreAfter(kpi, new Set([peak]))).toBe(4);
    expect(scoreAfter(kpi, new Set([peak, tie]))).toBe(5);
  });

  it("is held by the limit whatever is closed", () => {
    expect(scoreAfter({ ...kpi, limit: 4 }, new Set([peak, tie]))).toBe(4);
  });

  it("adds a point per class of controls", () => {
    const [promo, price] = [gap("promo", 5), gap("price", 5)];
    expect(scoreAfter(dimension("controls", 2, [promo, price]), new Set([promo]))).toBe(3);
  });
});
