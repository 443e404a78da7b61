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
import type { Posterior } from "./sample/protocol.ts";

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
 * @returns the three side by side; or why a walk came to nothing.
 */
export async function refitPriors(
  input: RefitInput,
  rules: Rules,
  host: FitHost,
): Promise<PriorRefits | Refusal> {
  const narrow = await refit(input, "informative", rules, host);
  if ("gate" in narrow) return narrow;
  const wide = await refit(input, "vague", rules, host);
  if ("gate" in wide) return wide;
  const { model, posterior, attribution, health } = input.fit;
  const { rhatTarget, essMin } = rules.diagnose;
  const converged = health.rhatMax < rhatTarget && Math.min(health.essBulkMin, health.essTailMin) > essMin;
  const stated = gathered(
    { priors: "as stated", factor: 1, converged },
    { model, posterior, attribution },
    rules,
  );
  const all = [narrow, stated, wide];
  return {
    refits: all.map(({ row }) => row),
    comparison: compareFits(all.map(({ compared }) => compared)),
  };
}

/** One fit in both its roles: as a row of figures, and as a fit to be compared. */
interface Gathered {
  readonly row: PriorRefit;
  readonly compared: ComparedFit;
}

async function refit(
  { fit, history, brief, tier }: RefitInput,
  priors: "informative" | "vague",
  rules: Rules,
  host: FitHost,
): Promise<Gathered | Refusal> {
  const factor = priors === "vague" ? rules.diagnose.priorWide : rules.diagnose.priorNarrow;
  const model = scalePriors(fit.model, factor);
  const posterior = await walk(model, brief, rules, host, "sensitivity");
  if ("gate" in posterior) return posterior;
  const attribution = attributeKpi(attributionInput({ model, history, posterior, brief, tier }, rules));
  const converged = isConverged(posterior.quantities, posterior.chains, rules.diagnose);
  return gathered({ priors, factor, converged }, { model, posterior, attribution }, rules);
}

function gathered(
  head: Omit<PriorRefit, "channels">,
  {
    model,
    posterior,
    attribution,
  }: Pick<KpiFit, "model" | "attribution"> & { readonly posterior: Posterior },
  rules: Rules,
): Gathered {
  const { weeks, logLikelihood } = drawEvidence(model, posterior, rules.diagnose.looDraws);
  return {
    row: {
      ...head,
      channels: attribution.channels.map(({ name, contribution, roas, cpik, rank }) => ({
        name,
        contribution,
        roas,
        cpik,
        rank,
      })),
    },
    compared: {
      name: head.priors,
      weeks: model.weeks,
      observed: attribution.observed,
      loo: leaveOneOut({ weeks, chains: logLikelihood }, rules.diagnose.khatMax),
    },
  };
}
