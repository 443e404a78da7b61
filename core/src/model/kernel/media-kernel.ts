/** The weekly part of the log density behind one interface, whichever implementation computes it. */

import type { Curve } from "../curve.ts";

/** Implementations of the weekly part; the name enters the run key (decisions §9). */
export type KernelName = "wasm-simd-1" | "typescript-1";

/** Places in a channel's settings. */
export const RETENTION_AT = 0;
/** What the carried series is divided by before its curve: the carryover's norm times the curve's scale, in [1e-280, 1e280]. */
export const HALF_POINT_AT = 1;
/** The Hill slope, or the exponent of a power; 1 where the curve has none. */
export const STEEPNESS_AT = 2;
/** d log(norm) / d retention. */
export const NORM_DRAG_AT = 3;
export const COEFFICIENT_AT = 4;
/** Weight, and its derivative by retention, with which spend leaves the carried sum again; 0 where it never does. */
export const LEAVING_WEIGHT_AT = 5;
export const LEAVING_SLOPE_AT = 6;
/** From here on the implementation keeps numbers of its own. */
export const OWN_AT = 7;
export const SETTINGS_PER_CHANNEL = 8;
export const SUMS_PER_CHANNEL = 4;

/** What is computed week by week for all channels; all room is its own and stays where it is. */
export interface MediaKernel {
  readonly name: KernelName;
  /** [slot][8] to be filled before `saturate`, the coefficient before `subtract`. */
  readonly settings: Float64Array;
  /** [slot][4] sums over the weeks of reached, answer, bend and drag, left by `saturate`. */
  readonly sums: Float64Array;
  /** [slot][4] the same series times the shape's weights, summed, left by `weigh`. */
  readonly weighted: Float64Array;
  /** [slot][4] the same series times `byWeek`, summed, left by `reduce`. */
  readonly products: Float64Array;
  /** [week] from which `subtract` takes the effects of all channels. */
  readonly residual: Float64Array;
  /** [week] gradient by the expected KPI, to be filled before `reduce`. */
  readonly byWeek: Float64Array;
  /** Carryover and saturation of every channel. */
  saturate(): void;
  /** Does nothing without weights. */
  weigh(): void;
  subtract(): void;
  reduce(): void;
}

/** One channel as the weekly part sees it. */
export interface WeeklyChannel {
  /** [fitted week] scaled spend. */
  readonly spend: Float64Array;
  /** [week before the first] scaled spend, oldest first. */
  readonly carryIn: Float64Array;
  /** Weeks after which spend leaves the carried sum with the leaving weight, at least 1. */
  readonly window: number;
  readonly curve: Curve;
}

/** What a kernel is made for. */
export interface MediaShape {
  readonly channels: readonly WeeklyChannel[];
  readonly weeks: number;
  /** [week] or null. */
  readonly weights: Float64Array | null;
}

const CURVES: readonly Curve[] = ["hill", "logistic", "power"];

/**
 * Deals the channels to slots, two of the same curve side by side, since the SIMD kernel computes pairs.
 *
 * Both kernels take the slots in turn, so that their sums round alike.
 *
 * @returns [slot] index of the channel, or null where a pair has one channel only; e.g. curves hill, power, hill, hill
 *   give 0, 2, 3, null, 1, null.
 */
export function dealSlots(channels: readonly WeeklyChannel[]): (number | null)[] {
  return CURVES.flatMap((curve) => {
    const alike: (number | null)[] = channels.flatMap((channel, index) =>
      channel.curve === curve ? [index] : [],
    );
    return alike.length % 2 === 0 ? alike : [...alike, null];
  });
}
