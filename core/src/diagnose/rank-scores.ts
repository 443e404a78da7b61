/** Normal scores of ranks: what makes R-hat and ESS indifferent to heavy tails. */

import { normalQuantile } from "../numerics/normal.ts";
import { type ChainMatrix, mapDraws, sortedDraws } from "./chain-matrix.ts";

/**
 * Normal scores of ranks: Φ⁻¹((rank − 3/8) / (S + 1/4)) over all S draws, ties sharing their mean rank.
 *
 * @param chains - [chain][draw], finite, not all equal.
 * @param sorted - the same draws, ascending, where the caller has them already.
 * @returns fresh arrays, e.g. draws 10, 30, 20 become the scores of ranks 1, 3, 2: −0.819, 0.819, 0.
 * Source: Vehtari et al. (2021), equation 14; Blom (1958).
 */
export function rankScores(chains: ChainMatrix, sorted: Float64Array = sortedDraws(chains)): ChainMatrix {
  const scores = scoresOf(sorted);
  const placeOf = createPlaceFinder(sorted);
  return mapDraws(chains, (draw) => scores[placeOf(draw)]);
}

/** [place] score, written at the first place of every run of equal draws. */
function scoresOf(sorted: Float64Array): Float64Array {
  const size = sorted.length;
  const table = halfRankScores(size);
  const scores = new Float64Array(size);
  let first = 0;
  while (first < size) {
    let last = first;
    while (last + 1 < size && sorted[last + 1] === sorted[first]) last += 1;
    scores[first] = table[first + last];
    first = last + 1;
  }
  return scores;
}

/** The newest table: every quantity of a fit has the same number of draws. */
let newestTable = new Float64Array(0);

/** Blom (1958): (rank − 3/8) / (size + 1/4) are nearly the expected normal scores. */
const BLOM = 0.375;

/** [2 (mean rank − 1)] scores, since tied draws may share a half rank. */
function halfRankScores(size: number): Float64Array {
  if (newestTable.length === 2 * size - 1) return newestTable;
  const table = new Float64Array(2 * size - 1);
  for (let twice = 0; twice < table.length; twice++) {
    table[twice] = normalQuantile((twice / 2 + 1 - BLOM) / (size + 1 - 2 * BLOM));
  }
  newestTable = table;
  return table;
}

/**
 * Finds the first place of a draw among the sorted ones.
 *
 * Buckets of equal width narrow the search to a draw or two; a plain binary search costs three times as much, since the
 * processor cannot foresee its turns.
 */
function createPlaceFinder(sorted: Float64Array): (draw: number) => number {
  const lowest = sorted[0];
  const buckets = 2 * sorted.length;
  const perUnit = (buckets - 1) / (sorted[sorted.length - 1] - lowest);
  const starts = new Uint32Array(buckets + 1);
  for (const draw of sorted) starts[Math.floor((draw - lowest) * perUnit) + 1] += 1;
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1] += starts[bucket];
  return (draw) => {
    const bucket = Math.floor((draw - lowest) * perUnit);
    let low = starts[bucket];
    let high = starts[bucket + 1] - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < draw) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
