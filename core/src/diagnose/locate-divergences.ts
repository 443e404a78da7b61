/** Where in the space of answers draws break off: the quantities whose values set the divergent draws apart. */

import { mean } from "../numerics/moments.ts";
import type { Posterior } from "../sample/protocol.ts";
import { isDiagnosable, pooled, sortedDraws } from "./chain-matrix.ts";
import { quantityChains } from "./quantity-chains.ts";
import { rankScores } from "./rank-scores.ts";
import type { DiagnoseRules } from "./rules.ts";

/** A quantity at whose one end divergent draws gather. */
export interface DivergenceLocation {
  /** As recorded, e.g. "halfSaturation[TV]". */
  readonly quantity: string;
  /** Mean normal score of the divergent draws: 0 in the middle of all draws, 1.6 near the 95 % point. */
  readonly location: number;
}

/**
 * Locates divergences.
 *
 * @param posterior - draws with their flags.
 * @param rules - how far apart divergent draws must lie.
 * @returns the quantities with |location| · √(divergent draws) at or above `divergenceApart`, farthest first; empty
 *   without divergences, or when they lie all over the place.
 * Source: rank scores as for R-hat (Vehtari et al. 2021), so that no transform of a parameter matters; under chance the
 *   mean of n scores is about N(0, 1 / n).
 */
export function locateDivergences(
  posterior: Posterior,
  rules: Pick<DiagnoseRules, "divergenceApart">,
): DivergenceLocation[] {
  const flags = posterior.chains.flatMap(({ divergent }) => [...divergent]);
  const count = flags.reduce((sum, flag) => sum + flag, 0);
  if (count === 0) return [];
  return posterior.quantities
    .map((quantity, index) => {
      const chains = quantityChains(posterior.chains, index);
      const sorted = sortedDraws(chains);
      if (!isDiagnosable(sorted)) return { quantity, location: 0 };
      const scores = pooled(rankScores(chains, sorted));
      return { quantity, location: mean(scores.filter((_, draw) => flags[draw] === 1)) };
    })
    .filter(({ location }) => Math.abs(location) * Math.sqrt(count) >= rules.divergenceApart)
    .sort((one, other) => Math.abs(other.location) - Math.abs(one.location));
}
