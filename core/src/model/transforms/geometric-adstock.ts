/** Geometric carryover: this week's spend goes on working in the weeks after it. */

/**
 * Spend as it works in each week: the normalized geometric mean of this week's spend and that of the weeks before.
 *
 * @param spend - [week] at least 0; weeks before the first count as 0.
 * @param retention - share of a week's effect that is left one week later, in [0, 1].
 * @param maxLag - the last lag that still works: 12 for 13 weights.
 * @returns [week] in the unit of spend: Σ retention^lag · spend[week − lag] / Σ retention^lag, lag = 0 … maxLag;
 *   e.g. spend 3, 0 with retention ½ and maxLag 1 gives 2, 1.
 * @throws RangeError when retention is outside [0, 1] or maxLag is no whole number ≥ 0.
 * Source: Jin et al. (2017), "Bayesian Methods for Media Mix Modeling", eq. 1 with geometric weights; decisions §2.
 */
export function geometricAdstock(spend: Float64Array, retention: number, maxLag: number): Float64Array {
  const weights = geometricWeights(retention, maxLag);
  const carried = new Float64Array(spend.length);
  for (let week = 0; week < spend.length; week++) {
    let sum = 0;
    for (let lag = Math.min(maxLag, week); lag >= 0; lag--) sum += weights[lag] * spend[week - lag];
    carried[week] = sum;
  }
  return carried;
}

/**
 * The shares of a week's effect that land 0 … maxLag weeks later.
 *
 * @param retention - in [0, 1].
 * @param maxLag - whole number, at least 0.
 * @returns [lag] summing to 1; e.g. retention ½ and maxLag 2 give 4/7, 2/7, 1/7.
 */
export function geometricWeights(retention: number, maxLag: number): Float64Array {
  const weights = rawGeometricWeights(retention, maxLag);
  let total = 0;
  for (let lag = 0; lag <= maxLag; lag++) total += weights[lag];
  for (let lag = 0; lag <= maxLag; lag++) weights[lag] /= total;
  return weights;
}

/**
 * What is left of a week's effect 0 … maxLag weeks later, as a share of its first week.
 *
 * @param retention - in [0, 1].
 * @param maxLag - whole number, at least 0.
 * @returns [lag] retention^lag, not normalized; e.g. retention ½ and maxLag 2 give 1, ½, ¼.
 * @throws RangeError as `geometricAdstock`.
 * Source: Meridian `compute_decay_weights`, PyMC-Marketing `geometric_adstock`, both with `normalize=False`.
 */
export function rawGeometricWeights(retention: number, maxLag: number): Float64Array {
  if (!(retention >= 0 && retention <= 1))
    throw new RangeError(`retention must be in [0, 1], not ${retention}`);
  if (!Number.isInteger(maxLag) || maxLag < 0)
    throw new RangeError(`maxLag must be a whole number of at least 0, not ${maxLag}`);
  const weights = new Float64Array(maxLag + 1);
  let weight = 1;
  for (let lag = 0; lag <= maxLag; lag++) {
    weights[lag] = weight;
    weight *= retention;
  }
  return weights;
}
