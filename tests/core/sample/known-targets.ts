/** Targets whose moments are known exactly. */

import type { Target } from "@mmm/core/sample/target.ts";

/** A target that records functions of its position, with their true means. */
export interface KnownTarget extends Target {
  readonly truths: readonly number[];
}

interface Ingredients {
  readonly dimension: number;
  readonly logDensity: Target["logDensity"];
  /** Name, function of the position, true mean. */
  readonly moments: ReadonlyArray<readonly [string, (x: Float64Array) => number, number]>;
}

export function knownTarget({ dimension, logDensity, moments }: Ingredients): KnownTarget {
  return {
    dimension,
    logDensity,
    start: { mean: new Float64Array(dimension), sd: new Float64Array(dimension).fill(1) },
    quantities: moments.map(([name]) => name),
    truths: moments.map(([, , truth]) => truth),
    record(position, _random, out) {
      moments.forEach(([, moment], index) => {
        out[index] = moment(position);
      });
    },
  };
}

/** Two coordinates with correlation 0.9 and standard deviations 0.1 and 10, and a third alone. */
export const CORRELATED_NORMAL = knownTarget({
  dimension: 3,
  logDensity(x, gradient) {
    const a = x[0] / 0.1;
    const b = x[1] / 10;
    const precision = 1 / (1 - 0.9 ** 2);
    gradient[0] = (-precision * (a - 0.9 * b)) / 0.1;
    gradient[1] = (-precision * (b - 0.9 * a)) / 10;
    gradient[2] = 2 - x[2];
    return -0.5 * precision * (a * a - 1.8 * a * b + b * b) - 0.5 * (x[2] - 2) ** 2;
  },
  moments: [
    ["a", (x) => x[0], 0],
    ["b", (x) => x[1], 0],
    ["a²", (x) => x[0] ** 2, 0.01],
    ["b²", (x) => x[1] ** 2, 100],
    ["ab", (x) => x[0] * x[1], 0.9],
    ["c", (x) => x[2], 2],
    ["c²", (x) => x[2] ** 2, 5],
  ],
});

/** Logarithm of an exponential: skewed, so that a reversed sign shows. Mean −γ, variance π²/6. */
export const LOG_EXPONENTIAL = knownTarget({
  dimension: 2,
  logDensity(x, gradient) {
    let sum = 0;
    for (let dimension = 0; dimension < 2; dimension++) {
      const exponential = Math.exp(x[dimension]);
      gradient[dimension] = 1 - exponential;
      sum += x[dimension] - exponential;
    }
    return sum;
  },
  moments: [
    ["x", (x) => x[0], -0.5772156649015329],
    ["x²", (x) => x[0] ** 2, Math.PI ** 2 / 6 + 0.5772156649015329 ** 2],
    ["e^x", (x) => Math.exp(x[1]), 1],
    ["xy", (x) => x[0] * x[1], 0.5772156649015329 ** 2],
  ],
});

/** x ~ N(0, 1), y | x ~ N(x², 1): a bend that no metric straightens. */
export const BANANA = knownTarget({
  dimension: 2,
  logDensity(x, gradient) {
    const bend = x[1] - x[0] ** 2;
    gradient[0] = -x[0] + 2 * x[0] * bend;
    gradient[1] = -bend;
    return -0.5 * x[0] ** 2 - 0.5 * bend ** 2;
  },
  moments: [
    ["x", (x) => x[0], 0],
    ["y", (x) => x[1], 1],
    ["y²", (x) => x[1] ** 2, 4], // variance 1 + Var x² = 3, mean 1
    ["x²y", (x) => x[0] ** 2 * x[1], 3], // E x⁴
  ],
});

/** v ~ N(0, 1), x | v ~ N(0, e^v): a mild funnel. */
export const FUNNEL = knownTarget({
  dimension: 2,
  logDensity(x, gradient) {
    const precision = Math.exp(-x[0]);
    gradient[0] = -x[0] - 0.5 + 0.5 * x[1] ** 2 * precision;
    gradient[1] = -x[1] * precision;
    return -0.5 * x[0] ** 2 - 0.5 * x[0] - 0.5 * x[1] ** 2 * precision;
  },
  moments: [
    ["v", (x) => x[0], 0],
    ["v²", (x) => x[0] ** 2, 1],
    ["|x|", (x) => Math.abs(x[1]), Math.sqrt(2 / Math.PI) * Math.exp(1 / 8)], // E e^{v/2} = e^{1/8}
  ],
});
