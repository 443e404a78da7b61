import { type PreviewPosterior, quickFit } from "@mmm/core/sample/quick-fit.ts";
import { BANANA, CORRELATED_NORMAL, FUNNEL, type KnownTarget, LOG_EXPONENTIAL } from "./known-targets.ts";
import { NEALS_FUNNEL, TWO_PEAKS } from "./quick-fit-targets.ts";

/** Mean of a recorded quantity and its Monte Carlo error by the preview's own effective draws. */
function meanOf(posterior: PreviewPosterior, quantity: number): { mean: number; error: number } {
  const width = posterior.quantities.length;
  const [{ draws, quantities }] = posterior.chains;
  const values = Array.from({ length: draws }, (_, draw) => quantities[draw * width + quantity]);
  const mean = values.reduce((sum, value) => sum + value, 0) / draws;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1);
  return { mean, error: Math.sqrt(variance / Math.min(draws, posterior.effectiveDraws)) };
}

/** Five standard errors: one false alarm in two million comparisons. */
function expectTruths(target: KnownTarget, posterior: PreviewPosterior): void {
  target.truths.forEach((truth, quantity) => {
    const { mean, error } = meanOf(posterior, quantity);
    expect(Math.abs(mean - truth)).toBeLessThan(5 * error);
  });
}

describe("the quick fit", () => {
  it("is exact on a normal density but for Monte Carlo error, and knows it", () => {
    const posterior = quickFit(CORRELATED_NORMAL, 1);
    // the proposals are wider everywhere: ratios are bounded, and their tail lighter than any Pareto's
    expect(posterior.khat).toBeLessThan(0);
    // 70 of 100 proposals are nearly the target itself
    expect(posterior.effectiveDraws).toBeGreaterThan(0.7 * posterior.proposals);
    expect(posterior.severalPeaks).toBe(false);
    expectTruths(CORRELATED_NORMAL, posterior);
  });

  it("weighs skewed densities and a mild funnel right, and vouches for them", () => {
    for (const target of [LOG_EXPONENTIAL, FUNNEL]) {
      const posterior = quickFit(target, 1);
      expect(posterior.khat).toBeLessThan(0.7);
      expectTruths(target, posterior);
    }
  });

  it("says that there are two peaks", () => {
    // the climbs of seed 1 fall on both sides
    expect(quickFit(TWO_PEAKS, 1).severalPeaks).toBe(true);
  });

  it("does not vouch for Neal's funnel", () => {
    for (const seed of [1, 2, 3]) expect(quickFit(NEALS_FUNNEL, seed).khat).toBeGreaterThan(0.7);
  });

  it("gives the same bits for the same seed, and others for another", () => {
    const once = quickFit(BANANA, 1);
    expect(quickFit(BANANA, 1)).toEqual(once);
    expect(quickFit(BANANA, 2).chains[0].positions).not.toEqual(once.chains[0].positions);
  });

  it("bears its name, and nothing of a walk that could pass for one", () => {
    const posterior = quickFit(CORRELATED_NORMAL, 1);
    expect(posterior.method).toBe("preview");
    expect(posterior).not.toHaveProperty("warmup");
    expect(posterior.chains[0]).not.toHaveProperty("energy");
  });

  it("counts every gradient that it takes", () => {
    let evaluations = 0;
    const counted = {
      ...BANANA,
      logDensity: (x: Float64Array, gradient: Float64Array) => {
        evaluations += 1;
        return BANANA.logDensity(x, gradient);
      },
    };
    expect(quickFit(counted, 1).gradientEvaluations).toBe(evaluations);
  });
});
