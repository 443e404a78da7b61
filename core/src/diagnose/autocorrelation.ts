/** Autocorrelation over several chains, computed lag by lag as far as it is asked for. */

import { mean, varianceAbout } from "../numerics/moments.ts";
import type { ChainMatrix } from "./chain-matrix.ts";

/**
 * Autocorrelation that counts a difference between the chains as correlation.
 *
 * @param chains - [chain][draw], equally long, not all constant.
 * @returns lag → 1 − (W − mean autocovariance) / variance⁺, where W is the mean variance within the chains; 1 at lag 0
 * up to the term between the chains.
 * Source: Vehtari et al. (2021), equation 10. Summed directly, not by Fourier transform: few lags are ever needed.
 */
export function autocorrelation(chains: ChainMatrix): (lag: number) => number {
  const draws = chains[0].length;
  const means = Float64Array.from(chains, mean);
  const centered = chains.map((chain, index) => centeredAt(chain, means[index]));
  const within = centered.reduce((sum, chain) => sum + varianceAbout(chain, 0), 0) / chains.length;
  const between = varianceAbout(means, mean(means));
  const overall = (within * (draws - 1)) / draws + between;
  return (lag) => {
    let products = 0;
    for (const chain of centered) products += laggedProducts(chain, lag);
    return 1 - (within - products / draws / chains.length) / overall;
  };
}

function centeredAt(chain: Float64Array, mean: number): Float64Array {
  const centered = new Float64Array(chain.length);
  for (let draw = 0; draw < chain.length; draw++) centered[draw] = chain[draw] - mean;
  return centered;
}

function laggedProducts(chain: Float64Array, lag: number): number {
  let sum = 0;
  for (let draw = lag; draw < chain.length; draw++) sum += chain[draw] * chain[draw - lag];
  return sum;
}
