import { foldedDraws, foldedSorted, sortedDraws, splitChains } from "@mmm/core/diagnose/chain-matrix.ts";
import { rankScores } from "@mmm/core/diagnose/rank-scores.ts";
import { rhat, rhatOfScores } from "@mmm/core/diagnose/rhat.ts";
import { normalQuantile } from "@mmm/core/numerics/normal.ts";
import { quantile } from "@mmm/core/numerics/quantile.ts";
import fc from "fast-check";
import { autoregressiveChains } from "./made-chains.ts";

describe("R-hat", () => {
  it("is √½ for two chains 0, 1 by hand: within ½, between 0, length 2", () => {
    expect(rhatOfScores([Float64Array.of(0, 1), Float64Array.of(0, 1)])).toBeCloseTo(Math.SQRT1_2, 15);
  });

  it("adds the variance between chains: means 0.5 and 2.5, within ½ give √(½ + 2/½)", () => {
    expect(rhatOfScores([Float64Array.of(0, 1), Float64Array.of(2, 3)])).toBeCloseTo(Math.sqrt(0.5 + 4), 15);
  });

  it("sees a chain in another place, a chain of another spread, and a drift", () => {
    const good = autoregressiveChains(1, 4, 400, 0);
    expect(rhat(good)).toBeLessThan(1.01);
    expect(rhat([...good.slice(0, 3), good[3].map((draw) => draw + 1)])).toBeGreaterThan(1.05);
    expect(rhat([...good.slice(0, 3), good[3].map((draw) => 3 * draw)])).toBeGreaterThan(1.05);
    expect(rhat(good.map((chain) => chain.map((value, draw) => value + draw / 200)))).toBeGreaterThan(1.05);
  });

  it("does not change under a rising transformation, as ranks do not, but for the fold", () => {
    const chains = autoregressiveChains(2, 4, 201, 0.5);
    const location = (of: readonly Float64Array[]): number => rhatOfScores(rankScores(splitChains(of)));
    expect(location(chains.map((chain) => chain.map(Math.exp)))).toBe(location(chains));
  });

  it("is infinite when chains stand still at different places", () => {
    expect(rhat([1, 2, 3].map((place) => new Float64Array(10).fill(place)))).toBe(Infinity);
  });

  it("is undefined for a draw that is not finite and for draws that are all equal", () => {
    const chains = autoregressiveChains(3, 4, 50, 0);
    chains[2][17] = Number.NaN;
    expect(rhat(chains)).toBeNaN();
    chains[2][17] = Infinity;
    expect(rhat(chains)).toBeNaN();
    expect(rhat([new Float64Array(10), new Float64Array(10)])).toBeNaN();
  });

  it("refuses chains of different lengths", () => {
    expect(() => rhat([new Float64Array(4), new Float64Array(5)])).toThrow(RangeError);
  });
});

describe("splitting, folding and ranking", () => {
  const chainsOf = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 4, max: 30 }))
    .chain(([chains, draws]) =>
      fc.array(
        fc
          .array(fc.integer({ min: -20, max: 20 }), { minLength: draws, maxLength: draws })
          .map((row) => Float64Array.from(row)),
        { minLength: chains, maxLength: chains },
      ),
    );

  it("leaves the middle draw of an odd length out", () => {
    expect(splitChains([Float64Array.of(1, 2, 3, 4, 5)])).toEqual([
      Float64Array.of(1, 2),
      Float64Array.of(4, 5),
    ]);
  });

  it("gives tied draws the score of their mean rank", () => {
    const [scores] = rankScores([Float64Array.of(5, 1, 5, 9)]);
    const at = (rank: number): number => normalQuantile((rank - 0.375) / 4.25);
    expect(scores).toEqual(Float64Array.of(at(2.5), at(1), at(2.5), at(4)));
  });

  it("ranks by the slow definition: draws below, plus half the ties", () => {
    fc.assert(
      fc.property(chainsOf, (chains) => {
        const all = chains.flatMap((chain) => [...chain]);
        fc.pre(new Set(all).size > 1);
        const slow = chains.map((chain) =>
          chain.map((draw) => {
            const below = all.filter((other) => other < draw).length;
            const ties = all.filter((other) => other === draw).length;
            return normalQuantile((below + (ties + 1) / 2 - 0.375) / (all.length + 0.25));
          }),
        );
        expect(rankScores(chains)).toEqual(slow);
      }),
    );
  });

  it("merges distances from the median into order, whatever the draws", () => {
    fc.assert(
      fc.property(chainsOf, (chains) => {
        const sorted = sortedDraws(chains);
        const median = quantile(sorted, 0.5);
        expect(foldedSorted(sorted, median)).toEqual(sortedDraws(foldedDraws(chains, median)));
      }),
    );
  });

  it("ranks draws of very unequal distances as exactly as even ones", () => {
    const wild = autoregressiveChains(5, 4, 100, 0).map((chain) => chain.map((draw) => Math.sinh(20 * draw)));
    expect(rankScores(wild)).toEqual(rankScores(autoregressiveChains(5, 4, 100, 0)));
  });
});
