/** Two time series of posteriordb whose residuals follow a recursion; their gradients follow it too, forward in time. */

import type { Target } from "@mmm/core/sample/target.ts";
import { number, numbers, type PosteriorFile } from "./posteriordb.ts";

// taken out of the loops: a test sandbox makes every look at the global Math slow
const { exp, log } = Math;

/**
 * ARMA(1, 1): e_t = y_t − (μ + φ y_{t−1} + θ e_{t−1}), e ~ N(0, σ); before the first value stand y = μ and e = 0.
 *
 * Coordinates μ, φ, θ, log σ. Chains start near 0: for |θ| > 1 the recursion explodes.
 */
export function movingAverage(file: PosteriorFile): Target {
  const series = numbers(file, "y");
  const names = ["mu", "phi", "theta", "sigma"];
  return {
    dimension: 4,
    start: { mean: Float64Array.of(0, 0, 0, 0), sd: Float64Array.of(0.2, 0.4, 0.4, 0.5) },
    quantities: names,
    logDensity(position, gradient) {
      const [mu, phi, theta, logSigma] = position;
      const variance = exp(2 * logSigma);
      let error = 0;
      // d error / d (μ, φ, θ)
      const slopes = [0, 0, 0];
      const pulls = [0, 0, 0];
      let squares = 0;
      series.forEach((y, t) => {
        const before = t === 0 ? mu : series[t - 1];
        const byMu = t === 0 ? -1 - phi : -1;
        slopes[2] = -error - theta * slopes[2];
        slopes[1] = -before - theta * slopes[1];
        slopes[0] = byMu - theta * slopes[0];
        error = y - (mu + phi * before + theta * error);
        squares += error * error;
        for (let index = 0; index < 3; index++) pulls[index] -= (error * slopes[index]) / variance;
      });
      // σ ~ half-Cauchy(0, 2.5) with the Jacobian log σ
      const cauchy = variance / 2.5 ** 2;
      gradient.set([pulls[0] - mu / 100, pulls[1] - phi / 4, pulls[2] - theta / 4, 0]);
      gradient[3] = 1 - series.length + squares / variance - (2 * cauchy) / (1 + cauchy);
      const prior = -0.5 * ((mu / 10) ** 2 + (phi / 2) ** 2 + (theta / 2) ** 2) - Math.log1p(cauchy);
      return finite(prior + (1 - series.length) * logSigma - (0.5 * squares) / variance, gradient);
    },
    record(position, _random, out) {
      out.set(position);
      out[3] = exp(position[3]);
    },
  };
}

/** What a GARCH position stands for: share = β₁ / (1 − α₁). */
function garchParameters(position: ArrayLike<number>): { alpha0: number; alpha1: number; share: number } {
  return { alpha0: exp(position[1]), alpha1: logistic(position[2]), share: logistic(position[3]) };
}

/**
 * GARCH(1, 1): variance_t = α₀ + α₁ (y_{t−1} − μ)² + β₁ variance_{t−1}, y_t ~ N(μ, √variance_t), the first σ given.
 *
 * Coordinates μ, log α₀, logit α₁, logit(β₁ / (1 − α₁)), flat in α₀, α₁, β₁, so that each brings its Jacobian.
 */
export function volatility(file: PosteriorFile): Target {
  const series = numbers(file, "y");
  const first = number(file, "sigma1") ** 2;
  return {
    dimension: 4,
    start: { mean: Float64Array.of(4, 0, 0, 0), sd: Float64Array.of(1, 1, 1, 1) },
    quantities: ["mu", "alpha0", "alpha1", "beta1"],
    logDensity(position, gradient) {
      const { alpha0, alpha1, share } = garchParameters(position);
      const beta1 = (1 - alpha1) * share;
      const { sum, byNatural } = garchLikelihood(series, first, [position[0], alpha0, alpha1, beta1]);
      const [byMu, byAlpha0, byAlpha1, byBeta1] = byNatural;
      gradient[0] = byMu;
      gradient[1] = alpha0 * byAlpha0 + 1;
      // α₁ moves β₁ too: d β₁ / d α₁ = −share; the Jacobian has α₁ (1 − α₁)²
      gradient[2] = alpha1 * (1 - alpha1) * (byAlpha1 - share * byBeta1) + 1 - 3 * alpha1;
      gradient[3] = beta1 * (1 - share) * byBeta1 + 1 - 2 * share;
      const jacobian = position[1] + log(alpha1 * (1 - alpha1) ** 2 * share * (1 - share));
      return finite(sum + jacobian, gradient);
    },
    record(position, _random, out) {
      const { alpha0, alpha1, share } = garchParameters(position);
      out.set([position[0], alpha0, alpha1, (1 - alpha1) * share]);
    },
  };
}

/** Log likelihood and its slopes by μ, α₀, α₁, β₁. */
function garchLikelihood(
  series: readonly number[],
  first: number,
  [mu, alpha0, alpha1, beta1]: readonly number[],
): { sum: number; byNatural: readonly number[] } {
  let variance = first;
  // d variance / d (μ, α₀, α₁, β₁)
  const slopes = [0, 0, 0, 0];
  const byNatural = [0, 0, 0, 0];
  let sum = 0;
  series.forEach((y, t) => {
    if (t > 0) {
      const before = series[t - 1] - mu;
      const direct = [-2 * alpha1 * before, 1, before * before, variance];
      for (let index = 0; index < 4; index++) slopes[index] = direct[index] + beta1 * slopes[index];
      variance = alpha0 + alpha1 * before * before + beta1 * variance;
    }
    const error = y - mu;
    sum -= 0.5 * log(variance) + (0.5 * error * error) / variance;
    const byVariance = (0.5 * ((error * error) / variance - 1)) / variance;
    for (let index = 0; index < 4; index++) byNatural[index] += byVariance * slopes[index];
    byNatural[0] += error / variance;
  });
  return { sum, byNatural };
}

function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** An explosive recursion has density 0, which a sampler must hear as −Infinity and never as NaN. */
function finite(logDensity: number, gradient: Float64Array): number {
  if (Number.isFinite(logDensity) && gradient.every(Number.isFinite)) return logDensity;
  gradient.fill(0);
  return Number.NEGATIVE_INFINITY;
}
