/** The readiness scorecard: five dimensions, an overall score and a tier (requirements §1Y, X-01, X-14). */

import type { Finding } from "../data/finding.ts";

export type Tier = "blocked" | "prior-driven" | "directional" | "caveat" | "full";
export type DimensionId = "timeSeries" | "spend" | "exposure" | "kpi" | "controls";

export interface Gap {
  readonly missing: string;
  /** System that usually holds it, e.g. "ad platform exports". */
  readonly where: string;
  /** Who usually can get it, e.g. "media manager". */
  readonly owner: string;
  /** Plain effort, e.g. "about 1 week". */
  readonly effort: string;
  /** Weeks of effort behind `effort`. */
  readonly weeks: number;
  readonly blocks: boolean;
  /** The dimension's highest score while this gap is open; of controls each closed gap adds a point instead. */
  readonly ceiling: number;
}

export interface Dimension {
  readonly id: DimensionId;
  /** 1 (missing) to 5 (ready). */
  readonly score: number;
  readonly evidence: string;
  readonly gaps: readonly Gap[];
  /** The highest score that closing all gaps can give. */
  readonly limit: number;
}

/** A value far from its column's mean; sample standard deviation and robust (MAD) scores side by side. */
export interface Outlier {
  readonly column: string;
  readonly week: string;
  readonly value: number;
  readonly z: number;
  readonly robustZ: number;
}

/** The measurements behind the scores, as shown on the Audit sheet. */
export interface AuditFacts {
  readonly weeks: number;
  readonly observationsPerParameter: number;
  readonly kpi: { readonly mean: number; readonly max: number; readonly variation: number };
  /** Per channel, in the history's order; shares in [0, 1]; vif with intercept; z scores with sample sd. */
  readonly channels: ReadonlyArray<{
    readonly name: string;
    readonly spendTotal: number;
    readonly spendShare: number;
    readonly zeroShare: number;
    readonly maxZ: number;
    readonly vif: number;
    readonly kpiCorrelation: number;
  }>;
  /** Channel pairs by falling |r|, at most one entry a pair. */
  readonly pairs: ReadonlyArray<{ readonly first: string; readonly second: string; readonly r: number }>;
  readonly spendTotal: number;
  /** Total spend / total revenue, or null when the KPI has no money value. */
  readonly spendToRevenue: number | null;
  readonly kpiOutliers: readonly Outlier[];
  readonly kpiRobustOutlierWeeks: number;
  readonly spendOutliers: readonly Outlier[];
  /** Weeks in which the KPI and a channel's spend are outliers together (B-17, IN-58). */
  readonly synchronized: ReadonlyArray<{
    readonly week: string;
    readonly column: string;
    readonly kpiZ: number;
    readonly spendZ: number;
  }>;
}

export interface Scorecard {
  /** 1 to 5. */
  readonly overall: number;
  readonly tier: Tier;
  readonly blocked: boolean;
  /** Why blocked, and the remedy; null when not. */
  readonly refusal: { readonly gate: string; readonly reason: string; readonly remedy: string } | null;
  readonly dimensions: readonly Dimension[];
  /** The dimension whose +1 raises overall most per week of effort. */
  readonly biggestUnlock: { readonly dimension: DimensionId; readonly action: string } | null;
  readonly findings: readonly Finding[];
  readonly facts: AuditFacts;
}
