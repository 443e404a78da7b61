/** y ~ N(X b, σ) as a target, with the gradient derived by hand: four posteriordb models are of this form. */

import type { Target } from "@mmm/core/sample/target.ts";

export interface RegressionModel {
  readonly outcome: readonly number[];
  /** [row][coefficient] */
  readonly design: ReadonlyArray<readonly number[]>;
  /** Coefficient ~ N(mean, sd), independently; sd Infinity is flat. */
  readonly prior: ReadonlyArray<{ readonly mean: number; readonly sd: number }>;
  /** log prior of σ, up to a constant, and its derivative by log σ. */
  readonly sigmaPrior: (sigma: number) => { readonly log: number; readonly slope: number };
  readonly start: { readonly mean: readonly number[]; readonly sd: readonly number[] };
  readonly names: readonly string[];
}

/** Flat on σ > 0. */
export function flatSigma(): { log: number; slope: number } {
  return { log: 0, slope: 0 };
}

/** Half-Cauchy(0, scale): −log(1 + (σ/scale)²). */
export function halfCauchySigma(scale: number): RegressionModel["sigmaPrior"] {
  return (sigma) => {
    const square = (sigma / scale) ** 2;
    return { log: -Math.log1p(square), slope: (-2 * square) / (1 + square) };
  };
}

/** Half-normal(0, scale): −½ (σ/scale)². */
export function halfNormalSigma(scale: number): RegressionModel["sigmaPrior"] {
  return (sigma) => ({ log: -0.5 * (sigma / scale) ** 2, slope: -((sigma / scale) ** 2) });
}

/** Coordinates: the coefficients and log σ, whose Jacobian adds log σ. Recorded: the coefficients and σ. */
export function regressionTarget(model: RegressionModel): Target {
  const { outcome, design, prior } = model;
  const width = prior.length;
  return {
    dimension: width + 1,
    start: { mean: Float64Array.from(model.start.mean), sd: Float64Array.from(model.start.sd) },
    quantities: model.names,
    logDensity(position, gradient) {
      const logSigma = position[width];
      const sigma = Math.exp(logSigma);
      const ofSigma = model.sigmaPrior(sigma);
      let sum = ofSigma.log + logSigma - outcome.length * logSigma;
      let squares = 0;
      prior.forEach(({ mean, sd }, index) => {
        const z = (position[index] - mean) / sd;
        gradient[index] = -z / sd;
        sum -= 0.5 * z * z;
      });
      outcome.forEach((y, row) => {
        const x = design[row];
        let residual = y;
        for (let index = 0; index < width; index++) residual -= x[index] * position[index];
        squares += residual * residual;
        for (let index = 0; index < width; index++) gradient[index] += (x[index] * residual) / sigma ** 2;
      });
      gradient[width] = ofSigma.slope + 1 - outcome.length + squares / sigma ** 2;
      return sum - (0.5 * squares) / sigma ** 2;
    },
    record(position, _random, out) {
      out.set(position);
      out[width] = Math.exp(position[width]);
    },
  };
}
