/** The verdict on a fit: numbers, limits and reasons, as the Diagnostics sheet shows them. */

import type { PredictiveAccuracy } from "./leave-one-out.ts";
import type { DivergenceLocation } from "./locate-divergences.ts";
import type { PriorInfluence } from "./prior-influence.ts";

export type Verdict = "pass" | "review" | "fail";

/** One check of the fit against its limit. */
export interface HealthCheck {
  /** "rhat", "essBulk", "essTail", "divergences", "ebfmi", "coverage90", "modelR2", … */
  readonly metric: string;
  readonly value: number;
  readonly limit: number;
  readonly verdict: Verdict;
  /** In a marketer's words; empty when it passes. */
  readonly reason: string;
  readonly remedy: string;
}

/** One reported quantity over all chains. */
export interface QuantityDiagnostics {
  readonly name: string;
  readonly mean: number;
  readonly sd: number;
  readonly lo: number;
  readonly hi: number;
  readonly rhat: number;
  readonly essBulk: number;
  readonly essTail: number;
  /** Monte Carlo standard errors of mean, sd, lo and hi: how far they would move if the same fit were drawn again. */
  readonly mcse: { readonly mean: number; readonly sd: number; readonly lo: number; readonly hi: number };
}

/** Elpd of one kind without its weekly parts. */
export type AccuracySummary = Omit<PredictiveAccuracy, "pointwise">;

/** Leave-one-out accuracy, and how much the fit leans on single weeks. */
export interface LooSummary extends AccuracySummary {
  /** Worst k-hat and its week (ISO); null where no week has a tail to judge. */
  readonly khatMax: number | null;
  readonly khatWeek: string | null;
  readonly khatLimit: number;
  /** Every fitted week: its part of elpd, and k-hat or null. */
  readonly weeks: ReadonlyArray<{
    readonly week: string;
    readonly elpd: number;
    readonly khat: number | null;
  }>;
}

/** What the prior alone foretold of the KPI. */
export interface PriorPredictiveSummary {
  /** Share of fitted weeks inside the weekly interval of the prior, a fraction. */
  readonly insideShare: number;
  /** Share of the prior's weeks with a KPI below 0, a fraction. */
  readonly negativeShare: number;
  /** [fitted week] ends of that interval, KPI units. */
  readonly lo: readonly number[];
  readonly hi: readonly number[];
}

/** Errors of the expected KPI against the observed one. */
export interface FitErrors {
  readonly weeks: number;
  /** Mean |error| / observed, a fraction; weeks with a KPI of 0 are skipped. */
  readonly mape: number;
  /** Σ|error| / Σ|observed|, a fraction. */
  readonly wmape: number;
  readonly r2: number;
  readonly durbinWatson: number;
}

export interface FitHealth {
  readonly verdict: Verdict;
  readonly checks: readonly HealthCheck[];
  readonly rhatMax: number;
  readonly essBulkMin: number;
  readonly essTailMin: number;
  readonly divergences: number;
  readonly draws: number;
  readonly ebfmiMin: number;
  readonly treeDepthHits: number;
  /** Where divergent draws gather; empty when there are none, or when they lie all over. */
  readonly divergencesAt: readonly DivergenceLocation[];
  readonly quantities: readonly QuantityDiagnostics[];
  readonly loo: LooSummary;
  readonly waic: AccuracySummary;
  /** A row per channel: how far its figure moved from the prior, and whether it still hangs on it. */
  readonly priorInfluence: readonly PriorInfluence[];
  readonly priorPredictive: PriorPredictiveSummary;
  /** Share of observed weeks inside the 90 % posterior predictive interval, and the binomial bound below which it fails. */
  readonly coverage90: { readonly value: number; readonly reviewAt: number; readonly failBelow: number };
  readonly inSample: FitErrors;
  /** Errors of a second fit on the weeks that it has not seen; null when the history is too short. */
  readonly holdout: FitErrors | null;
}
