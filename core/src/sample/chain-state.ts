/** Where a chain stands between two draws: all that its next draw depends on. */

import type { RandomState } from "../numerics/random.ts";

/** Plain data that can be cloned; a chain made from it draws what the first would have drawn, bit for bit. */
export interface ChainState {
  /** [dimension] the last draw, with its gradient and log density. */
  readonly position: Float64Array;
  readonly gradient: Float64Array;
  readonly logDensity: number;
  /** [dimension] the diagonal of the inverse metric (variances). */
  readonly metric: Float64Array;
  readonly stepSize: number;
  /** The stream that the walk takes from, and the one that recording takes from. */
  readonly walk: RandomState;
  readonly record: RandomState;
}
