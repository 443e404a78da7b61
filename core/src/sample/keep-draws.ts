/** What is kept of a posterior once it has been judged: an even selection of its draws that fits into 2 MB. */

import type { ChainDraws } from "./chain-draws.ts";
import type { Posterior } from "./protocol.ts";

/** 4 chains × 1000 draws × 60 quantities of 8 bytes are 1.9 MB (sampler.md §9, issue 3). */
const MOST_BYTES = 2_000_000;

/** A posterior to store or to hand out; nothing is diagnosed from it. */
export interface KeptPosterior extends Posterior {
  /** Every so-manyth draw of each chain was kept: 1 when all were. */
  readonly thinning: number;
}

/**
 * Thins all chains alike until their typed arrays take no more than so many bytes.
 *
 * @param posterior - all draws, after diagnosis.
 * @param mostBytes - for all chains together.
 * @returns every n-th draw for the smallest n that fits, always the last of n; costs and counts stay those of the whole
 *   run. E.g. 2000 draws in twice the room that there is become draws 2, 4, 6 … 2000.
 * @throws RangeError when not even one draw per chain fits.
 */
export function keepDraws(posterior: Posterior, mostBytes: number = MOST_BYTES): KeptPosterior {
  const { chains } = posterior;
  const { draws } = chains[0];
  const bytesPerDraw = chains.reduce((sum, chain) => sum + bytesOf(chain), 0) / draws;
  const fitting = Math.floor(mostBytes / bytesPerDraw);
  if (fitting < 1)
    throw new RangeError(`a draw takes ${bytesPerDraw} bytes, more than the ${mostBytes} there are`);
  const thinning = Math.ceil(draws / fitting);
  return {
    ...posterior,
    thinning,
    chains: thinning === 1 ? chains : chains.map((chain) => thin(chain, thinning)),
  };
}

function bytesOf(chain: ChainDraws): number {
  return Object.values(chain).reduce(
    (sum, value) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0),
    0,
  );
}

function thin(chain: ChainDraws, thinning: number): ChainDraws {
  const rows = Array.from(
    { length: Math.floor(chain.draws / thinning) },
    (_, kept) => (kept + 1) * thinning - 1,
  );
  const wide = (values: Float64Array): Float64Array => {
    const width = values.length / chain.draws;
    const kept = new Float64Array(rows.length * width);
    rows.forEach((row, at) => {
      kept.set(values.subarray(row * width, (row + 1) * width), at * width);
    });
    return kept;
  };
  return {
    chain: chain.chain,
    draws: rows.length,
    positions: wide(chain.positions),
    quantities: wide(chain.quantities),
    logDensity: wide(chain.logDensity),
    energy: wide(chain.energy),
    acceptance: wide(chain.acceptance),
    divergent: Uint8Array.from(rows, (row) => chain.divergent[row]),
    treeDepth: Uint8Array.from(rows, (row) => chain.treeDepth[row]),
    leapfrogs: Uint32Array.from(rows, (row) => chain.leapfrogs[row]),
  };
}
