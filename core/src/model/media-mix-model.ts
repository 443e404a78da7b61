/** A media mix model as plain, structured-clonable data: from it the log density is built. */

import type { ChannelGroup } from "../data/brief.ts";

/** Beta(alpha, beta) on (0, 1). */
export interface BetaPrior {
  readonly alpha: number;
  readonly beta: number;
}

/** LogNormal: the logarithm is Normal(logMedian, logSd). */
export interface LogNormalPrior {
  readonly logMedian: number;
  readonly logSd: number;
}

/** How spend goes on working after its week. Every kind is normalized: a constant spend is its own carried series. */
export type Adstock =
  /** Weights retention^lag over lags 0 … maxLag, divided by their sum. */
  | { readonly kind: "geometric"; readonly maxLag: number; readonly retention: BetaPrior }
  /** The same over all weeks before, times 1 − retention. */
  | { readonly kind: "infinite"; readonly retention: BetaPrior }
  | { readonly kind: "none" };

/** How the response flattens; half-saturations are in units of spendScale. */
export type Saturation =
  | { readonly kind: "hill"; readonly halfSaturation: LogNormalPrior; readonly slope: LogNormalPrior }
  | {
      readonly kind: "logistic" | "tanh" | "michaelis-menten";
      readonly halfSaturation: LogNormalPrior;
    }
  /** (carried / spendScale)^exponent: concave, without a ceiling. */
  | { readonly kind: "power"; readonly exponent: BetaPrior }
  /** carried / spendScale: every unit brings the same. */
  | { readonly kind: "none" };

/** What is assumed of the size of a channel's effect. */
export type EffectPrior =
  /** Half-Normal(scale) of the mean weekly contribution, in units of kpiScale: the default. */
  | { readonly kind: "contribution"; readonly scale: number }
  /** Half-Normal(scale) of the coefficient (the effect where the saturation is 1), in units of kpiScale. */
  | { readonly kind: "coefficient"; readonly scale: number }
  /** LogNormal of the return: KPI value over the fitted weeks / spend over the fitted weeks. */
  | {
      readonly kind: "return";
      readonly prior: LogNormalPrior;
      /** Mean weekly contribution, in units of kpiScale, that a return of 1 stands for. */
      readonly perReturn: number;
      /** [fitted week] value of a KPI unit relative to its mean; null where every week counts alike. */
      readonly weights: Float64Array | null;
    };

/** One channel: scaled spend, its curve, and the priors of its parameters (decisions §3). */
export interface ModelChannel {
  readonly name: string;
  readonly group: ChannelGroup;
  /** [week] spend / spendScale, in [0, 1] over the fitted weeks. */
  readonly spend: Float64Array;
  /** [week before the first] spend / spendScale, oldest first; empty where nothing is known of those weeks. */
  readonly carryIn: Float64Array;
  /** Currency per week: the largest weekly spend of the fitted weeks. */
  readonly spendScale: number;
  readonly adstock: Adstock;
  readonly saturation: Saturation;
  readonly effect: EffectPrior;
}

export type ColumnRole = "intercept" | "trend" | "knot" | "season" | "holiday" | "control" | "event";

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

/** An experiment as a term of the likelihood: KPI with the tested spend less KPI without it ~ N(lift, standardError). */
export interface ModelLiftTest {
  /** Index in `channels`. */
  readonly channel: number;
  /** Fitted weeks of the test, first and last. */
  readonly firstWeek: number;
  readonly lastWeek: number;
  /** [week of the test] spend / spendScale as it would have been without the change. */
  readonly spendWithout: Float64Array;
  /** Over the weeks of the test, in units of kpiScale; what lands later is not counted. */
  readonly lift: number;
  readonly standardError: number;
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
  readonly channels: readonly ModelChannel[];
  readonly columns: readonly ModelColumn[];
  readonly liftTests: readonly ModelLiftTest[];
  /** sigma ~ half-Normal(noiseScale), in units of kpiScale. */
  readonly noiseScale: number;
}
