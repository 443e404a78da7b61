/** How long a week's spend goes on working. */

import { geometricWeights } from "../model/transforms/geometric-adstock.ts";

/**
 * Whole weeks until a share of a week's effect has landed, the spending week included.
 *
 * @param retention - in [0, 1].
 * @param share - in (0, 1], e.g. 0.9.
 * @param maxLag - last lag of the carryover.
 * @returns 1 … maxLag + 1; e.g. retention ½ lands ½, ¾, ⅞, ¹⁵⁄₁₆: 4 weeks to 0.9.
 */
export function weeksToLand(retention: number, share: number, maxLag: number): number {
  const weights = geometricWeights(retention, maxLag);
  let landed = 0;
  for (let lag = 0; lag < weights.length; lag++) {
    landed += weights[lag];
    // a share that is reached exactly must not be missed by the last bit
    if (landed >= share - Number.EPSILON * weights.length) return lag + 1;
  }
  return weights.length;
}
