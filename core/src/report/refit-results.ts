/** The outcome of fitting under other priors (C-10). */

import type { FitComparison } from "../diagnose/compare-fits.ts";
import type { Interval } from "../numerics/interval.ts";

/** One channel under one set of priors. */
export interface RefitChannel {
  readonly name: string;
  /** KPI units over the window. */
  readonly contribution: Interval;
  readonly roas: Interval | null;
  readonly cpik: Interval | null;
  /** 1 = largest return. */
  readonly rank: number;
}

/** All channels under one set of priors. */
export interface PriorRefit {
  readonly priors: "informative" | "as stated" | "vague";
  /** What the scale of every channel's effect prior was multiplied by. */
  readonly factor: number;
  /** False when R-hat or ESS missed their targets: its figures may then differ by chance. */
  readonly converged: boolean;
  readonly channels: readonly RefitChannel[];
}

/** The three fits and how well each foretells. */
export interface PriorRefits {
  /** Informative, as stated, vague. */
  readonly refits: readonly PriorRefit[];
  readonly comparison: FitComparison;
}
