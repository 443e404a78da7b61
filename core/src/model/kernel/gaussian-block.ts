/** The linear block (intercept, trend, seasons, controls, events), integrated out of the likelihood exactly. */

import { log } from "../../numerics/elementary.ts";
import type { Random } from "../../numerics/random.ts";
import { symmetricEigen } from "../../numerics/symmetric-eigen.ts";
import type { ModelColumn } from "../media-mix-model.ts";

/** An eigenvalue below this share of the largest is rounding error: the direction moves no week. */
const NO_DIRECTION = 1e-13;

/**
 * The columns Z with coefficients gamma ~ N(m, V) in the directions that the data can tell apart:
 * Z V^½ = U S Rᵀ.
 */
export interface GaussianBlock {
  readonly weeks: number;
  /** As many directions as columns. */
  readonly directions: number;
  /** [week] Z m: what the columns are expected to bring before any data. */
  readonly expected: Float64Array;
  /** [direction][week] U, orthonormal rows; a row of 0 where the direction moves nothing. */
  readonly basis: Float64Array;
  /** [direction] s, descending. */
  readonly spread: Float64Array;
  /** [column][direction] V^½ R. */
  readonly toCoefficients: Float64Array;
  /** [column] m. */
  readonly priorMean: Float64Array;
}

/** Where `marginalLikelihood` writes besides the gradient by week. */
export interface MarginalOutput {
  /** [week] gradient of the log likelihood by the expected KPI. */
  readonly byWeek: Float64Array;
  /** [direction] Uᵀ r. */
  readonly projections: Float64Array;
  /** [1] gradient by log sigma. */
  readonly byLogSigma: Float64Array;
}

/**
 * Prepares the block, once per model.
 *
 * @param columns - at least one.
 * @param weeks - fitted weeks; later ones are not looked at.
 * Source: sampler.md §3; eigenvectors of V^½ ZᵀZ V^½ are R, eigenvalues s².
 */
export function gaussianBlock(columns: readonly ModelColumn[], weeks: number): GaussianBlock {
  const size = columns.length;
  const scaled = columns.map((column) =>
    column.values.subarray(0, weeks).map((value) => value * column.priorSd),
  );
  const { values, vectors } = symmetricEigen(gram(scaled), size);
  const spread = values.map((value) => (value > NO_DIRECTION * values[0] ? Math.sqrt(value) : 0));
  const basis = new Float64Array(size * weeks);
  const toCoefficients = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    for (let direction = 0; direction < size; direction++) {
      const rotation = vectors[column * size + direction];
      toCoefficients[column * size + direction] = columns[column].priorSd * rotation;
      if (spread[direction] === 0) continue;
      const factor = rotation / spread[direction];
      for (let week = 0; week < weeks; week++)
        basis[direction * weeks + week] += factor * scaled[column][week];
    }
  }
  return {
    weeks,
    directions: size,
    expected: expectedByPrior(columns, weeks),
    basis,
    spread,
    toCoefficients,
    priorMean: Float64Array.from(columns, (column) => column.priorMean),
  };
}

/** Room for the results of a block. */
export function marginalOutput(block: GaussianBlock): MarginalOutput {
  return {
    byWeek: new Float64Array(block.weeks),
    projections: new Float64Array(block.directions),
    byLogSigma: new Float64Array(1),
  };
}

/**
 * log N(residual; 0, σ² I + Z V Zᵀ) without the constant −½ T log 2π, and its gradients.
 *
 * @param block - prepared columns.
 * @param residual - [week] KPI less media less `block.expected`.
 * @param sigma - above 0.
 * @param logSigma - its logarithm.
 * @param out - overwritten.
 * @returns −T log σ − ½ Σ log(1 + s²/σ²) − ½ (rᵀr/σ² + Σ c z²) with c = 1/(σ² + s²) − 1/σ² (sampler.md §3).
 */
export function marginalLikelihood(
  block: GaussianBlock,
  residual: Float64Array,
  sigma: number,
  logSigma: number,
  out: MarginalOutput,
): number {
  const { weeks, directions, basis, spread } = block;
  const { byWeek, projections } = out;
  const variance = sigma * sigma;
  const precision = 1 / variance;
  let square = 0;
  for (let week = 0; week < weeks; week++) {
    const r = residual[week];
    square += r * r;
    byWeek[week] = r * precision;
  }
  let logLikelihood = -weeks * logSigma - 0.5 * square * precision;
  let byLogSigma = square * precision - weeks;
  for (let direction = 0; direction < directions; direction++) {
    const start = direction * weeks;
    let z = 0;
    for (let week = 0; week < weeks; week++) z += basis[start + week] * residual[week];
    projections[direction] = z;
    const strength = spread[direction] * spread[direction];
    const total = variance + strength;
    // −s² / (σ² (σ² + s²)): the difference of the two reciprocals without their cancellation
    const correction = -(strength * precision) / total;
    logLikelihood -= 0.5 * (log(1 + strength * precision) + correction * z * z);
    byLogSigma += strength / total + z * z * correction * (1 + variance / total);
    const step = correction * z;
    for (let week = 0; week < weeks; week++) byWeek[week] += step * basis[start + week];
  }
  out.byLogSigma[0] = byLogSigma;
  return logLikelihood;
}

/**
 * Draws the coefficients from their conditional distribution given the media and the noise.
 *
 * @param block - prepared columns.
 * @param projections - [direction] Uᵀ r.
 * @param sigma - above 0.
 * @param random - source of randomness: one normal per direction.
 * @param coefficients - [column] overwritten: m + V^½ R w, w ~ N(s z / (σ² + s²), σ² / (σ² + s²)).
 */
export function drawCoefficients(
  block: GaussianBlock,
  projections: Float64Array,
  sigma: number,
  random: Random,
  coefficients: Float64Array,
): void {
  const { directions, spread, toCoefficients, priorMean } = block;
  const variance = sigma * sigma;
  coefficients.set(priorMean);
  for (let direction = 0; direction < directions; direction++) {
    const s = spread[direction];
    const total = variance + s * s;
    const w = (s * projections[direction]) / total + Math.sqrt(variance / total) * random.normal();
    for (let column = 0; column < directions; column++)
      coefficients[column] += toCoefficients[column * directions + direction] * w;
  }
}

function gram(scaled: readonly Float64Array[]): Float64Array {
  const size = scaled.length;
  const products = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const product = scaled[row].reduce((sum, value, week) => sum + value * scaled[column][week], 0);
      products[row * size + column] = product;
      products[column * size + row] = product;
    }
  }
  return products;
}

function expectedByPrior(columns: readonly ModelColumn[], weeks: number): Float64Array {
  const expected = new Float64Array(weeks);
  for (const { values, priorMean } of columns) {
    for (let week = 0; week < weeks; week++) expected[week] += priorMean * values[week];
  }
  return expected;
}
