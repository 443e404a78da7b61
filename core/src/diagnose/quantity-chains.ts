/** One recorded quantity, taken out of the draws of every chain. */

import type { ChainDraws } from "../sample/chain-draws.ts";
import type { ChainMatrix } from "./chain-matrix.ts";

/**
 * The draws of one quantity.
 *
 * @param chains - draws with [draw][quantity] row-major.
 * @param index - place of the quantity.
 * @returns [chain][draw] fresh arrays.
 */
export function quantityChains(chains: readonly ChainDraws[], index: number): ChainMatrix {
  return chains.map(({ quantities, draws }) => {
    const width = quantities.length / draws;
    const values = new Float64Array(draws);
    for (let draw = 0; draw < draws; draw++) values[draw] = quantities[draw * width + index];
    return values;
  });
}
