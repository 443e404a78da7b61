/** The weekly part of the log density behind one interface, whichever implementation computes it. */

/** Implementations of the weekly part; the name enters the run key (decisions §9). */
export type KernelName = "wasm-simd-1" | "typescript-1";

/** Places in a channel's settings. */
export const RETENTION_AT = 0;
/** Half-saturation times the carryover's norm, in [1e-280, 1e280]. */
export const HALF_POINT_AT = 1;
export const SLOPE_AT = 2;
/** d log(norm) / d retention. */
export const NORM_DRAG_AT = 3;
export const COEFFICIENT_AT = 4;
/** From here on the implementation keeps numbers of its own. */
export const OWN_AT = 5;
export const SETTINGS_PER_CHANNEL = 8;
export const SUMS_PER_CHANNEL = 4;

/** What is computed week by week for all channels; all room is its own and stays where it is. */
export interface MediaKernel {
  readonly name: KernelName;
  /** [channel][8] to be filled before `saturate`, the coefficient before `subtract`. */
  readonly settings: Float64Array;
  /** [channel][4] sums over the weeks of reached, answer, bend and drag, left by `saturate`. */
  readonly sums: Float64Array;
  /** [channel][4] the same series times `byWeek`, summed, left by `reduce`. */
  readonly products: Float64Array;
  /** [week] from which `subtract` takes the effects of all channels. */
  readonly residual: Float64Array;
  /** [week] gradient by the expected KPI, to be filled before `reduce`. */
  readonly byWeek: Float64Array;
  /** Carryover and saturation of every channel. */
  saturate(): void;
  subtract(): void;
  reduce(): void;
}

/** What a kernel is made for. */
export interface MediaShape {
  /** [channel][week] scaled spend of the fitted weeks. */
  readonly spends: readonly Float64Array[];
  readonly weeks: number;
  readonly maxLag: number;
}
