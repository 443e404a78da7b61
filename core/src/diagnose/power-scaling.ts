/** Whether a figure hangs on the prior: what happens to it when the prior, or the data, count a little more or less. */

import { exp, log, log1p } from "../numerics/elementary.ts";
import { smoothWeights } from "../numerics/pareto-smoothing.ts";

/** How fast a figure's distribution moves per doubling of a component's weight. */
export interface PowerSensitivity {
  /** Cumulative Jensen–Shannon distance per doubling, at least 0. */
  readonly sensitivity: number;
  /** Larger k-hat of the two reweightings. */
  readonly khat: number;
  /** Sign of the move of the mean when the component counts more: −1, 0 or 1. */
  readonly direction: number;
}

/** Powers 1 / 1.01 and 1.01: near enough for a slope, far enough to exceed rounding (Kallioinen et al. 2024, §2.3). */
const STEP = 0.01;

/**
 * Sensitivity of a figure to the power-scaling of one component of the posterior.
 *
 * @param values - [draw] of the figure, not all equal.
 * @param logComponent - [draw] log prior or log likelihood, up to a constant.
 * @returns (D(1.01) + D(1/1.01)) / (2 log₂ 1.01), D the distance between the draws and the reweighted draws; 0 for a
 *   component that says the same of every draw.
 * Source: Kallioinen, Paananen, Bürkner & Vehtari (2024), "Detecting and diagnosing prior and likelihood sensitivity with
 * power-scaling", Statistics and Computing 34, equations 5–7.
 */
export function powerSensitivity(values: Float64Array, logComponent: Float64Array): PowerSensitivity {
  const order = Uint32Array.from(values, (_, draw) => draw).sort((one, other) => values[one] - values[other]);
  const powers = [1 / (1 + STEP) - 1, STEP];
  const moved = powers.map((power) => {
    // thinned draws of a converged fit are nearly independent: relative efficiency 1
    const { logWeights, khat } = smoothWeights(
      logComponent.map((value) => power * value),
      1,
    );
    const weights = logWeights.map(exp);
    return { distance: cumulativeDistance(values, order, weights), khat, weights };
  });
  const [less, more] = moved;
  const doubling = log1p(STEP) / Math.LN2;
  return {
    sensitivity: (less.distance + more.distance) / (2 * doubling),
    // equal ratios have no tail to fit, and nothing to be unsure of
    khat: isFlat(logComponent) ? 0 : Math.max(less.khat, more.khat),
    direction: Math.sign(weightedMean(values, more.weights) - weightedMean(values, less.weights)),
  };
}

/**
 * Cumulative Jensen–Shannon distance between draws and the same draws reweighted.
 *
 * @param values - [draw].
 * @param order - [place] draws by rising value.
 * @param weights - [draw] at least 0, summing to 1.
 * @returns in [0, 1]: √(∫ (P log₂ P/M + Q log₂ Q/M) / ∫ (P + Q)), P and Q the distribution functions, M their mean; the
 *   larger of that and the same for the negated draws, so that neither end counts more; e.g. for values 0 and 1 with
 *   weights ¾ and ¼, from above: P = ½, Q = ¼, M = ⅜: √((½ log₂ 4/3 + ¼ log₂ ⅔) / ¾) = 0.2858.
 * Source: Nguyen & Vreeken (2015); Kallioinen et al. (2024), equation 7.
 */
export function cumulativeDistance(values: Float64Array, order: Uint32Array, weights: Float64Array): number {
  let below = 0;
  let [divergenceBelow, boundBelow, divergenceAbove, boundAbove] = [0, 0, 0, 0];
  for (let place = 0; place + 1 < order.length; place++) {
    below += weights[order[place]];
    const width = values[order[place + 1]] - values[order[place]];
    const plain = (place + 1) / order.length;
    divergenceBelow += width * divergence(plain, below);
    boundBelow += width * (plain + below);
    divergenceAbove += width * divergence(1 - plain, Math.max(0, 1 - below));
    boundAbove += width * (1 - plain + Math.max(0, 1 - below));
  }
  const [fromBelow, fromAbove] = [divergenceBelow / boundBelow, divergenceAbove / boundAbove];
  return Math.sqrt(Math.max(0, fromBelow, fromAbove));
}

/** P log₂ P/M + Q log₂ Q/M, with 0 log 0 = 0. */
function divergence(p: number, q: number): number {
  const middle = 0.5 * (p + q);
  const part = (share: number): number => (share > 0 ? share * log(share / middle) : 0);
  return (part(p) + part(q)) / Math.LN2;
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  return values.reduce((sum, value, draw) => sum + weights[draw] * value, 0);
}

function isFlat(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}
