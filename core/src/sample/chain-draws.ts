/** What one chain has drawn: plain typed arrays, transferable between threads. */

export interface ChainDraws {
  readonly chain: number;
  readonly draws: number;
  /** [draw][dimension], row-major: the unconstrained coordinates. */
  readonly positions: Float64Array;
  /** [draw][quantity], row-major: what the target records. */
  readonly quantities: Float64Array;
  /** [draw] log density (up to a constant). */
  readonly logDensity: Float64Array;
  /** [draw] Hamiltonian at the start of each transition, for E-BFMI. */
  readonly energy: Float64Array;
  /** [draw] mean acceptance statistic of the transition's leapfrogs, in [0, 1]. */
  readonly acceptance: Float64Array;
  /** [draw] 1 where the transition diverged. */
  readonly divergent: Uint8Array;
  readonly treeDepth: Uint8Array;
  /** [draw] leapfrog steps, which equal gradient evaluations. */
  readonly leapfrogs: Uint32Array;
}

/** What warmup found. */
export interface WarmupReport {
  readonly chain: number;
  readonly draws: number;
  readonly gradientEvaluations: number;
  readonly stepSize: number;
  /** [dimension] the diagonal of the inverse metric (variances). */
  readonly metric: Float64Array;
  /** Names of what the draws record, in order: whoever asked for the draws never sees the target. */
  readonly quantities: readonly string[];
}
