/** Who made a run, from what, and under whose name it may be shown (decisions §9, A-82). */

import type { Tier } from "../audit/scorecard.ts";

export type Stamp = "DRAFT" | "APPROVED" | "NOT CONVERGED" | "DIRECTIONAL" | "PRIOR-DRIVEN" | "BLOCKED";

export interface RunRecord {
  /** Data hash + methodology version + seed + engine version + kernel, hashed: same key, same numbers. */
  readonly runKey: string;
  /** "2026-11-22-" and the run key's first letters. */
  readonly runId: string;
  /** ISO timestamp. */
  readonly createdAt: string;
  readonly seed: number;
  readonly dataHash: string;
  readonly methodologyVersion: string;
  readonly engineVersion: string;
  readonly kernel: string;
  readonly weeks: number;
  readonly dataStart: string;
  readonly dataEnd: string;
  readonly tier: Tier;
  readonly stamp: Stamp;
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
}
