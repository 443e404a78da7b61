/** The improvement that lifts the overall score most per week of effort (requirements §1Y). */

import { scoreAfter } from "./score-after.ts";
import type { Dimension, DimensionId, Gap, Scorecard } from "./scorecard.ts";

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

/**
 * The dimension whose next point is cheapest per week of work.
 *
 * @returns null when no work lifts a dimension; e.g. exposure at 1 with one week of work beats controls at 3. Where several
 * gaps hold a dimension at its score, all of them are counted, and the longest is named.
 */
export function biggestUnlock(dimensions: readonly Dimension[]): Scorecard["biggestUnlock"] {
  const scores = dimensions.map(({ score }) => score);
  const before = blend(scores);
  const options = dimensions.flatMap((dimension, place) => {
    const binding = bindingGaps(dimension);
    const [longest] = [...binding].sort((first, second) => second.weeks - first.weeks);
    if (longest === undefined || scoreAfter(dimension, new Set(binding)) <= dimension.score) return [];
    const after = blend(scores.map((score, other) => (other === place ? score + 1 : score)));
    const weeks = binding.reduce((sum, gap) => sum + gap.weeks, 0);
    const { missing, where, owner, effort } = longest;
    const action = `Get ${missing}: ${where}, ${owner}; ${effort}.`;
    return [{ dimension: dimension.id, action, rate: (after - before) / weeks }];
  });
  const best = options.sort(
    (first, second) =>
      second.rate - first.rate || TIES.indexOf(first.dimension) - TIES.indexOf(second.dimension),
  )[0];
  return best === undefined ? null : { dimension: best.dimension, action: best.action };
}

/** The gaps that hold a dimension at its score; of controls the cheapest class that is missing. */
function bindingGaps({ id, gaps, score }: Dimension): readonly Gap[] {
  if (id !== "controls") return gaps.filter(({ ceiling }) => ceiling <= score);
  return [...gaps].sort((first, second) => first.weeks - second.weeks).slice(0, 1);
}
