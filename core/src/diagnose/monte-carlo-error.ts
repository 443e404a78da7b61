/** How far a figure would move if the same fit were drawn again: Monte Carlo standard errors. */

import { mean, varianceAbout } from "../numerics/moments.ts";
import { quantile } from "../numerics/quantile.ts";
import {
  type ChainMatrix,
  isDiagnosable,
  mapDraws,
  pooled,
  sortedDraws,
  splitChains,
} from "./chain-matrix.ts";
import { essOfQuantile, essOfScores } from "./ess.ts";

/**
 * Monte Carlo standard error of the mean: sd / √ESS.
 *
 * @param chains - [chain][draw], equally long.
 * @returns in the quantity's unit; NaN as for the bulk ESS.
 * Source: Vehtari et al. (2021), §4; the ESS is that of the draws themselves.
 */
export function mcseMean(chains: ChainMatrix): number {
  const all = pooled(chains);
  if (!isDiagnosable(all.slice().sort())) return Number.NaN;
  return Math.sqrt(varianceAbout(all, mean(all)) / essOfScores(splitChains(chains)));
}

/**
 * Monte Carlo standard error of the standard deviation, without an assumption of normality.
 *
 * @param chains - [chain][draw], equally long.
 * @returns in the quantity's unit: √((m₄ − m₂²) / (4 m₂ ESS of squared distances from the mean)), m₂ and m₄ the second
 *   and fourth central moment; about sd / √(2 S) for S independent normal draws. NaN as for the bulk ESS.
 * Source: delta method on the variance; Kenney & Keeping (1951), p. 141.
 */
export function mcseSd(chains: ChainMatrix): number {
  const all = pooled(chains);
  if (!isDiagnosable(all.slice().sort())) return Number.NaN;
  const center = mean(all);
  const squares = mapDraws(chains, (draw) => (draw - center) * (draw - center));
  const second = mean(pooled(squares));
  const fourth = mean(pooled(mapDraws(squares, (square) => square * square)));
  const ess = essOfScores(splitChains(squares));
  return Math.sqrt((fourth - second * second) / (second * ess)) / 2;
}

/**
 * Monte Carlo standard error of a quantile: half the distance between the quantiles one standard error of the share
 * below and above it.
 *
 * @param chains - [chain][draw], equally long.
 * @param share - in (0, 1).
 * @returns in the quantity's unit; NaN as for the bulk ESS, 0 where the quantile sits on an atom that holds every draw.
 * Source: Woodruff (1952); the share's standard error is √(share (1 − share) / ESS) with the ESS of that quantile.
 */
export function mcseQuantile(chains: ChainMatrix, share: number): number {
  const sorted = sortedDraws(chains);
  if (!isDiagnosable(sorted)) return Number.NaN;
  const error = Math.sqrt((share * (1 - share)) / essOfQuantile(chains, quantile(sorted, share)));
  const low = quantile(sorted, Math.max(0, share - error));
  return (quantile(sorted, Math.min(1, share + error)) - low) / 2;
}
