/** The thresholds that allocation obeys; values are rows of the methodology. */

export interface OptimizeRules {
  /** Farthest a channel may move from its current spend in one period, as a fraction (D-17, X-09). */
  readonly capShare: number;
  /** Least share of the current spend that a recommendation leaves (D-18, X-10). */
  readonly floorShare: number;
  /** Largest weekly spend considered, as a multiple of the largest one observed. */
  readonly extrapolateMax: number;
  /** Probability inside the intervals of gains. */
  readonly level: number;
}
