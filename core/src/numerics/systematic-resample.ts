/** Draws of equal weight from weighted ones. */

import { exp } from "./elementary.ts";

/**
 * Picks draws in proportion to their weights, evenly: one uniform number places a comb over the added-up weights.
 *
 * @param logWeights - [draw] logarithms of weights that sum to 1.
 * @param count - how many to pick.
 * @param uniform - in (0, 1).
 * @returns [count] indices, ascending; a draw of weight w appears ⌊count · w⌋ or ⌈count · w⌉ times, e.g. of weights
 *   ¾, ¼ four picks are 0, 0, 0, 1 whatever the uniform number.
 * Source: Kitagawa (1996), appendix; Douc, Cappé & Moulines (2005).
 */
export function systematicResample(logWeights: Float64Array, count: number, uniform: number): Uint32Array {
  const picked = new Uint32Array(count);
  let reached = 0;
  let draw = -1;
  for (let tooth = 0; tooth < count; tooth++) {
    const at = (tooth + uniform) / count;
    // the last draw also takes what rounding leaves over
    while (reached <= at && draw < logWeights.length - 1) {
      draw += 1;
      reached += exp(logWeights[draw]);
    }
    picked[tooth] = draw;
  }
  return picked;
}
