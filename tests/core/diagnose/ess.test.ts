import { essBulk, essTail } from "@mmm/core/diagnose/ess.ts";
import { autoregressiveChains } from "./made-chains.ts";

describe("effective sample size", () => {
  it.each([0, 0.5, 0.9])(
    "is S (1 − ρ) / (1 + ρ) for an autoregression with ρ = %p, within 15 %",
    (correlation) => {
      // the estimate itself has an error of a few percent at 16 000 draws; averaged over 5 seeds 15 % is ample
      const estimates = [1, 2, 3, 4, 5].map((seed) =>
        essBulk(autoregressiveChains(seed, 4, 4000, correlation)),
      );
      const mean = estimates.reduce((sum, ess) => sum + ess, 0) / 5;
      const truth = (16_000 * (1 - correlation)) / (1 + correlation);
      expect(Math.abs(mean / truth - 1)).toBeLessThan(0.15);
    },
  );

  it("passes S for antithetic draws, but never S log₁₀ S", () => {
    const ess = essBulk(autoregressiveChains(1, 4, 500, -0.9));
    expect(ess).toBeCloseTo(2000 * Math.log10(2000), 6);
  });

  it("counts chains that disagree as few draws, however many there are", () => {
    const chains = autoregressiveChains(1, 4, 1000, 0);
    expect(essBulk([...chains.slice(0, 3), chains[3].map((draw) => draw + 3)])).toBeLessThan(20);
  });

  it("is smaller in the tail than in the bulk where calm and wild stretches take turns", () => {
    const calm = autoregressiveChains(4, 4, 1000, 0.98);
    const wild = autoregressiveChains(5, 4, 1000, 0).map((chain, index) =>
      chain.map((draw, at) => draw * Math.exp(calm[index][at])),
    );
    expect(essTail(wild)).toBeLessThan(0.5 * essBulk(wild));
  });

  it("leaves an interval end out that holds every draw", () => {
    const halfAtZero = autoregressiveChains(1, 4, 500, 0).map((chain) =>
      chain.map((draw) => Math.min(draw, 0)),
    );
    expect(Number.isFinite(essTail(halfAtZero))).toBe(true);
  });

  it("is undefined for a draw that is not finite, equal draws, and fewer than 3 draws per half chain", () => {
    const chains = autoregressiveChains(3, 4, 50, 0);
    chains[0][0] = Number.NaN;
    for (const judge of [essBulk, essTail]) {
      expect(judge(chains)).toBeNaN();
      expect(judge([new Float64Array(10), new Float64Array(10)])).toBeNaN();
    }
    expect(essBulk(autoregressiveChains(1, 2, 5, 0))).toBeNaN();
  });
});
