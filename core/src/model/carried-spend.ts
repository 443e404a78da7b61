/** Spend as it works week by week, whatever the kind of carryover and whatever came before the window. */

import type { Adstock } from "./media-mix-model.ts";
import { geometricAdstock, geometricWeights } from "./transforms/geometric-adstock.ts";
import { infiniteAdstock } from "./transforms/infinite-adstock.ts";

/**
 * Carried spend.
 *
 * @param adstock - kind of carryover.
 * @param spend - [week] at least 0.
 * @param carryIn - [week before the first] oldest first, in the same unit.
 * @param retention - in [0, 1]; not looked at without carryover.
 * @returns [week] in the unit of spend; e.g. geometric over lags 0 and 1 at retention ½, spend 3 after 6: (3 + ½ · 6) / 1.5 = 4.
 */
export function carriedSpend(
  adstock: Adstock,
  spend: Float64Array,
  carryIn: Float64Array,
  retention: number,
): Float64Array {
  if (adstock.kind === "none") return spend.slice();
  const all = new Float64Array(carryIn.length + spend.length);
  all.set(carryIn);
  all.set(spend, carryIn.length);
  const carried =
    adstock.kind === "geometric" ? geometricAdstock(all, retention, adstock.maxLag) : endless(all, retention);
  return carried.subarray(carryIn.length);
}

/** A draw's retention may round to 1, where an endless carryover has no weights. */
const BELOW_ONE = 1 - Number.EPSILON / 2;

function endless(spend: Float64Array, retention: number): Float64Array {
  return infiniteAdstock(spend, Math.min(retention, BELOW_ONE));
}

/** Weeks after which a week's effect counts as over, where it never is: two years. */
const LONGEST = 104;

/**
 * The shares of a week's effect that land 0, 1, 2 … weeks later.
 *
 * @param retention - in [0, 1].
 * @returns [lag] summing to 1, or to 1 − retention^104 where the carryover is endless; e.g. ⅔, ⅓ for geometric over lags
 *   0 and 1 at retention ½.
 */
export function landingShares(adstock: Adstock, retention: number): Float64Array {
  if (adstock.kind === "none") return Float64Array.of(1);
  if (adstock.kind === "geometric") return geometricWeights(retention, adstock.maxLag);
  const shares = new Float64Array(LONGEST);
  shares[0] = 1;
  return endless(shares, retention);
}
