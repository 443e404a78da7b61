/** Rank scores of split chains: of the draws, for their location, and of their distances from the median, for their spread. */

import { quantile } from "../numerics/quantile.ts";
import { type ChainMatrix, foldedDraws, foldedSorted, splitChains } from "./chain-matrix.ts";
import { rankScores } from "./rank-scores.ts";

/**
 * Scores of the draws.
 *
 * @param chains - [chain][draw], finite, not all equal.
 * @param sorted - the same draws, ascending.
 * @returns [half chain][draw]
 */
export function locationScores(chains: ChainMatrix, sorted: Float64Array): ChainMatrix {
  return scoresOfHalves(chains, sorted);
}

/**
 * Scores of the distances from the median.
 *
 * @param chains - [chain][draw], finite, not all equal.
 * @param sorted - the same draws, ascending.
 * @returns [half chain][draw]
 */
export function spreadScores(chains: ChainMatrix, sorted: Float64Array): ChainMatrix {
  const median = quantile(sorted, 0.5);
  return scoresOfHalves(foldedDraws(chains, median), foldedSorted(sorted, median));
}

/** Only chains of an odd length lose a draw by the split, and then the order has to be found anew. */
function scoresOfHalves(chains: ChainMatrix, sorted: Float64Array): ChainMatrix {
  const halves = splitChains(chains);
  return chains[0].length % 2 === 0 ? rankScores(halves, sorted) : rankScores(halves);
}
