/** Chains made to measure: autoregressive, with a known effective sample size. */

import { createRandom } from "@mmm/core/numerics/random.ts";
import type { ChainDraws } from "@mmm/core/sample/chain-draws.ts";
import type { Posterior } from "@mmm/core/sample/protocol.ts";

/** [chain][draw] of a stationary AR(1) with unit variance; its ESS is S (1 − ρ) / (1 + ρ). */
export function autoregressiveChains(
  seed: number,
  chains: number,
  draws: number,
  correlation: number,
): Float64Array[] {
  const innovation = Math.sqrt(1 - correlation ** 2);
  return Array.from({ length: chains }, (_, chain) => {
    const { normal } = createRandom(seed, chain);
    let value = normal();
    return Float64Array.from({ length: draws }, () => {
      value = correlation * value + innovation * normal();
      return value;
    });
  });
}

/** A posterior whose quantities are the given chains and whose energies are white noise. */
export function posteriorOfChains(
  quantities: Readonly<Record<string, readonly Float64Array[]>>,
  change: Partial<Posterior> = {},
): Posterior {
  const columns = Object.values(quantities);
  const chains = columns[0].map((_, chain) =>
    chainOf(
      columns.map((column) => column[chain]),
      chain,
    ),
  );
  return {
    quantities: Object.keys(quantities),
    chains,
    warmup: [],
    targetAcceptance: 0.85,
    maxTreeDepth: 10,
    discardedDivergences: 0,
    gradientEvaluations: 0,
    seconds: { warmup: 0, sampling: 0 },
    kernel: "test",
    ...change,
  };
}

function chainOf(columns: readonly Float64Array[], chain: number): ChainDraws {
  const draws = columns[0].length;
  const { normal } = createRandom(99, chain);
  const quantities = new Float64Array(draws * columns.length);
  columns.forEach((column, index) => {
    column.forEach((value, draw) => {
      quantities[draw * columns.length + index] = value;
    });
  });
  return {
    chain,
    draws,
    positions: new Float64Array(draws),
    quantities,
    logDensity: new Float64Array(draws),
    energy: Float64Array.from({ length: draws }, normal),
    acceptance: new Float64Array(draws).fill(0.85),
    divergent: new Uint8Array(draws),
    treeDepth: new Uint8Array(draws).fill(3),
    leapfrogs: new Uint32Array(draws).fill(7),
  };
}
