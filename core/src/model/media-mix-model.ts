/** A media mix model as plain, structured-clonable data: from it the log density is built. */

import type { ChannelGroup } from "../data/brief.ts";

/** One channel: scaled spend and the priors of its four parameters (decisions §3). */
export interface ModelChannel {
  readonly name: string;
  readonly group: ChannelGroup;
  /** [week] spend / spendScale, in [0, 1] over the fitted weeks. */
  readonly spend: Float64Array;
  /** Currency per week: the largest weekly spend of the fitted weeks. */
  readonly spendScale: number;
  /** Beta(alpha, beta) of the geometric retention, in (0, 1). */
  readonly retention: { readonly alpha: number; readonly beta: number };
  /** LogNormal of the half-saturation point, in units of spendScale. */
  readonly halfSaturation: { readonly logMedian: number; readonly logSd: number };
  /** LogNormal of the Hill slope. */
  readonly slope: { readonly logMedian: number; readonly logSd: number };
  /** Half-Normal(scale) of the mean weekly contribution, in units of kpiScale. */
  readonly meanContribution: { readonly scale: number };
  /**
   * Half-Normal(scale) of the coefficient (the effect at full saturation), in units of kpiScale; it then takes the
   * place of the prior of the mean contribution. Null by default.
   */
  readonly coefficient: { readonly scale: number } | null;
}

export type ColumnRole = "intercept" | "trend" | "season" | "control" | "event";

/** One column of the Gaussian block, which is integrated out: coefficient ~ N(priorMean, priorSd), in units of kpiScale. */
export interface ModelColumn {
  readonly name: string;
  readonly role: ColumnRole;
  /** [week] as the likelihood sees them: centered and scaled. */
  readonly values: Float64Array;
  /** What one unit of `values` is in the user's unit: the sample standard deviation of a control or event, else 1. */
  readonly unit: number;
  readonly priorMean: number;
  readonly priorSd: number;
}

export interface MediaMixModel {
  /** [week] ISO dates. */
  readonly weeks: readonly string[];
  /** The likelihood sees weeks 0 … fittedWeeks − 1; the rest are held out. */
  readonly fittedWeeks: number;
  /** [week] KPI / kpiScale, held-out weeks included. */
  readonly kpi: Float64Array;
  /** KPI units: mean KPI of the fitted weeks. */
  readonly kpiScale: number;
  /** Lags 0 … maxLag carry over (13 weights for 12). */
  readonly maxLag: number;
  readonly channels: readonly ModelChannel[];
  readonly columns: readonly ModelColumn[];
  /** sigma ~ half-Normal(noiseScale), in units of kpiScale. */
  readonly noiseScale: number;
}
