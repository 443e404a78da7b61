/** The thresholds that scenarios obey; values are rows of the methodology. */

export interface PlanRules {
  /** Share added to brand channels in Scenario A and to performance channels in Scenario B. */
  readonly brandShift: number;
  readonly performanceShift: number;
  /** Least share of a channel's spend that an offset leaves (D-18). */
  readonly floorShare: number;
  /** Probability inside the intervals. */
  readonly level: number;
  /** Weeks in a budget period (decisions §2). */
  readonly weeksPerMonth: number;
  readonly weeksPerQuarter: number;
  readonly weeksPerYear: number;
  /** Whole weeks to 90 % of effect: fast up to the first, slow above the second (§1Y). */
  readonly fastWeeks: number;
  readonly slowWeeks: number;
  /** Retention up to which a move is easy to undo, and from which it is hard (§1Y). */
  readonly easyRetention: number;
  readonly hardRetention: number;
}
