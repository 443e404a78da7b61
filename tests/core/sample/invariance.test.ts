import { quantityChains } from "@mmm/core/diagnose/quantity-chains.ts";
import { rhat } from "@mmm/core/diagnose/rhat.ts";
import { expectMeanWithinError } from "../../matchers/expect-mean-within-error.ts";
import { BANANA, CORRELATED_NORMAL, FUNNEL, type KnownTarget, LOG_EXPONENTIAL } from "./known-targets.ts";
import { posteriorOf } from "./run-known-target.ts";

const TARGETS: ReadonlyArray<readonly [string, KnownTarget]> = [
  ["a correlated normal of unequal scales", CORRELATED_NORMAL],
  ["the logarithm of an exponential, which is skewed", LOG_EXPONENTIAL],
  ["a banana", BANANA],
  ["a mild funnel", FUNNEL],
];

const SHORT = { seed: 1, minDraws: 10, maxDraws: 10, warmup: 100, maxTreeDepth: 4 };

describe("NUTS leaves its target as it is", () => {
  it.each(TARGETS)(
    "has the exact moments of %s, within 5 Monte Carlo errors at ESS ≥ 400",
    async (_, target) => {
      const posterior = await posteriorOf(target, { seed: 5 });
      target.truths.forEach((truth, index) => {
        const chains = quantityChains(posterior.chains, index);
        expect(rhat(chains)).toBeLessThan(1.02);
        expectMeanWithinError(chains, truth);
      });
    },
  );

  it("would be caught with a mean off by 0.3 standard deviations", async () => {
    for (const seed of [1, 2, 3]) {
      const posterior = await posteriorOf(CORRELATED_NORMAL, { seed });
      const chains = quantityChains(posterior.chains, 5);
      expectMeanWithinError(chains, 2);
      expect(() => expectMeanWithinError(chains, 2.3)).toThrow("standard errors from 2.3");
    }
  });

  it("needs steps less than half as long when the gradient has the wrong sign", async () => {
    const wrong: KnownTarget = {
      ...LOG_EXPONENTIAL,
      logDensity(x, gradient) {
        const value = LOG_EXPONENTIAL.logDensity(x, gradient);
        gradient[0] = -gradient[0];
        return value;
      },
    };
    const posterior = await posteriorOf(wrong, SHORT);
    const right = await posteriorOf(LOG_EXPONENTIAL, SHORT);
    // a wrong gradient is still a valid proposal, but steps must shrink until it no longer matters
    expect(posterior.warmup[0].stepSize).toBeLessThan(0.5 * right.warmup[0].stepSize);
  });
});
