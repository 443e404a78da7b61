import { mcseMean, mcseQuantile, mcseSd } from "@mmm/core/diagnose/monte-carlo-error.ts";
import { autoregressiveChains } from "./made-chains.ts";

describe("the Monte Carlo error of a mean", () => {
  it("is sd / √S for independent draws, within 10 %", () => {
    const error = mcseMean(autoregressiveChains(9, 4, 2500, 0));
    expect(Math.abs(error * Math.sqrt(10_000) - 1)).toBeLessThan(0.1);
  });

  it("covers the truth at its nominal rate: |mean| < 2 errors in about 95 % of 200 runs", () => {
    let inside = 0;
    for (let seed = 0; seed < 200; seed++) {
      const chains = autoregressiveChains(seed + 1000, 4, 200, 0.5);
      const mean = chains.flatMap((chain) => [...chain]).reduce((sum, draw) => sum + draw, 0) / 800;
      if (Math.abs(mean) < 2 * mcseMean(chains)) inside += 1;
    }
    expect(inside).toBeGreaterThan(177); // binomial(200, 0.9545): 4 standard errors below 191
  });
});

describe("the Monte Carlo error of a standard deviation", () => {
  it("is sd / √(2 S) for independent normal draws, within 10 %", () => {
    const error = mcseSd(autoregressiveChains(9, 4, 2500, 0));
    expect(Math.abs(error * Math.sqrt(20_000) - 1)).toBeLessThan(0.1);
  });
});

describe("the Monte Carlo error of a quantile", () => {
  it.each([
    [0.05, 0.103136],
    [0.5, 0.398942],
    [0.95, 0.103136],
  ])("at %p is √(p (1 − p) / S) / density for independent normal draws, within 15 %%", (share, density) => {
    const errors = [1, 2, 3, 4, 5].map((seed) => mcseQuantile(autoregressiveChains(seed, 4, 2500, 0), share));
    const mean = errors.reduce((sum, error) => sum + error, 0) / 5;
    const exact = Math.sqrt((share * (1 - share)) / 10_000) / density;
    expect(Math.abs(mean / exact - 1)).toBeLessThan(0.15);
  });

  it("is 0 where every draw at hand is the same up there", () => {
    const halfAtZero = autoregressiveChains(1, 4, 500, 0).map((chain) =>
      chain.map((draw) => Math.min(draw, 0)),
    );
    expect(mcseQuantile(halfAtZero, 0.95)).toBe(0);
  });
});

describe("Monte Carlo errors", () => {
  it("are undefined for a draw that is not finite and for equal draws", () => {
    const chains = autoregressiveChains(3, 4, 50, 0);
    chains[0][0] = Number.NaN;
    for (const error of [mcseMean, mcseSd, (matrix: typeof chains) => mcseQuantile(matrix, 0.5)]) {
      expect(error(chains)).toBeNaN();
      expect(error([new Float64Array(10), new Float64Array(10)])).toBeNaN();
    }
  });
});
