/** What simulated spend brings: carryover, then saturation, written apart from the model on purpose (decisions §11). */

/** Weeks over which an effect is spread, the spending week included (decisions §2). */
const CARRYOVER_WEEKS = 13;

export interface EffectCurve {
  readonly retention: number;
  /** Currency per week on the carried series. */
  readonly halfSaturation: number;
  readonly slope: number;
}

/**
 * Share of a channel's ceiling that is reached in each week.
 *
 * @param spend - [week] currency.
 * @param curve - truth of the channel.
 * @returns [week] in [0, 1]; e.g. a lone week at the half-saturation with retention 0 gives ½.
 */
export function reachedShare(spend: Float64Array, curve: EffectCurve): Float64Array {
  let norm = 0;
  for (let lag = 0; lag < CARRYOVER_WEEKS; lag++) norm += curve.retention ** lag;
  const reached = new Float64Array(spend.length);
  for (let week = 0; week < spend.length; week++) {
    let carried = 0;
    for (let lag = 0; lag < CARRYOVER_WEEKS && lag <= week; lag++)
      carried += curve.retention ** lag * spend[week - lag];
    const ratio = carried / norm / curve.halfSaturation;
    reached[week] = ratio > 0 ? 1 / (1 + ratio ** -curve.slope) : 0;
  }
  return reached;
}
