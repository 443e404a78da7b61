/** Blocks of one chain, joined end to end. */

import type { ChainDraws } from "./chain-draws.ts";

/**
 * Joins the blocks of one chain.
 *
 * @param blocks - at least one, in the order in which they were drawn, all of one chain.
 * @returns fresh arrays; e.g. blocks of 300 and 50 draws give 350.
 * @throws RangeError when there is no block, or when they belong to different chains.
 */
export function concatenateDraws(blocks: readonly ChainDraws[]): ChainDraws {
  const chain = blocks[0]?.chain;
  if (chain === undefined) throw new RangeError("there is no block of draws to join");
  const other = blocks.find((block) => block.chain !== chain);
  if (other) throw new RangeError(`draws of chain ${other.chain} do not belong to chain ${chain}`);
  return {
    chain,
    draws: blocks.reduce((sum, block) => sum + block.draws, 0),
    positions: joined(blocks.map((block) => block.positions)),
    quantities: joined(blocks.map((block) => block.quantities)),
    logDensity: joined(blocks.map((block) => block.logDensity)),
    energy: joined(blocks.map((block) => block.energy)),
    acceptance: joined(blocks.map((block) => block.acceptance)),
    divergent: Uint8Array.from(blocks.flatMap((block) => [...block.divergent])),
    treeDepth: Uint8Array.from(blocks.flatMap((block) => [...block.treeDepth])),
    leapfrogs: Uint32Array.from(blocks.flatMap((block) => [...block.leapfrogs])),
  };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
