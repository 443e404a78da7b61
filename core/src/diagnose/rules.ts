/** Limits by which a fit is judged. */

export interface DiagnoseRules {
  /** R-hat below which a quantity counts as converged, dimensionless. */
  readonly rhatTarget: number;
  /** R-hat above which the fit is refused, dimensionless. */
  readonly rhatFail: number;
  /** Bulk and tail effective sample size that every quantity needs, draws. */
  readonly essMin: number;
  /** Share of divergent draws above which the fit is refused, a fraction. */
  readonly divergentShareFail: number;
  /** E-BFMI below which the walk of a chain counts as sticky, dimensionless. */
  readonly ebfmiReview: number;
  /** Probability inside the reported and the predictive intervals, a fraction; coverage of it passes. */
  readonly intervalLevel: number;
  /** Chance with which a calibrated model may fall below the failing bound of coverage, a probability. */
  readonly coverageErrorRate: number;
  /** Model R² above which overfitting is suspected, a fraction. */
  readonly modelR2Red: number;
  /** Mean absolute error on held-out weeks above which it is noted, a fraction. */
  readonly holdoutMapeReview: number;
  /** Durbin–Watson statistic below and above which it is noted, in 0 … 4. */
  readonly durbinWatsonLow: number;
  readonly durbinWatsonHigh: number;
  /** Weeks of history from which each length of holdout is used. */
  readonly holdoutFullFrom: number;
  readonly holdoutCaveatFrom: number;
  readonly holdoutDirectionalFrom: number;
  /** Weeks held out in each of those tiers. */
  readonly holdoutFullWeeks: number;
  readonly holdoutCaveatWeeks: number;
  readonly holdoutDirectionalWeeks: number;
}
