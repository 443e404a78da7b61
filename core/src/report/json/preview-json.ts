/** The fixed JSON of `marginal fit --preview --json`: marked as a preview where a reader looks first. */

import type { PreviewHealth } from "../../diagnose/judge-preview.ts";
import type { PreviewRecord } from "../../govern/record-preview.ts";
import type { Interval } from "../../numerics/interval.ts";
import type { PreviewResults } from "../preview-results.ts";
import { type ChannelJson, channelJson } from "./channel-json.ts";
import { showsEstimates } from "./shows-estimates.ts";

export interface PreviewJson {
  readonly method: "preview";
  readonly preview: PreviewHealth;
  readonly run: PreviewRecord & { readonly intervalLevel: number };
  readonly channels: readonly ChannelJson[];
  /** KPI units over the window; null where the tier only orders channels. */
  readonly baseline: Interval | null;
  readonly timing: { readonly seconds: number; readonly gradientEvaluations: number };
}

/**
 * The estimates of a preview as JSON.
 *
 * @param seconds - that the preview took, measured by the host.
 * @returns amounts by the same tiers as for the full fit (X-01, D-02).
 */
export function previewJson(results: PreviewResults, seconds: number): PreviewJson {
  const { method, run, attribution, health, gradientEvaluations } = results;
  return {
    method,
    preview: health,
    run: { ...run, intervalLevel: attribution.level },
    channels: attribution.channels.map((channel) => channelJson(channel, run)),
    baseline: showsEstimates(run.tier) ? attribution.baseline.total : null,
    timing: { seconds, gradientEvaluations },
  };
}
