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
  /** |mean normal score| · √count from which divergent draws count as lying apart, standard errors. */
  readonly divergenceApart: number;
  /** Share of draws cut off at the largest tree depth above which it is noted, a fraction. */
  readonly treeDepthShareReview: number;
  /** Most draws over all chains behind LOO, WAIC and reweighting. */
  readonly looDraws: number;
  /** Draws of the KPI from the prior alone. */
  readonly priorPredictiveDraws: number;
  /** Pareto k-hat above which reweighted draws are not trusted, however many there are. */
  readonly khatMax: number;
  /** Distance per doubling of a component's weight from which a figure counts as sensitive to it. */
  readonly powerSensitivity: number;
  /** Factors of the effect priors' scale in the two refits. */
  readonly priorNarrow: number;
  readonly priorWide: number;
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
  /** k-hat of a preview up to which it counts as good, dimensionless. */
  readonly previewKhatGood: number;
  /** k-hat of a preview up to which it counts as usable, for however many draws. */
  readonly previewKhatUsable: number;
  /** Effective draws that a preview needs to vouch for its intervals. */
  readonly previewEffectiveMin: number;
}
