/** What the model assumes before it sees the KPI: every default prior is one of these numbers (decisions §3). */

export interface ModelRules {
  /** Weeks: the last lag that carries over; 12 gives 13 weights. */
  readonly maxLag: number;
  /** First shape of the Beta prior of retention. */
  readonly retentionAlpha: number;
  /** Second shape of the Beta prior of retention. */
  readonly retentionBeta: number;
  /** Prior median of the half-saturation point, as a fraction of the channel's largest weekly spend. */
  readonly halfSaturationMedian: number;
  /** Prior standard deviation of the logarithm of the half-saturation point. */
  readonly halfSaturationLogSd: number;
  /** Prior median of the Hill slope. */
  readonly slopeMedian: number;
  /** Prior standard deviation of the logarithm of the Hill slope. */
  readonly slopeLogSd: number;
  /** First shape of the Beta prior of a power's exponent. */
  readonly exponentAlpha: number;
  /** Second shape of the Beta prior of a power's exponent. */
  readonly exponentBeta: number;
  /** Prior mean of all media together, as a fraction of the mean KPI. */
  readonly mediaShare: number;
  /** How far the prior contribution of a channel follows its share of spend (1) rather than being equal for all (0). */
  readonly spendShareWeight: number;
  /** Prior mean of the intercept, as a fraction of the mean KPI. */
  readonly interceptMean: number;
  /** Prior standard deviation of the intercept, as a fraction of the mean KPI. */
  readonly interceptSd: number;
  /** Prior standard deviation of the change over the window, as a fraction of the mean KPI. */
  readonly trendSd: number;
  /** Knots at which the trend may bend, evenly spaced over the fitted weeks. */
  readonly trendKnots: number;
  /** Prior standard deviation of all bends of the trend together, as a fraction of the mean KPI over the window. */
  readonly trendKnotSd: number;
  /** Prior standard deviation of every standardized season, control and event effect, in standard deviations of the KPI. */
  readonly columnSd: number;
  /** Scale of the half-Normal prior of the noise, in standard deviations of the KPI. */
  readonly noiseSd: number;
  /** Pairs of yearly sine and cosine from a year of fitted weeks on. */
  readonly fourierPairs: number;
  /** Pairs below a year, where only the slow part of the season can be told from the rest. */
  readonly fourierPairsUnderYear: number;
  /** Pairs of quarterly sine and cosine. */
  readonly quarterlyPairs: number;
  /** Fitted weeks from which `fourierPairs` holds. */
  readonly yearWeeks: number;
  /** Days of one seasonal cycle. */
  readonly seasonDays: number;
}
