/** What `marginal fit --sensitivity --json` adds: every channel under narrower, stated and wider priors (C-10). */

import type { FitComparison } from "../../diagnose/compare-fits.ts";
import type { RunRecord } from "../../govern/run-record.ts";
import type { PriorRefits, RefitChannel } from "../refit-results.ts";
import { showsEstimates } from "./shows-estimates.ts";

export interface SensitivityJson {
  readonly refits: ReadonlyArray<{
    readonly priors: string;
    readonly factor: number;
    readonly converged: boolean;
    /** Amounts are null where the tier only orders channels. */
    readonly channels: readonly SensitivityChannel[];
  }>;
  readonly comparison: FitComparison;
}

type SensitivityChannel = Pick<RefitChannel, "name" | "rank"> & {
  readonly [Amount in "contribution" | "roas" | "cpik"]: RefitChannel[Amount] | null;
};

/** The refits of a run. */
export function sensitivityJson({ refits, comparison }: PriorRefits, run: RunRecord): SensitivityJson {
  const shows = showsEstimates(run.tier);
  return {
    refits: refits.map(({ channels, ...refit }) => ({
      ...refit,
      channels: channels.map((channel) =>
        shows
          ? channel
          : { name: channel.name, rank: channel.rank, contribution: null, roas: null, cpik: null },
      ),
    })),
    comparison,
  };
}
