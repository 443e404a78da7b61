/** What the sampler asks of whatever it samples: a log density with gradient, a start, and what to record. */

import type { Random } from "../numerics/random.ts";

export interface Target {
  readonly dimension: number;
  /**
   * Log density up to a constant, and its gradient.
   *
   * @param position - [dimension], not changed.
   * @param gradient - [dimension], overwritten.
   * @returns finite, or −Infinity outside the support; never NaN. Allocates nothing.
   */
  logDensity(position: Float64Array, gradient: Float64Array): number;
  /** Chains start at mean + 0.5 sd · N(0, 1) and the first metric is sd². */
  readonly start: { readonly mean: Float64Array; readonly sd: Float64Array };
  /** Names of what is recorded per draw, in the order of `record`. */
  readonly quantities: readonly string[];
  /**
   * Writes the recorded quantities at a position.
   *
   * @param random - for quantities that are themselves drawn (a block that was integrated out).
   * @param out - [quantity], overwritten.
   */
  record(position: Float64Array, random: Random, out: Float64Array): void;
}
