/** The record of a run: its key, its data window, its stamp and whose name it bears. */

import type { Tier } from "../audit/scorecard.ts";
import type { Brief } from "../data/brief.ts";
import type { MediaHistory } from "../data/media-history.ts";
import type { Verdict } from "../diagnose/fit-health.ts";
import { ENGINE_VERSION } from "./engine-version.ts";
import type { Methodology } from "./methodology.ts";
import { dataHash, runKey } from "./run-key.ts";
import type { RunRecord } from "./run-record.ts";
import { stampOf } from "./stamp.ts";

/** What a run is recorded from. */
export interface RunInput {
  readonly history: MediaHistory;
  readonly brief: Brief;
  readonly methodology: Methodology;
  readonly tier: Tier;
  /** Null when nothing was fitted. */
  readonly verdict: Verdict | null;
  /** Name of what computed the log density. */
  readonly kernel: string;
  /** ISO timestamp. */
  readonly now: string;
}

/** Letters of the run key that name a run in print: 16⁸ keys make a clash within one company's runs unlikely. */
const RUN_ID_LETTERS = 8;

/**
 * The run's record.
 *
 * @returns id is the day and the key's first letters, e.g. "2026-11-22-3f2a90c1"; the key itself knows no day, so the
 *   same data, methodology and seed give the same key tomorrow.
 */
export function recordRun({ history, brief, methodology, tier, verdict, kernel, now }: RunInput): RunRecord {
  const { seed, chains, maxDraws } = brief.sampling;
  const identity = {
    dataHash: dataHash(history),
    methodologyVersion: methodology.version,
    seed,
    engineVersion: ENGINE_VERSION,
    kernel,
  };
  const key = runKey({ ...identity, baseline: brief.baseline, chains, maxDraws });
  const { approvedBy, approvedOn } = brief;
  return {
    ...identity,
    runKey: key,
    runId: `${now.slice(0, 10)}-${key.slice(0, RUN_ID_LETTERS)}`,
    createdAt: now,
    weeks: history.weeks.length,
    dataStart: history.weeks[0],
    dataEnd: history.weeks[history.weeks.length - 1],
    tier,
    stamp: stampOf({ tier, verdict, approvedBy, approvedOn }),
    approvedBy,
    approvedOn,
  };
}
