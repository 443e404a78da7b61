/** The metric from draws and gradients: variance = sd(draw) / sd(gradient), coordinate by coordinate. */

import type { Metric } from "./metric.ts";

/** Outside this a variance is a sign of too few draws, not of the target (nuts-rs 0.18). */
const SMALLEST_VARIANCE = 1e-20;
const LARGEST_VARIANCE = 1e20;
const FEWEST_DRAWS = 3;

export interface MetricAdaptation {
  /** Takes in one draw and its gradient, both [dimension]. */
  observe(position: Float64Array, gradient: Float64Array): void;
  /** Drops every draw that came before the last call of this. */
  forgetOlder(): void;
  /** Writes the estimate, if there are draws enough; tells whether it did. */
  writeTo(metric: Metric): boolean;
}

/**
 * An estimate that learns from every draw and can forget the older ones without starting from nothing.
 *
 * Two windows run side by side; the older answers, the newer grows, and forgetting makes the newer the older.
 *
 * @param dimension - number of coordinates.
 * @returns e.g. on N(0, σ²) the gradient is −x / σ², so sd(draw) / sd(gradient) is σ² whatever the draws.
 * Source: Seyboldt, Carlson & Carpenter (2024), "Preconditioning Hamiltonian Monte Carlo by minimizing Fisher divergence".
 */
export function adaptMetric(dimension: number): MetricAdaptation {
  let older = createSpread(dimension);
  let newer = createSpread(dimension);
  return {
    observe(position, gradient) {
      addTo(older, position, gradient);
      addTo(newer, position, gradient);
    },
    forgetOlder() {
      [older, newer] = [newer, older];
      clear(newer);
    },
    writeTo(metric) {
      if (older.count < FEWEST_DRAWS) return false;
      for (let index = 0; index < dimension; index++) {
        const variance = Math.sqrt(older.positionSquares[index] / older.gradientSquares[index]);
        if (variance > SMALLEST_VARIANCE && variance < LARGEST_VARIANCE) metric.variance[index] = variance;
      }
      return true;
    },
  };
}

/** Running means and sums of squared deviations (Welford 1962), so that large offsets lose no digits. */
interface Spread {
  count: number;
  readonly positionMean: Float64Array;
  readonly positionSquares: Float64Array;
  readonly gradientMean: Float64Array;
  readonly gradientSquares: Float64Array;
}

function createSpread(dimension: number): Spread {
  return {
    count: 0,
    positionMean: new Float64Array(dimension),
    positionSquares: new Float64Array(dimension),
    gradientMean: new Float64Array(dimension),
    gradientSquares: new Float64Array(dimension),
  };
}

function addTo(spread: Spread, position: Float64Array, gradient: Float64Array): void {
  spread.count += 1;
  accumulate(position, spread.count, spread.positionMean, spread.positionSquares);
  accumulate(gradient, spread.count, spread.gradientMean, spread.gradientSquares);
}

function accumulate(values: Float64Array, count: number, mean: Float64Array, squares: Float64Array): void {
  for (let dimension = 0; dimension < values.length; dimension++) {
    const deviation = values[dimension] - mean[dimension];
    mean[dimension] += deviation / count;
    squares[dimension] += deviation * (values[dimension] - mean[dimension]);
  }
}

function clear(spread: Spread): void {
  spread.count = 0;
  spread.positionMean.fill(0);
  spread.positionSquares.fill(0);
  spread.gradientMean.fill(0);
  spread.gradientSquares.fill(0);
}
