/** The hot path's saturation: the curve of a carried series and what its gradient needs. */

import { tableExp, tableLog } from "../../numerics/table-elementary.ts";
import type { Curve } from "../curve.ts";
import { type SpendRows, spendRows } from "./carry-over.ts";
import { HALF_POINT_AT, NORM_DRAG_AT, STEEPNESS_AT, type WeeklyChannel } from "./media-kernel.ts";

/** Below this share of the largest week a carried spend counts as none: the recursion leaves rounding errors there. */
export const NOTHING = 1e-10;

/** The curve is at its end to the last bit long before; the clamp keeps products with 1 + e^x inside the doubles. */
const FLAT = 690;

/** One channel's series, [week] each. */
export interface ChannelSeries {
  readonly curve: Curve;
  readonly rows: SpendRows;
  readonly carried: Float64Array;
  /** Derivative of `carried` by retention. */
  readonly carriedSlope: Float64Array;
  /** h: the curve itself, a share of the ceiling where there is one. */
  readonly reached: Float64Array;
  /** d h / d log(exposure), divided by the steepness. */
  readonly answer: Float64Array;
  /** d h / d steepness. */
  readonly bend: Float64Array;
  /** `answer` · d log(exposure) / d retention. */
  readonly drag: Float64Array;
}

/** Where `saturate` writes the sums of reached, answer, bend and drag. */
export const REACHED = 0;
export const ANSWER = 1;
export const BEND = 2;
export const DRAG = 3;

/** Room for one channel. */
export function channelSeries({ spend, carryIn, window, curve }: WeeklyChannel): ChannelSeries {
  const series = (): Float64Array => new Float64Array(spend.length);
  return {
    curve,
    rows: spendRows(spend, carryIn, window),
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
 * @param settings - half point, steepness and norm drag stand at their places after `at`.
 * @param at - of the channel's first setting.
 * @param sums - four from `sumsAt` on are overwritten.
 */
export function saturate(
  series: ChannelSeries,
  settings: Float64Array,
  at: number,
  sums: Float64Array,
  sumsAt: number,
): void {
  const inverseHalfPoint = 1 / settings[at + HALF_POINT_AT];
  const steepness = settings[at + STEEPNESS_AT];
  const normDrag = settings[at + NORM_DRAG_AT];
  if (series.curve === "hill") hillWeeks(series, inverseHalfPoint, steepness, normDrag);
  else if (series.curve === "logistic") logisticWeeks(series, inverseHalfPoint, normDrag);
  else powerWeeks(series, inverseHalfPoint, steepness, normDrag);
  sumWeeks(series, sums, sumsAt);
}

/** u^n / (1 + u^n), with answer h (1 − h). */
function hillWeeks(series: ChannelSeries, inverseHalfPoint: number, slope: number, normDrag: number): void {
  const { carried, carriedSlope, reached, answer, bend, drag } = series;
  for (let week = 0; week < carried.length; week++) {
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
  }
}

/** (1 − e^−u) / (1 + e^−u), with answer 2 u e^−u / (1 + e^−u)²; there is no steepness. */
function logisticWeeks(series: ChannelSeries, inverseHalfPoint: number, normDrag: number): void {
  const { carried, carriedSlope, reached, answer, bend, drag } = series;
  for (let week = 0; week < carried.length; week++) {
    const exposure = carried[week];
    let h = 0;
    let w = 0;
    let pull = 0;
    if (exposure > NOTHING) {
      const u = Math.min(exposure * inverseHalfPoint, FLAT);
      const left = tableExp(-u);
      const inverse = 1 / (1 + left);
      h = u < NEAR_ZERO ? halfTangent(u) : (1 - left) * inverse;
      w = 2 * u * left * inverse * inverse;
      pull = carriedSlope[week] / exposure - normDrag;
    }
    reached[week] = h;
    answer[week] = w;
    bend[week] = 0;
    drag[week] = w * pull;
  }
}

/** u^exponent, which is its own answer. */
function powerWeeks(
  series: ChannelSeries,
  inverseHalfPoint: number,
  exponent: number,
  normDrag: number,
): void {
  const { carried, carriedSlope, reached, answer, bend, drag } = series;
  for (let week = 0; week < carried.length; week++) {
    const exposure = carried[week];
    let h = 0;
    let distance = 0;
    let pull = 0;
    if (exposure > NOTHING) {
      distance = tableLog(exposure * inverseHalfPoint);
      const logPower = exponent * distance;
      h = tableExp(Math.min(Math.max(logPower, -FLAT), FLAT));
      pull = carriedSlope[week] / exposure - normDrag;
    }
    reached[week] = h;
    answer[week] = h;
    bend[week] = h * distance;
    drag[week] = h * pull;
  }
}

/** Below this 1 − e^−u begins to lose digits, and the series below needs five terms. */
const NEAR_ZERO = 0.0625;

/** tanh(u / 2) for u below 1/16, by its Taylor series: the next term is below 1e-17 of the sum. */
function halfTangent(u: number): number {
  const z = 0.5 * u;
  const square = z * z;
  const series =
    1 +
    square *
      (-0.3333333333333333 +
        square * (0.13333333333333333 + square * (-0.05396825396825397 + square * 0.021869488536155203)));
  return z * series;
}

function sumWeeks({ reached, answer, bend, drag }: ChannelSeries, sums: Float64Array, at: number): void {
  let reachedSum = 0;
  let answerSum = 0;
  let bendSum = 0;
  let dragSum = 0;
  for (let week = 0; week < reached.length; week++) {
    reachedSum += reached[week];
    answerSum += answer[week];
    bendSum += bend[week];
    dragSum += drag[week];
  }
  sums[at + REACHED] = reachedSum;
  sums[at + ANSWER] = answerSum;
  sums[at + BEND] = bendSum;
  sums[at + DRAG] = dragSum;
}

/**
 * A channel's four series times weekly factors, summed.
 *
 * @param byWeek - [week]
 * @param products - four from `at` on are overwritten.
 */
export function reduceSeries(
  { reached, answer, bend, drag }: ChannelSeries,
  byWeek: Float64Array,
  products: Float64Array,
  at: number,
): void {
  let byReached = 0;
  let byAnswer = 0;
  let byBend = 0;
  let byDrag = 0;
  for (let week = 0; week < byWeek.length; week++) {
    const g = byWeek[week];
    byReached += g * reached[week];
    byAnswer += g * answer[week];
    byBend += g * bend[week];
    byDrag += g * drag[week];
  }
  products[at + REACHED] = byReached;
  products[at + ANSWER] = byAnswer;
  products[at + BEND] = byBend;
  products[at + DRAG] = byDrag;
}
