/** How long a week's spend goes on working. */

import { landingShares } from "../model/carried-spend.ts";
import type { Adstock } from "../model/media-mix-model.ts";

/**
 * Whole weeks until a share of a week's effect has landed, the spending week included.
 *
 * @param adstock - kind of carryover.
 * @param retention - in [0, 1].
 * @param share - in (0, 1], e.g. 0.9.
 * @returns from 1, without carryover, to maxLag + 1; e.g. geometric retention ½ lands ½, ¾, ⅞, ¹⁵⁄₁₆: 4 weeks to 0.9.
 */
export function weeksToLand(adstock: Adstock, retention: number, share: number): number {
  const weights = landingShares(adstock, retention);
  let landed = 0;
  for (let lag = 0; lag < weights.length; lag++) {
    landed += weights[lag];
    // a share that is reached exactly must not be missed by the last bit
    if (landed >= share - Number.EPSILON * weights.length) return lag + 1;
  }
  return weights.length;
}
