/** Whether a preview may be looked at as a guide: k-hat and the draws it is worth, in one sentence. */

import { khatLimit } from "../numerics/pareto-smoothing.ts";
import type { PreviewPosterior } from "../sample/quick-fit.ts";
import type { DiagnoseRules } from "./rules.ts";

export type PreviewVerdict = "good" | "usable" | "unvouched";

export interface PreviewHealth {
  readonly verdict: PreviewVerdict;
  readonly khat: number;
  readonly effectiveDraws: number;
  readonly severalPeaks: boolean;
  /** For the user: what the preview is worth. */
  readonly sentence: string;
}

/** What a preview's health is read from. */
export type PreviewFigures = Pick<PreviewPosterior, "khat" | "effectiveDraws" | "proposals" | "severalPeaks">;

/**
 * Judges a preview; a good one is still no result.
 *
 * @returns e.g. k-hat 0.3 from 1000 effective draws is "good", 0.6 "usable", 0.8 or a second peak "unvouched".
 * Source: Vehtari et al. (2024): below 0.5 the ratios' variance is finite; above 0.7 no practical number of draws suffices.
 */
export function judgePreview(preview: PreviewFigures, rules: DiagnoseRules): PreviewHealth {
  const { khat, effectiveDraws, severalPeaks } = preview;
  const verdict = verdictOf(preview, rules);
  return { verdict, khat, effectiveDraws, severalPeaks, sentence: sentenceOf(verdict, severalPeaks) };
}

function verdictOf(preview: PreviewFigures, rules: DiagnoseRules): PreviewVerdict {
  const { khat, effectiveDraws, proposals, severalPeaks } = preview;
  const vouches =
    !severalPeaks &&
    khat <= khatLimit(proposals, rules.previewKhatUsable) &&
    effectiveDraws >= rules.previewEffectiveMin;
  if (!vouches) return "unvouched";
  return khat <= rules.previewKhatGood ? "good" : "usable";
}

function sentenceOf(verdict: PreviewVerdict, severalPeaks: boolean): string {
  switch (verdict) {
    case "good":
      return "Preview: these intervals are close to those of the full fit; decide on the full fit.";
    case "usable":
      return "Preview: the order of size is right, the ends of the intervals are rough; decide on the full fit.";
    case "unvouched":
      return severalPeaks
        ? "Preview: the data allow more than one explanation and this shows one of them; it can't vouch for its intervals: run the full fit."
        : "Preview: it can't vouch for its intervals: run the full fit.";
  }
}
