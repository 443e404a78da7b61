/** The fit again under other priors: what each channel's figure would be had we assumed less, or more (C-10). */

import { attributeKpi } from "./attribute/attribute-kpi.ts";
import { drawEvidence } from "./attribute/draw-evidence.ts";
import type { Tier } from "./audit/scorecard.ts";
import type { Brief } from "./data/brief.ts";
import type { MediaHistory } from "./data/media-history.ts";
import { type ComparedFit, compareFits } from "./diagnose/compare-fits.ts";
import { isConverged } from "./diagnose/convergence.ts";
import { leaveOneOut } from "./diagnose/leave-one-out.ts";
import type { Rules } from "./govern/methodology.ts";
import { attributionInput, type FitHost, type KpiFit, walk } from "./kpi-fit.ts";
import { scalePriors } from "./model/scale-priors.ts";
import type { Refusal } from "./report/defense-results.ts";
import type { PriorRefit, PriorRefits } from "./report/refit-results.ts";

/** What was fitted, and from what. */
export interface RefitInput {
  readonly fit: KpiFit;
  readonly history: MediaHistory;
  readonly brief: Brief;
  readonly tier: Tier;
}

/**
 * Fits twice more, with narrower and with wider priors of every channel's effect.
 *
 * @param input - the fit as it stands.
 * @param rules - how much narrower and wider.
 * @returns the three side by side, or why they could not be walked to the end.
 */
export async function refitPriors(
  { fit, history, brief, tier }: RefitInput,
  rules: Rules,
  host: FitHost,
): Promise<PriorRefits | Refusal> {
  const { priorNarrow, priorWide } = rules.diagnose;
  const refits: (PriorRefit & { readonly compared: ComparedFit })[] = [];
  for (const [priors, factor] of [
    ["informative", priorNarrow],
    ["as stated", 1],
    ["vague", priorWide],
  ] as const) {
    const model = scalePriors(fit.model, factor);
    const posterior = factor === 1 ? fit.posterior : await walk(model, brief, rules, host, "sensitivity");
    if ("gate" in posterior) return posterior;
    const { channels, observed } = attributeKpi(
      attributionInput({ model, history, posterior, brief, tier }, rules),
    );
    const { weeks, logLikelihood } = drawEvidence(model, posterior, rules.diagnose.looDraws);
    const loo = leaveOneOut({ weeks, chains: logLikelihood }, rules.diagnose.khatMax);
    refits.push({
      priors,
      factor,
      // the fit as it stands was judged on all its draws, of which a part may have been kept
      converged:
        factor === 1
          ? aimed(fit.health, rules)
          : isConverged(posterior.quantities, posterior.chains, rules.diagnose),
      channels: channels.map(({ name, contribution, roas, cpik, rank }) => ({
        name,
        contribution,
        roas,
        cpik,
        rank,
      })),
      compared: { name: priors, weeks: history.weeks, observed, loo },
    });
  }
  return {
    refits: refits.map(({ compared: _, ...refit }) => refit),
    comparison: compareFits(refits.map(({ compared }) => compared)),
  };
}

function aimed({ rhatMax, essBulkMin, essTailMin }: KpiFit["health"], { diagnose }: Rules): boolean {
  return rhatMax < diagnose.rhatTarget && Math.min(essBulkMin, essTailMin) > diagnose.essMin;
}
