/** The record of a preview: as a run's, but with a stamp that no run can bear, so that none passes for the other. */

import { type RunInput, recordRun } from "./record-run.ts";
import type { RunRecord } from "./run-record.ts";

/** Nobody approves a preview: it has no approver. */
export interface PreviewRecord extends Omit<RunRecord, "stamp" | "approvedBy" | "approvedOn"> {
  readonly stamp: "PREVIEW";
}

/**
 * The preview's record.
 *
 * @returns its kernel is e.g. "preview/typescript-1", so its key differs from that of the full fit of the same data.
 */
export function recordPreview(input: Omit<RunInput, "verdict">): PreviewRecord {
  const kernel = `preview/${input.kernel}`;
  const { approvedBy: _, approvedOn: __, ...record } = recordRun({ ...input, kernel, verdict: null });
  return { ...record, stamp: "PREVIEW" };
}
