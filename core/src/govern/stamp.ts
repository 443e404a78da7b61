/** What every output sheet says about how far it may be trusted and shown. */

import type { Tier } from "../audit/scorecard.ts";
import type { Verdict } from "../diagnose/fit-health.ts";
import type { Stamp } from "./run-record.ts";

/** What a stamp follows from. */
export interface StampInput {
  readonly tier: Tier;
  /** Null when nothing was fitted. */
  readonly verdict: Verdict | null;
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
}

/**
 * The stamp of a run: what forbids comes first, approval last.
 *
 * @returns e.g. a converged full-tier run is "DRAFT" until both a name and a date are given, then "APPROVED".
 */
export function stampOf({ tier, verdict, approvedBy, approvedOn }: StampInput): Stamp {
  if (tier === "blocked") return "BLOCKED";
  if (verdict === "fail") return "NOT CONVERGED";
  if (verdict === null) return "BLOCKED";
  if (tier === "prior-driven") return "PRIOR-DRIVEN";
  if (tier === "directional") return "DIRECTIONAL";
  return approvedBy !== null && approvedOn !== null ? "APPROVED" : "DRAFT";
}
