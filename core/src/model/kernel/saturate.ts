/** The hot path's saturation: the Hill curve of a carried series and what its gradient needs. */

import { tableExp, tableLog } from "../../numerics/table-elementary.ts";

/** Below this share of the largest week a carried spend counts as none: the recursion leaves rounding errors there. */
const NOTHING = 1e-10;

/** The curve is at its end to the last bit long before; the clamp keeps products with 1 + e^x inside the doubles. */
const FLAT = 690;

/** One channel's series, [week] each. */
export interface ChannelSeries {
  readonly spend: Float64Array;
  readonly carried: Float64Array;
  /** Derivative of `carried` by retention. */
  readonly carriedSlope: Float64Array;
  /** h: share of the ceiling that is reached. */
  readonly reached: Float64Array;
  /** h (1 − h): how h answers to slope · log(exposure / halfSaturation). */
  readonly answer: Float64Array;
  /** `answer` · log(exposure / halfSaturation). */
  readonly bend: Float64Array;
  /** `answer` · d log(exposure) / d retention. */
  readonly drag: Float64Array;
}

/** Where `saturate` writes the sums of reached, answer, bend and drag. */
export const REACHED = 0;
export const ANSWER = 1;
export const BEND = 2;
export const DRAG = 3;

/**
 * Room for one channel.
 *
 * @param spend - [week] scaled spend of the fitted weeks; kept by reference.
 */
export function channelSeries(spend: Float64Array): ChannelSeries {
  const series = (): Float64Array => new Float64Array(spend.length);
  return {
    spend,
    carried: series(),
    carriedSlope: series(),
    reached: series(),
    answer: series(),
    bend: series(),
    drag: series(),
  };
}

/**
 * Fills reached, answer, bend and drag of a channel whose carried spend is there, and their sums over the weeks.
 *
 * @param series - of the channel.
 * @param halfPoint - half-saturation times the carryover's norm, so that `carried` needs no division; above 0.
 * @param slope - Hill slope, above 0.
 * @param normDrag - d log(norm) / d retention.
 * @param sums - [4] overwritten.
 */
export function saturate(
  series: ChannelSeries,
  halfPoint: number,
  slope: number,
  normDrag: number,
  sums: Float64Array,
): void {
  const { carried, carriedSlope, reached, answer, bend, drag } = series;
  const weeks = carried.length;
  const inverseHalfPoint = 1 / halfPoint;
  let reachedSum = 0;
  let answerSum = 0;
  let bendSum = 0;
  let dragSum = 0;
  for (let week = 0; week < weeks; week++) {
    const exposure = carried[week];
    let h = 0;
    let w = 0;
    let distance = 0;
    let pull = 0;
    if (exposure > NOTHING) {
      distance = tableLog(exposure * inverseHalfPoint);
      const logOdds = slope * distance;
      const inverse = 1 + tableExp(logOdds > FLAT ? -FLAT : logOdds < -FLAT ? FLAT : -logOdds);
      // one division serves both 1 / (1 + e^−logOdds) and 1 / exposure
      const shared = 1 / (inverse * exposure);
      h = shared * exposure;
      w = h * (1 - h);
      pull = carriedSlope[week] * shared * inverse - normDrag;
    }
    reached[week] = h;
    answer[week] = w;
    bend[week] = w * distance;
    drag[week] = w * pull;
    reachedSum += h;
    answerSum += w;
    bendSum += w * distance;
    dragSum += w * pull;
  }
  sums[REACHED] = reachedSum;
  sums[ANSWER] = answerSum;
  sums[BEND] = bendSum;
  sums[DRAG] = dragSum;
}
