/** A preview as it is reported. It has no `FitHealth` and no `RunRecord`, so nothing that reports a fit takes it. */

import type { Attribution } from "../attribute/attribution.ts";
import type { PreviewHealth } from "../diagnose/judge-preview.ts";
import type { PreviewRecord } from "../govern/record-preview.ts";

export interface PreviewResults {
  readonly method: "preview";
  readonly run: PreviewRecord;
  readonly attribution: Attribution;
  readonly health: PreviewHealth;
  readonly gradientEvaluations: number;
}
