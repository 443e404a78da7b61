/** E-BFMI: does a fresh momentum carry a chain to every level of energy? */

import { mean, varianceAbout } from "../numerics/moments.ts";

/**
 * Estimated Bayesian fraction of missing information of one chain.
 *
 * @param energy - [draw] Hamiltonian at the start of each transition, at least 2.
 * @returns mean squared step of the energy over its variance; e.g. 3 for 0, 1, 0, 1, about 2 for independent
 * energies, near 0 for a slow drift; NaN when the energy never changes.
 * Source: Betancourt (2016), "Diagnosing suboptimal cotangent disintegrations", equation 8.
 */
export function ebfmi(energy: Float64Array): number {
  let squaredSteps = 0;
  for (let draw = 1; draw < energy.length; draw++) {
    const step = energy[draw] - energy[draw - 1];
    squaredSteps += step * step;
  }
  return squaredSteps / (varianceAbout(energy, mean(energy)) * (energy.length - 1));
}
