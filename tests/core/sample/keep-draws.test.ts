import type { ChainDraws } from "@mmm/core/sample/chain-draws.ts";
import { keepDraws } from "@mmm/core/sample/keep-draws.ts";
import type { Posterior } from "@mmm/core/sample/protocol.ts";
import fc from "fast-check";

/** Every number of draw d is d, so that a kept row shows where it came from. */
function numbered(chain: number, draws: number, dimension: number, width: number): ChainDraws {
  const rows = (columns: number): Float64Array =>
    Float64Array.from({ length: draws * columns }, (_, at) => Math.floor(at / columns));
  return {
    chain,
    draws,
    positions: rows(dimension),
    quantities: rows(width),
    logDensity: rows(1),
    energy: rows(1),
    acceptance: rows(1),
    divergent: Uint8Array.from({ length: draws }, (_, draw) => draw % 2),
    treeDepth: new Uint8Array(draws).fill(3),
    leapfrogs: Uint32Array.from({ length: draws }, (_, draw) => draw),
  };
}

function posteriorOf(chains: number, draws: number, dimension: number, width: number): Posterior {
  return {
    quantities: Array.from({ length: width }, (_, quantity) => `q${quantity}`),
    chains: Array.from({ length: chains }, (_, chain) => numbered(chain, draws, dimension, width)),
    warmup: [],
    targetAcceptance: 0.85,
    maxTreeDepth: 10,
    discardedDivergences: 0,
    gradientEvaluations: 12_345,
    seconds: { warmup: 1, sampling: 2 },
    kernel: "test",
  };
}

function bytes({ chains }: Posterior): number {
  return chains
    .flatMap((chain) => Object.values(chain))
    .reduce((sum, value) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0), 0);
}

describe("keepDraws", () => {
  it("keeps all of a run that fits into 2 MB: 4 × 550 draws of 41 coordinates and 54 quantities take 1.76 MB", () => {
    const posterior = posteriorOf(4, 550, 41, 54);
    expect(bytes(posterior)).toBe(4 * 550 * (8 * (41 + 54 + 3) + 6));
    expect(keepDraws(posterior)).toEqual({ ...posterior, thinning: 1 });
  });

  it("keeps draws 2, 4, 6 … where half of them fit, each of them whole", () => {
    const posterior = posteriorOf(2, 10, 3, 2);
    const kept = keepDraws(posterior, bytes(posterior) / 2);
    expect(kept.thinning).toBe(2);
    for (const chain of kept.chains) {
      expect([...chain.logDensity]).toEqual([1, 3, 5, 7, 9]);
      expect([...chain.leapfrogs]).toEqual([1, 3, 5, 7, 9]);
      expect([...chain.positions]).toEqual([1, 3, 5, 7, 9].flatMap((draw) => [draw, draw, draw]));
      expect([...chain.quantities]).toEqual([1, 3, 5, 7, 9].flatMap((draw) => [draw, draw]));
      expect([...chain.divergent]).toEqual([1, 1, 1, 1, 1]);
    }
    expect(kept.gradientEvaluations).toBe(12_345);
  });

  it("never takes more room than there is, thins all chains alike, and no more than it must", () => {
    const sizes = fc.tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 5 }),
    );
    fc.assert(
      fc.property(sizes, fc.double({ min: 0.02, max: 1.5, noNaN: true }), ([chains, draws, width], share) => {
        const posterior = posteriorOf(chains, draws, 3, width);
        const perRow = bytes(posterior) / draws;
        const room = Math.max(perRow, share * bytes(posterior));
        const kept = keepDraws(posterior, room);
        expect(bytes(kept)).toBeLessThanOrEqual(room);
        expect(new Set(kept.chains.map((chain) => chain.draws)).size).toBe(1);
        if (kept.thinning > 1) expect(Math.ceil(draws / (kept.thinning - 1)) * perRow).toBeGreaterThan(room);
      }),
    );
  });

  it("refuses room for less than one draw per chain", () => {
    expect(() => keepDraws(posteriorOf(2, 10, 3, 2), 50)).toThrow(RangeError);
  });
});
