/** How results are summarized: levels, windows and what counts as learned. */

export interface AttributeRules {
  /** Probability inside every interval, equal-tailed. */
  readonly level: number;
  /** Weeks of the report window that `currentWeekly` and the curves' money value are means of. */
  readonly reportWeeks: number;
  /** Points of a response curve, from 0 to the largest weekly spend. */
  readonly curvePoints: number;
  /** Most draws behind a weekly interval; weekly means come from all. */
  readonly weeklyDraws: number;
  /** Draws from the prior behind the prior's ROAS interval. */
  readonly priorDraws: number;
  /** Learned share from which a contribution counts as learned from the data. */
  readonly learnedFromData: number;
  /** Learned share from which it counts as mixed; below, it is the prior. */
  readonly learnedMixed: number;
  /** Correlation of two channels' spend from which their division is looked at. */
  readonly alikeCorrelation: number;
  /** Share of a contribution in one week from which that week decides it. */
  readonly oneWeekShare: number;
  /** Share of a week's effect that must have landed to count as materialized. */
  readonly landedShare: number;
}
