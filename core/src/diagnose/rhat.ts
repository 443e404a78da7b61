/** R-hat: do the chains agree, in location and in spread? */

import { mean, varianceAbout } from "../numerics/moments.ts";
import { type ChainMatrix, isDiagnosable, sortedDraws } from "./chain-matrix.ts";
import { locationScores, spreadScores } from "./split-scores.ts";

/**
 * Rank-normalized split R-hat, the larger of its two forms.
 *
 * @param chains - [chain][draw], at least 4 draws each, equally long.
 * @returns about 1 when the chains agree, Infinity when they stand still at different places; NaN when a draw is not
 * finite or all draws are equal.
 * Source: Vehtari, Gelman, Simpson, Carpenter & Bürkner (2021), "Rank-normalization, folding, and localization", §4.
 */
export function rhat(chains: ChainMatrix): number {
  const sorted = sortedDraws(chains);
  if (!isDiagnosable(sorted)) return Number.NaN;
  return Math.max(rhatOfScores(locationScores(chains, sorted)), rhatOfScores(spreadScores(chains, sorted)));
}

/**
 * √((N − 1)/N + B/W), with B the variance of the chain means and W the mean variance within the chains.
 *
 * @param chains - [chain][draw] normal scores of split chains.
 * @returns e.g. chains (0, 1) and (0, 1) give √½.
 */
export function rhatOfScores(chains: ChainMatrix): number {
  const draws = chains[0].length;
  const means = Float64Array.from(chains, mean);
  let within = 0;
  for (let chain = 0; chain < chains.length; chain++) within += varianceAbout(chains[chain], means[chain]);
  const between = varianceAbout(means, mean(means));
  return Math.sqrt((draws - 1) / draws + between / (within / chains.length));
}
