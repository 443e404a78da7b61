import { holdoutWeeks } from "@mmm/core/diagnose/holdout-weeks.ts";
import { binomialQuantile, predictiveCoverage } from "@mmm/core/diagnose/predictive-coverage.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { DIAGNOSE_ROWS } from "@mmm/core/govern/rows/diagnose-rows.ts";
import fc from "fast-check";

const RULES = defaultRules(DIAGNOSE_ROWS);

/** P(X ≤ count), term by term from Pascal's triangle. */
function binomialCdf(count: number, trials: number, success: number): number {
  let sum = 0;
  for (let k = 0; k <= count; k++) {
    let term = (1 - success) ** (trials - k) * success ** k;
    for (let factor = 1; factor <= k; factor++) term *= (trials - k + factor) / factor;
    sum += term;
  }
  return sum;
}

describe("the binomial bound", () => {
  it.each([
    [60, 0.833],
    [104, 0.846],
    [156, 0.859],
  ])("for %p weeks is %p, as requirements §0.4 found by simulation", (weeks, share) => {
    expect(binomialQuantile(weeks, 0.9, 0.05) / weeks).toBeCloseTo(share, 3);
  });

  it("is the smallest count whose probability reaches p", () => {
    const share = fc.double({ min: 0.5, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        share,
        fc.double({ min: 0.01, max: 0.2, noNaN: true }),
        (trials, success, p) => {
          const count = binomialQuantile(trials, success, p);
          expect(binomialCdf(count, trials, success)).toBeGreaterThanOrEqual(p - 1e-12);
          if (count > 0) expect(binomialCdf(count - 1, trials, success)).toBeLessThan(p + 1e-12);
        },
      ),
    );
  });
});

describe("predictive coverage", () => {
  it("counts weeks on the border as inside: 3 of 4", () => {
    const observed = Float64Array.of(1, 2, 3, 10);
    const coverage = predictiveCoverage(
      observed,
      Float64Array.of(1, 1, 1, 1),
      Float64Array.of(5, 2, 5, 9),
      RULES,
    );
    expect(coverage.value).toBe(0.75);
    expect(coverage.reviewAt).toBe(0.9);
    expect(coverage.failBelow).toBe(0.5); // P(X ≤ 2) = 1 − 0.9⁴ − 4 · 0.9³ · 0.1 = 0.0523, P(X ≤ 1) = 0.0037
  });
});

describe("holdoutWeeks", () => {
  it("holds out 13 of 104 or more, 8 of 60 … 103, 4 of 30 … 59, else none (X-11)", () => {
    const lengths = [
      [29, 0],
      [30, 4],
      [59, 4],
      [60, 8],
      [103, 8],
      [104, 13],
      [156, 13],
    ] as const;
    for (const [weeks, held] of lengths) expect(holdoutWeeks(weeks, RULES)).toBe(held);
  });
});
