/** How to sample: every field but the seed is a row of the methodology. */

/** All of it enters the run key. */
export interface SamplingPlan {
  readonly seed: number;
  readonly chains: number;
  /** Warmup transitions per chain. */
  readonly warmup: number;
  /** Draws per chain: at least, at most, and how many between two looks at convergence. */
  readonly minDraws: number;
  readonly maxDraws: number;
  readonly block: number;
  /** Target acceptance, and the one of the retry after divergences. */
  readonly targetAcceptance: number;
  readonly retryAcceptance: number;
  readonly maxTreeDepth: number;
}
