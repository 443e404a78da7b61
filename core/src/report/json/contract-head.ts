/** What every JSON contract begins with, so that a file found alone still says what it is from (C-23). */

import type { RunRecord } from "../../govern/run-record.ts";

export interface ContractHead {
  readonly timestamp: string;
  readonly runKey: string;
  readonly runId: string;
  readonly engineVersion: string;
  readonly methodologyVersion: string;
  readonly kernel: string;
  readonly seed: number;
  readonly dataHash: string;
  readonly dataWindow: { readonly start: string; readonly end: string; readonly weeks: number };
  readonly tier: string;
  readonly stamp: string;
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
}

/** The head of a contract. */
export function contractHead(run: RunRecord): ContractHead {
  return {
    timestamp: run.createdAt,
    runKey: run.runKey,
    runId: run.runId,
    engineVersion: run.engineVersion,
    methodologyVersion: run.methodologyVersion,
    kernel: run.kernel,
    seed: run.seed,
    dataHash: run.dataHash,
    dataWindow: { start: run.dataStart, end: run.dataEnd, weeks: run.weeks },
    tier: run.tier,
    stamp: run.stamp,
    approvedBy: run.approvedBy,
    approvedOn: run.approvedOn,
  };
}
