/** Geometric carryover without a last lag: every past week still works a little. */

/**
 * Spend as it works in each week: the share 1 − retention of it now, and retention of what was carried before.
 *
 * This is what "infinite" means in our model: a spend that has been constant for ever is its own carried series.
 *
 * @param spend - [week] at least 0; weeks before the first count as 0.
 * @param retention - share of a week's effect that is left one week later, in [0, 1).
 * @returns [week] in the unit of spend: (1 − retention) · Σ retention^lag · spend[week − lag], all lags; e.g. spend
 *   4, 0, 0 with retention ½ gives 2, 1, ½.
 * @throws RangeError when retention is outside [0, 1).
 * Source: LightweightMMM `adstock` with `normalise=True` (peers.md §4.5).
 */
export function infiniteAdstock(spend: Float64Array, retention: number): Float64Array {
  assertRetention(retention);
  return recursion(spend, retention, 1 - retention);
}

/**
 * The same without the factor 1 − retention: a week counts in full when it is spent, and goes on counting.
 *
 * @param spend - [week] at least 0; weeks before the first count as 0.
 * @param retention - in [0, 1).
 * @returns [week] in the unit of spend: Σ retention^lag · spend[week − lag]; e.g. spend 4, 0, 0 with ½ gives 4, 2, 1.
 * @throws RangeError when retention is outside [0, 1).
 * Source: Robyn `adstock_geometric` (peers.md §4.3).
 */
export function rawInfiniteAdstock(spend: Float64Array, retention: number): Float64Array {
  assertRetention(retention);
  return recursion(spend, retention, 1);
}

function recursion(spend: Float64Array, retention: number, now: number): Float64Array {
  const carried = new Float64Array(spend.length);
  let before = 0;
  for (let week = 0; week < spend.length; week++) {
    before = now * spend[week] + retention * before;
    carried[week] = before;
  }
  return carried;
}

function assertRetention(retention: number): void {
  if (!(retention >= 0 && retention < 1))
    throw new RangeError(`retention must be in [0, 1), not ${retention}`);
}
