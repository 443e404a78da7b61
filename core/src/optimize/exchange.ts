/** Improves a feasible split by moving money between two curves at a time. */

/** A curve between the spends it may have. */
export interface BoundedCurve {
  readonly least: number;
  readonly most: number;
  readonly valueAt: (spend: number) => number;
}

/** The first step is this share of the widest range, the last one this share: below it, nothing a cell shows. */
const FIRST_STEP = 0.25;
const LAST_STEP = 1e-9;

/**
 * A split that no transfer between two curves improves.
 *
 * @param curves - [curve]
 * @param start - [curve] spends within bounds.
 * @returns [curve] spends with the same total; value never below the start's.
 */
export function exchange(curves: readonly BoundedCurve[], start: readonly number[]): number[] {
  const spends = start.map((spend, curve) =>
    Math.min(curves[curve].most, Math.max(curves[curve].least, spend)),
  );
  const widest = Math.max(...curves.map((curve) => curve.most - curve.least));
  const values = spends.map((spend, curve) => curves[curve].valueAt(spend));
  let step = FIRST_STEP * widest;
  while (step > LAST_STEP * widest) {
    if (!transferOnce(curves, spends, values, step)) step /= 2;
  }
  return spends;
}

/** Tries every ordered pair with one step; true when some transfer paid. */
function transferOnce(
  curves: readonly BoundedCurve[],
  spends: number[],
  values: number[],
  step: number,
): boolean {
  let improved = false;
  for (let giver = 0; giver < curves.length; giver++) {
    for (let taker = 0; taker < curves.length; taker++) {
      const amount = Math.min(step, spends[giver] - curves[giver].least, curves[taker].most - spends[taker]);
      if (giver === taker || amount <= 0) continue;
      const without = curves[giver].valueAt(spends[giver] - amount);
      const withMore = curves[taker].valueAt(spends[taker] + amount);
      if (!isWorth(without + withMore, values[giver] + values[taker])) continue;
      spends[giver] -= amount;
      spends[taker] += amount;
      values[giver] = without;
      values[taker] = withMore;
      improved = true;
    }
  }
  return improved;
}

/** A gain below rounding would let two curves pass the same money back and forth for ever. */
const WORTHWHILE = 1e-14;

function isWorth(after: number, before: number): boolean {
  return after - before > WORTHWHILE * Math.abs(before);
}
