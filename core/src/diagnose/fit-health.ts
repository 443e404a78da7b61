/** The verdict on a fit: numbers, limits and reasons, as the Diagnostics sheet shows them. */

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
  readonly quantities: readonly QuantityDiagnostics[];
  /** Share of observed weeks inside the 90 % posterior predictive interval, and the binomial bound below which it fails. */
  readonly coverage90: { readonly value: number; readonly reviewAt: number; readonly failBelow: number };
  readonly inSample: FitErrors;
  /** Errors of a second fit on the weeks that it has not seen; null when the history is too short. */
  readonly holdout: FitErrors | null;
}
