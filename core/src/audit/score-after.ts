/** What a dimension would score with some of its gaps closed (requirements §1Y). */

import type { Dimension, Gap } from "./scorecard.ts";

/**
 * The score by the rubric, as far as gaps decide it.
 *
 * @param closed - gaps of the dimension that are closed.
 * @returns never below the present score, never above the dimension's limit. Every open gap holds the score at its ceiling;
 * of controls each class that is added is a point. E.g. a KPI with one dominant week (ceiling 3) and no tie to the P&L
 * (ceiling 4) stays 3 when only the tie is made.
 */
export function scoreAfter(dimension: Dimension, closed: ReadonlySet<Gap>): number {
  const { id, score, gaps, limit } = dimension;
  if (closed.size === 0) return score;
  if (id === "controls") return Math.min(limit, score + closed.size);
  const open = gaps.filter((gap) => !closed.has(gap));
  return Math.max(score, Math.min(limit, ...open.map(({ ceiling }) => ceiling)));
}
