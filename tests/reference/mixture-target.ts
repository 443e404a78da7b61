/** posteriordb's mixture: y ~ θ N(μ₁, σ₁) + (1 − θ) N(μ₂, σ₂) with μ₁ < μ₂. */

import type { Target } from "@mmm/core/sample/target.ts";
import { numbers, type PosteriorFile } from "./posteriordb.ts";

// taken out of the loops: a test sandbox makes every look at the global Math slow
const { exp, log, max } = Math;

/**
 * Coordinates μ₁, log(μ₂ − μ₁), log σ₁, log σ₂, logit θ; μ ~ N(0, 2), σ ~ half-N(0, 2), θ ~ Beta(5, 5).
 */
export function mixture(file: PosteriorFile): Target {
  const outcome = numbers(file, "y");
  return {
    dimension: 5,
    start: { mean: Float64Array.of(-1, 0.7, 0, 0, 0), sd: new Float64Array(5).fill(1) },
    quantities: ["mu[1]", "mu[2]", "sigma[1]", "sigma[2]", "theta"],
    logDensity(position, gradient) {
      const natural = mixtureParameters(position);
      const [low, high, sigma1, sigma2, theta] = natural;
      const gap = high - low;
      const { sum, byNatural } = mixtureLikelihood(outcome, natural);
      const [byLow, byHigh, bySigma1, bySigma2, byTheta] = byNatural;
      gradient[0] = byLow + byHigh - (low + high) / 4;
      gradient[1] = gap * (byHigh - high / 4) + 1;
      gradient[2] = sigma1 * bySigma1 - sigma1 ** 2 / 4 + 1;
      gradient[3] = sigma2 * bySigma2 - sigma2 ** 2 / 4 + 1;
      // Beta(5, 5) with the Jacobian of the logit: θ⁵ (1 − θ)⁵
      gradient[4] = theta * (1 - theta) * byTheta + 5 - 10 * theta;
      const squares = low ** 2 + high ** 2 + sigma1 ** 2 + sigma2 ** 2;
      return sum - squares / 8 + position[1] + position[2] + position[3] + 5 * log(theta * (1 - theta));
    },
    record(position, _random, out) {
      out.set(mixtureParameters(position));
    },
  };
}

/** μ₁, μ₂, σ₁, σ₂, θ of a position. */
function mixtureParameters(position: ArrayLike<number>): readonly number[] {
  const high = position[0] + exp(position[1]);
  return [position[0], high, exp(position[2]), exp(position[3]), 1 / (1 + exp(-position[4]))];
}

/** Log likelihood and its slopes by μ₁, μ₂, σ₁, σ₂, θ; each datum weighs by the odds that it is of either part. */
function mixtureLikelihood(
  outcome: readonly number[],
  [low, high, sigma1, sigma2, theta]: readonly number[],
): { sum: number; byNatural: readonly number[] } {
  const byNatural = [0, 0, 0, 0, 0];
  const scale1 = log(theta / sigma1);
  const scale2 = log((1 - theta) / sigma2);
  let sum = 0;
  for (const y of outcome) {
    const z1 = (y - low) / sigma1;
    const z2 = (y - high) / sigma2;
    const log1 = scale1 - 0.5 * z1 * z1;
    const log2 = scale2 - 0.5 * z2 * z2;
    // the larger exponent is taken out so that neither overflows nor both vanish
    const largest = max(log1, log2);
    const together = largest + log(exp(log1 - largest) + exp(log2 - largest));
    const share1 = exp(log1 - together);
    const share2 = exp(log2 - together);
    sum += together;
    byNatural[0] += (share1 * z1) / sigma1;
    byNatural[1] += (share2 * z2) / sigma2;
    byNatural[2] += (share1 * (z1 * z1 - 1)) / sigma1;
    byNatural[3] += (share2 * (z2 * z2 - 1)) / sigma2;
    byNatural[4] += share1 / theta - share2 / (1 - theta);
  }
  return { sum, byNatural };
}
