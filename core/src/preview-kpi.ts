/** The preview: the main path up to attribution, by the quick fit, in this thread; never a result. */

import { attributeKpi } from "./attribute/attribute-kpi.ts";
import { auditReadiness } from "./audit/audit-readiness.ts";
import type { Tier } from "./audit/scorecard.ts";
import type { Brief } from "./data/brief.ts";
import type { MediaHistory } from "./data/media-history.ts";
import { readHistories } from "./data/read-histories.ts";
import type { Reading } from "./data/reading.ts";
import { judgePreview } from "./diagnose/judge-preview.ts";
import type { Methodology, Rules } from "./govern/methodology.ts";
import { recordPreview } from "./govern/record-preview.ts";
import { attributionInput } from "./kpi-fit.ts";
import { buildTarget } from "./model/build-target.ts";
import { specifyModel } from "./model/specify-model.ts";
import type { Refusal } from "./report/defense-results.ts";
import type { PreviewResults } from "./report/preview-results.ts";
import { type PreviewPosterior, quickFit } from "./sample/quick-fit.ts";
import type { Table } from "./spreadsheet/table.ts";

/** The moment, and what computes the log density. */
export interface PreviewHost {
  /** ISO date. */
  readonly today: string;
  /** ISO timestamp. */
  readonly now: string;
  /** "typescript-1" is in every host. */
  readonly kernel: string;
}

export type PreviewOutcome =
  /** Bad input or an open question: the reading says which. */
  | { readonly kind: "unreadable"; readonly reading: Reading }
  /** A gate of the full fit refused: a preview passes none that it would not. */
  | { readonly kind: "refused"; readonly reading: Reading; readonly refusal: Refusal }
  | {
      readonly kind: "previewed";
      readonly reading: Reading;
      readonly posterior: PreviewPosterior;
      readonly results: PreviewResults;
    };

/**
 * From tables to a preview of what each channel brought in, through the gates of the full fit.
 *
 * @returns synchronously, without threads, clock or WebAssembly: fit for a custom function or Apps Script.
 */
export function previewBudget(
  tables: readonly Table[],
  brief: Brief,
  methodology: Methodology,
  host: PreviewHost,
): PreviewOutcome {
  const { rules } = methodology;
  const reading = readHistories(tables, brief, rules.data, host.today);
  const { history } = reading;
  if (history === null) return { kind: "unreadable", reading };
  const { tier, refusal } = auditReadiness(history, rules.audit, reading);
  if (refusal !== null) return { kind: "refused", reading, refusal };
  const { posterior, ...preview } = previewKpi(history, brief, tier, rules, host.kernel);
  const { kernel, now } = host;
  const run = recordPreview({ history, brief, methodology, tier, kernel, now });
  return { kind: "previewed", reading, posterior, results: { ...preview, run } };
}

/** What is known of a preview before it is recorded. */
export interface KpiPreview extends Omit<PreviewResults, "run"> {
  readonly posterior: PreviewPosterior;
}

/**
 * Previews the fit of a history that has passed its audit.
 *
 * @param tier - decides which amounts are withheld, as for the full fit.
 * @param kernel - name of what computes the log density.
 */
export function previewKpi(
  history: MediaHistory,
  brief: Brief,
  tier: Tier,
  rules: Rules,
  kernel: string,
): KpiPreview {
  const model = specifyModel(history, rules.model);
  const posterior = quickFit(buildTarget(model, kernel), brief.sampling.seed);
  const attribution = attributeKpi(attributionInput({ model, history, posterior, brief, tier }, rules));
  return {
    method: "preview",
    posterior,
    attribution,
    health: judgePreview(posterior, rules.diagnose),
    gradientEvaluations: posterior.gradientEvaluations,
  };
}
