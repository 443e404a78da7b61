/** How much of a contribution was learned from the data, and how much is the prior. */

import type { Learned } from "./attribution.ts";
import type { AttributeRules } from "./rules.ts";

/**
 * Share of the prior's uncertainty that the data took away.
 *
 * @param coordinate - [draw] the contribution's coordinate, N(0, 1) before any data.
 * @returns 1 − its posterior variance (n − 1), kept in [0, 1]; e.g. draws −1, 0, 1 have variance 1: nothing learned.
 * Source: decisions §2.
 */
export function learnedShare(coordinate: Float64Array): number {
  const mean = coordinate.reduce((sum, value) => sum + value, 0) / coordinate.length;
  const squares = coordinate.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return Math.min(1, Math.max(0, 1 - squares / (coordinate.length - 1)));
}

/** The share in one word. */
export function learnedFrom(share: number, rules: AttributeRules): Learned {
  if (share >= rules.learnedFromData) return "data";
  return share >= rules.learnedMixed ? "mixed" : "prior";
}
