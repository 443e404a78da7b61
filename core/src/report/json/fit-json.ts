/** The fixed JSON of `marginal fit --json`: fields may be added, never renamed. */

import type { AccuracySummary, FitHealth, LooSummary } from "../../diagnose/fit-health.ts";
import type { RunRecord } from "../../govern/run-record.ts";
import type { Interval } from "../../numerics/interval.ts";
import type { DefenseResults } from "../defense-results.ts";
import { type ChannelJson, channelJson } from "./channel-json.ts";
import { showsEstimates } from "./shows-estimates.ts";

/** What the walk cost. */
export interface FitTiming {
  readonly warmupSeconds: number;
  readonly samplingSeconds: number;
  readonly gradientEvaluations: number;
}

export interface FitJson {
  /** Seed, hashes, versions, kernel, window, tier, stamp and approval; with the level of every interval below. */
  readonly run: RunRecord & { readonly intervalLevel: number };
  readonly channels: readonly ChannelJson[];
  /** KPI units over the window; null where the tier only orders channels. */
  readonly baseline: Interval | null;
  readonly fit: {
    readonly mape: number;
    readonly r2: number;
    readonly holdoutMape: number | null;
    readonly coverage90: number;
    readonly durbinWatson: number;
    readonly gapShare: number;
  };
  readonly diagnostics: Pick<
    FitHealth,
    "rhatMax" | "essBulkMin" | "essTailMin" | "divergences" | "verdict"
  > & {
    /** One per check that did not pass, in plain words. */
    readonly reasons: readonly string[];
    /** Leave-one-out accuracy in log density per KPI unit, and the week that the fit leans on most. */
    readonly loo: Omit<LooSummary, "weeks">;
    readonly waic: AccuracySummary;
    /** Per channel: how far its figure moved from the prior, and whether it still hangs on it. */
    readonly priorInfluence: FitHealth["priorInfluence"];
    readonly priorPredictive: Pick<FitHealth["priorPredictive"], "insideShare" | "negativeShare">;
  };
  readonly timing: FitTiming;
}

/** The estimates of a run as JSON. */
export function fitJson({ run, attribution, health }: DefenseResults, timing: FitTiming): FitJson {
  const { rhatMax, essBulkMin, essTailMin, divergences, verdict, checks, inSample, holdout, coverage90 } =
    health;
  const { waic, priorInfluence } = health;
  const { weeks: _, ...loo } = health.loo;
  const { insideShare, negativeShare } = health.priorPredictive;
  return {
    run: { ...run, intervalLevel: attribution.level },
    channels: attribution.channels.map((channel) => channelJson(channel, run)),
    baseline: showsEstimates(run.tier) ? attribution.baseline.total : null,
    fit: {
      mape: inSample.mape,
      r2: inSample.r2,
      holdoutMape: holdout?.mape ?? null,
      coverage90: coverage90.value,
      durbinWatson: inSample.durbinWatson,
      gapShare: attribution.gapShare,
    },
    diagnostics: {
      rhatMax,
      essBulkMin,
      essTailMin,
      divergences,
      verdict,
      reasons: checks.filter((check) => check.verdict !== "pass").map((check) => check.reason),
      loo,
      waic,
      priorInfluence,
      priorPredictive: { insideShare, negativeShare },
    },
    timing,
  };
}
