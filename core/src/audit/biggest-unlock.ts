/** The improvement that lifts the overall score most per week of effort (requirements §1Y). */

import type { Dimension, DimensionId, Scorecard } from "./scorecard.ts";

const TIES: readonly DimensionId[] = ["timeSeries", "kpi", "spend", "controls", "exposure"];

/**
 * The weakest-link score: half the least, half the mean.
 *
 * @param scores - one per dimension, 1 to 5.
 * @returns e.g. 2 for [5, 4, 1, 3, 2], before any cap.
 */
export function overallScore(scores: readonly number[]): number {
  return Math.round(blend(scores));
}

function blend(scores: readonly number[]): number {
  const total = scores.reduce((sum, score) => sum + score, 0);
  return 0.5 * Math.min(...scores) + (0.5 * total) / scores.length;
}

/** The highest score of a dimension. */
const READY = 5;

/**
 * The dimension whose next point is cheapest.
 *
 * @returns null when no dimension has a gap; e.g. exposure at 1 with one week of work beats controls at 3.
 */
export function biggestUnlock(dimensions: readonly Dimension[]): Scorecard["biggestUnlock"] {
  const scores = dimensions.map(({ score }) => score);
  const before = blend(scores);
  const options = dimensions.flatMap((dimension, place) => {
    const gap = [...dimension.gaps].sort((first, second) => first.weeks - second.weeks)[0];
    if (gap === undefined || dimension.score >= READY) return [];
    const after = blend(scores.map((score, other) => (other === place ? score + 1 : score)));
    return [
      {
        dimension: dimension.id,
        action: `Get ${gap.missing}: ${gap.where}, ${gap.owner}; ${gap.effort}.`,
        rate: (after - before) / gap.weeks,
      },
    ];
  });
  const best = options.sort(
    (first, second) =>
      second.rate - first.rate || TIES.indexOf(first.dimension) - TIES.indexOf(second.dimension),
  )[0];
  return best === undefined ? null : { dimension: best.dimension, action: best.action };
}
