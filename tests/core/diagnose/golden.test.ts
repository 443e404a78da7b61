import { readFileSync } from "node:fs";
import { sortedDraws } from "@mmm/core/diagnose/chain-matrix.ts";
import { essBulk, essOfQuantile, essTail } from "@mmm/core/diagnose/ess.ts";
import { mcseMean, mcseSd } from "@mmm/core/diagnose/monte-carlo-error.ts";
import { rhat } from "@mmm/core/diagnose/rhat.ts";
import { quantile } from "@mmm/core/numerics/quantile.ts";
import { recordFigures } from "../../matchers/record-figures.ts";
import { describeShared } from "../../matchers/shared.ts";

interface Golden {
  /** [chain][draw] */
  readonly draws: readonly number[][];
  readonly expected: {
    readonly rhat: number;
    readonly ess_bulk: number;
    readonly ess_tail: number;
    readonly ess_q05: number;
    readonly mcse_mean: number;
    readonly mcse_sd: number;
  };
}

describeShared("R-hat and ESS against R's posterior 1.4.0", (path) => {
  const file = readFileSync(path("data", "diagnostics-golden", "rhat_ess_golden.json"), "utf8");
  const cases = Object.entries(JSON.parse(file) as Record<string, Golden>);

  it("has chains of an odd and of an even length", () => {
    expect(new Set(cases.map(([, golden]) => golden.draws[0].length % 2)).size).toBe(2);
  });

  let worst = 0;
  afterAll(() =>
    recordFigures("diagnostics", [
      {
        what: `R-hat, bulk and tail ESS, ESS of a quantile, Monte Carlo errors of mean and sd: worst relative difference from R's posterior 1.4.0 over ${cases.length} cases`,
        value: worst.toExponential(1),
        limit: "< 1e-10",
        source: "issue 3",
      },
    ]),
  );

  it.each(cases)("%s: all six within 1e-10 relative", (_, golden) => {
    const chains = golden.draws.map((draws) => Float64Array.from(draws));
    const { expected } = golden;
    // the file holds 15 digits; 1e-10 leaves room for another order of summation and a Fourier transform
    const twentieth = quantile(sortedDraws(chains), 0.05);
    const pairs = [
      [rhat(chains), expected.rhat],
      [essBulk(chains), expected.ess_bulk],
      [essTail(chains), expected.ess_tail],
      [mcseMean(chains), expected.mcse_mean],
      [mcseSd(chains), expected.mcse_sd],
      [essOfQuantile(chains, twentieth), expected.ess_q05],
    ] as const;
    for (const [ours, theirs] of pairs) {
      worst = Math.max(worst, Math.abs(ours / theirs - 1));
      expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-10);
    }
  });
});
