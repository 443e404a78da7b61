/** One quantity over all chains, and the ways in which R-hat and ESS look at it. */

/** [chain][draw], all chains equally long. */
export type ChainMatrix = readonly Float64Array[];

/** All draws of a quantity, ascending. */
export function sortedDraws(chains: ChainMatrix): Float64Array {
  return pooled(chains).sort();
}

/** All draws of a quantity, chain after chain. */
export function pooled(chains: ChainMatrix): Float64Array {
  const draws = chains[0]?.length ?? 0;
  const all = new Float64Array(draws * chains.length);
  for (let chain = 0; chain < chains.length; chain++) {
    if (chains[chain].length !== draws) {
      throw new RangeError(`chains must be equally long, not ${draws} and ${chains[chain].length} draws`);
    }
    all.set(chains[chain], chain * draws);
  }
  return all;
}

/**
 * Halves of chains as chains of their own, so that a drift within a chain shows as a difference between two.
 *
 * @param chains - [chain][draw]; the middle draw of an odd length is left out.
 * @returns views, twice as many; e.g. 4 chains of 501 draws give 8 of 250.
 */
export function splitChains(chains: ChainMatrix): ChainMatrix {
  return chains.flatMap((draws) => {
    const half = Math.floor(draws.length / 2);
    return [draws.subarray(0, half), draws.subarray(draws.length - half)];
  });
}

/**
 * Distances from the median: chains that agree in location but not in spread differ in these.
 *
 * @param chains - [chain][draw].
 * @param median - of all draws, before any split.
 * @returns fresh arrays; e.g. draws 1, 2, 4 give 1, 0, 2.
 */
export function foldedDraws(chains: ChainMatrix, median: number): ChainMatrix {
  return mapDraws(chains, (draw) => Math.abs(draw - median));
}

/**
 * The same distances, ascending, from the ascending draws: what lies below the median and what lies above are each in
 * order already, so a merge is enough.
 *
 * @param sorted - ascending draws.
 * @param median - of these draws.
 */
export function foldedSorted(sorted: Float64Array, median: number): Float64Array {
  const folded = new Float64Array(sorted.length);
  let above = 0;
  while (above < sorted.length && sorted[above] < median) above += 1;
  let below = above - 1;
  for (let place = 0; place < folded.length; place++) {
    const takesAbove =
      below < 0 || (above < sorted.length && sorted[above] - median <= median - sorted[below]);
    folded[place] = takesAbove ? sorted[above++] - median : median - sorted[below--];
  }
  return folded;
}

/**
 * Every draw put through a function.
 *
 * @returns fresh arrays. A plain loop: Float64Array.map takes four times as long, and this runs between any two blocks.
 */
export function mapDraws(chains: ChainMatrix, change: (draw: number) => number): ChainMatrix {
  return chains.map((draws) => {
    const changed = new Float64Array(draws.length);
    for (let draw = 0; draw < draws.length; draw++) changed[draw] = change(draws[draw]);
    return changed;
  });
}

/**
 * Whether anything can be said of a quantity.
 *
 * @param sorted - ascending draws.
 * @returns false when a draw is not finite (NaN sorts to the end, infinities to either end) or when all are equal.
 */
export function isDiagnosable(sorted: Float64Array): boolean {
  const lowest = sorted[0];
  const highest = sorted[sorted.length - 1];
  return Number.isFinite(lowest) && Number.isFinite(highest) && lowest < highest;
}

/** Whether every draw is the same finite number: known exactly, so there is nothing to converge. */
export function isKnownExactly(sorted: Float64Array): boolean {
  return Number.isFinite(sorted[0]) && sorted[0] === sorted[sorted.length - 1];
}
