/** The draws of a preview as plain JSON, shaped as those of a fit and marked as what they are. */

import type { PreviewPosterior } from "../sample/quick-fit.ts";
import { type DrawsJson, posteriorGroup } from "./draws-json.ts";
import type { PreviewRecord } from "./record-preview.ts";

/** Draws are independent: nothing of a walk stands beside them. */
export type PreviewDrawsJson = Omit<DrawsJson, "sample_stats" | "log_likelihood">;

/**
 * The draws of a preview.
 *
 * @param observed - [week] the KPI that the model saw.
 * @returns groups named as in ArviZ's InferenceData schema, with `method: "preview"` and its k-hat among the attributes.
 */
export function previewDrawsJson(
  posterior: PreviewPosterior,
  observed: Float64Array,
  run: PreviewRecord,
): PreviewDrawsJson {
  return {
    attrs: {
      inference_library: "marginal",
      inference_library_version: run.engineVersion,
      method: posterior.method,
      stamp: run.stamp,
      khat: posterior.khat,
      effective_draws: posterior.effectiveDraws,
      kernel: run.kernel,
      run_key: run.runKey,
      seed: run.seed,
      created_at: run.createdAt,
    },
    posterior: posteriorGroup(posterior),
    observed_data: { kpi: Array.from(observed) },
  };
}
