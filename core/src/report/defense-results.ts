/** All that a budget defense is laid out from: the outcome of every room, gathered. */

import type { Attribution } from "../attribute/attribution.ts";
import type { Scorecard } from "../audit/scorecard.ts";
import type { Brief } from "../data/brief.ts";
import type { MediaHistory } from "../data/media-history.ts";
import type { Reading } from "../data/reading.ts";
import type { FitHealth } from "../diagnose/fit-health.ts";
import type { MethodologyRow } from "../govern/methodology-row.ts";
import type { RunRecord } from "../govern/run-record.ts";
import type { AllocationOutcome } from "../optimize/allocation.ts";
import type { PlanComparison } from "../plan/scenario.ts";

/** Why nothing was estimated, or nothing may be shown. */
export interface Refusal {
  /** "weeks", "audit", "convergence", "cancelled", … */
  readonly gate: string;
  readonly reason: string;
  readonly remedy: string;
}

export interface DefenseResults {
  readonly run: RunRecord;
  readonly brief: Brief;
  readonly history: MediaHistory;
  readonly reading: Reading;
  readonly scorecard: Scorecard;
  readonly health: FitHealth;
  readonly attribution: Attribution;
  /** Null in the directional tier. */
  readonly allocation: AllocationOutcome | null;
  readonly plans: PlanComparison | null;
  readonly methodology: readonly MethodologyRow[];
  /** [line] the priors in words, for Methodology and citations. */
  readonly priors: readonly string[];
}

/** What is left to show when a gate refused: health is null when nothing was fitted. */
export interface RefusedResults {
  readonly run: RunRecord;
  readonly brief: Brief;
  readonly history: MediaHistory;
  readonly reading: Reading;
  readonly scorecard: Scorecard;
  readonly health: FitHealth | null;
  readonly refusal: Refusal;
  readonly methodology: readonly MethodologyRow[];
}
