/** posteriordb's Gaussian process: y ~ N(0, α² exp(−(x_i − x_j)² / 2ρ²) + σ I), where σ stands as a variance. */

import type { Target } from "@mmm/core/sample/target.ts";
import { numbers, type PosteriorFile } from "./posteriordb.ts";

// taken out of the loops: a test sandbox makes every look at the global Math slow
const { exp, log } = Math;

/** Coordinates log ρ, log α, log σ; ρ ~ Gamma(25, 4), α ~ half-N(0, 2), σ ~ half-N(0, 1). */
export function gaussianProcess(file: PosteriorFile): Target {
  const inputs = numbers(file, "x");
  const outcome = numbers(file, "y");
  const squares = inputs.map((a) => inputs.map((b) => (a - b) ** 2));
  return {
    dimension: 3,
    start: { mean: Float64Array.of(log(6), 0.5, 0), sd: Float64Array.of(0.2, 0.5, 0.5) },
    quantities: ["rho", "alpha", "sigma"],
    logDensity(position, gradient) {
      const [rho, alpha, sigma] = position.map(exp);
      const smooth = squares.map((row) => row.map((square) => alpha ** 2 * exp(-square / (2 * rho ** 2))));
      const likelihood = processLikelihood(smooth, sigma, outcome);
      // each prior with the Jacobian of its logarithm
      gradient[0] = 25 - 4 * rho;
      gradient[1] = 1 - alpha ** 2 / 4;
      gradient[2] = 1 - sigma ** 2;
      likelihood.byCovariance.forEach((row, i) => {
        row.forEach((slope, j) => {
          gradient[0] += (slope * smooth[i][j] * squares[i][j]) / rho ** 2;
          gradient[1] += 2 * slope * smooth[i][j];
        });
        gradient[2] += row[i] * sigma;
      });
      const prior = 25 * position[0] - 4 * rho - alpha ** 2 / 8 + position[1] - sigma ** 2 / 2 + position[2];
      return prior + likelihood.sum;
    },
    record(position, _random, out) {
      position.forEach((logarithm, index) => {
        out[index] = exp(logarithm);
      });
    },
  };
}

/** log N(y | 0, K) and its slopes by the entries of K: ½ (K⁻¹ y yᵀ K⁻¹ − K⁻¹). */
function processLikelihood(
  smooth: readonly (readonly number[])[],
  noise: number,
  outcome: readonly number[],
): { sum: number; byCovariance: number[][] } {
  const covariance = smooth.map((row, i) => row.map((value, j) => value + (i === j ? noise : 0)));
  const { inverse, logDeterminant } = invert(covariance);
  const solved = inverse.map((row) => row.reduce((sum, entry, j) => sum + entry * outcome[j], 0));
  const square = solved.reduce((sum, value, i) => sum + value * outcome[i], 0);
  const byCovariance = inverse.map((row, i) => row.map((entry, j) => 0.5 * (solved[i] * solved[j] - entry)));
  return { sum: -0.5 * (logDeterminant + square), byCovariance };
}

/** Gauss–Jordan in place; a positive definite matrix needs no pivoting, and its pivots multiply to its determinant. */
function invert(matrix: number[][]): { inverse: number[][]; logDeterminant: number } {
  let logDeterminant = 0;
  matrix.forEach((pivotRow, k) => {
    const pivot = pivotRow[k];
    logDeterminant += log(pivot);
    pivotRow[k] = 1;
    for (let j = 0; j < pivotRow.length; j++) pivotRow[j] /= pivot;
    matrix.forEach((row, i) => {
      if (i === k) return;
      const factor = row[k];
      row[k] = 0;
      for (let j = 0; j < row.length; j++) row[j] -= factor * pivotRow[j];
    });
  });
  return { inverse: matrix, logDeterminant };
}
