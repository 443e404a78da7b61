/** The gates of sampling: may the draws be trusted at all? (decisions §7, C-15, X-07) */

import type { HealthCheck, QuantityDiagnostics, Verdict } from "./fit-health.ts";
import type { DivergenceLocation } from "./locate-divergences.ts";
import { quantityWords } from "./quantity-words.ts";
import type { DiagnoseRules } from "./rules.ts";

const LONGER =
  "Allow more draws (sampling.maxDraws in the brief). If it stays, look for channels that always move together or hardly ever spend: merge them, or add a lift test.";

/**
 * R-hat of the quantity on which the chains agree least.
 *
 * @param quantities - at least one.
 * @returns pass below the target, fail above the limit of refusal or where it is undefined, review between.
 */
export function checkRhat(quantities: readonly QuantityDiagnostics[], rules: DiagnoseRules): HealthCheck {
  const worst = worstBy(quantities, (quantity) => -quantity.rhat);
  const value = worst.rhat;
  if (value < rules.rhatTarget) return passed("rhat", value, rules.rhatTarget);
  const fails = !(value <= rules.rhatFail);
  return {
    metric: "rhat",
    value,
    limit: fails ? rules.rhatFail : rules.rhatTarget,
    verdict: fails ? "fail" : "review",
    reason: fails
      ? `The independent searches for the answer disagree about "${worst.name}": its figure depends on where a search began.`
      : `The independent searches for the answer do not quite agree yet about "${worst.name}".`,
    remedy: LONGER,
  };
}

/**
 * Bulk or tail ESS of the quantity that has least of it; both are needed for a mean with its interval.
 *
 * @param which - which of the two.
 * @returns pass above the limit, else fail.
 */
export function checkEss(
  which: "essBulk" | "essTail",
  quantities: readonly QuantityDiagnostics[],
  rules: DiagnoseRules,
): HealthCheck {
  const worst = worstBy(quantities, (quantity) => quantity[which]);
  const value = worst[which];
  if (value > rules.essMin) return passed(which, value, rules.essMin);
  const what = which === "essBulk" ? "average" : "interval";
  return {
    metric: which,
    value,
    limit: rules.essMin,
    verdict: "fail",
    reason: `Too few independent draws stand behind the ${what} of "${worst.name}": another run could give another figure.`,
    remedy: LONGER,
  };
}

/**
 * Share of divergent draws.
 *
 * @param divergences - draws kept that diverged.
 * @param draws - all draws kept.
 * @param places - where they gather, farthest first.
 * @returns pass at 0, fail above the limit of refusal, review between; the farthest place in words.
 */
export function checkDivergences(
  divergences: number,
  draws: number,
  places: readonly DivergenceLocation[],
  rules: DiagnoseRules,
): HealthCheck {
  const value = divergences / draws;
  if (divergences === 0) return passed("divergences", value, 0);
  const fails = value > rules.divergentShareFail;
  return {
    metric: "divergences",
    value,
    limit: fails ? rules.divergentShareFail : 0,
    verdict: fails ? "fail" : "review",
    reason: `${divergences} of ${draws} draws broke off where the model is too steep to follow, so some possible answers may be missing.${gathering(places)}`,
    remedy: divergenceRemedy(places),
  };
}

/** Places named in a sentence: more would hide the first. */
const NAMED_PLACES = 2;

function gathering(places: readonly DivergenceLocation[]): string {
  if (places.length === 0) return "";
  const named = places
    .slice(0, NAMED_PLACES)
    .map(({ quantity, location }) => `${quantityWords(quantity).words} is ${location > 0 ? "high" : "low"}`);
  return ` They gather where ${named.join(" and ")}.`;
}

function divergenceRemedy(places: readonly DivergenceLocation[]): string {
  const owner = places.map(({ quantity }) => quantityWords(quantity).owner).find((name) => name !== null);
  if (owner === undefined || owner === null)
    return "Give the channels with the widest intervals a lift test or a narrower prior, or merge channels with few weeks of spend.";
  return `Look at ${owner} first: a lift test or a narrower prior settles what its weeks leave open; with few weeks of its own, merge it with what is bought alike.`;
}

/**
 * Draws whose path was cut off at its greatest length; it costs time and tells of bad scales, and never refuses.
 *
 * @param hits - draws that reached the largest tree depth.
 * @param draws - all draws kept.
 */
export function checkTreeDepth(hits: number, draws: number, rules: DiagnoseRules): HealthCheck {
  const value = hits / draws;
  if (value <= rules.treeDepthShareReview) return passed("treeDepth", value, rules.treeDepthShareReview);
  return {
    metric: "treeDepth",
    value,
    limit: rules.treeDepthShareReview,
    verdict: "review",
    reason: `${hits} of ${draws} draws were cut off before their path had turned: the search crosses the possible answers slowly.`,
    remedy:
      "Look for columns of nearly the same values or of a few huge weeks, and drop or rescale them; more draws help as well.",
  };
}

/**
 * The lowest E-BFMI of the chains; it warns and never refuses, since R-hat and ESS judge the result itself.
 *
 * @param value - lowest over the chains; undefined (NaN) where the energy stood still.
 */
export function checkEbfmi(value: number, rules: DiagnoseRules): HealthCheck {
  if (value >= rules.ebfmiReview) return passed("ebfmi", value, rules.ebfmiReview);
  return {
    metric: "ebfmi",
    value,
    limit: rules.ebfmiReview,
    verdict: "review",
    reason:
      "The search moves sluggishly between likely and unlikely answers, so the ends of intervals may be cut short.",
    remedy: "Look for weeks far out of line (name them as events), then fit again with more draws.",
  };
}

/** A check without anything to say. */
export function passed(metric: string, value: number, limit: number): HealthCheck {
  return { metric, value, limit, verdict: "pass", reason: "", remedy: "" };
}

/** The graver of verdicts; "pass" of none. */
export function gravest(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.includes("review") ? "review" : "pass";
}

/** The quantity with the lowest score; an undefined score is lower than any. */
function worstBy(
  quantities: readonly QuantityDiagnostics[],
  score: (quantity: QuantityDiagnostics) => number,
): QuantityDiagnostics {
  return quantities.reduce((worst, quantity) => {
    const isWorse = Number.isNaN(score(quantity)) || score(quantity) < score(worst);
    return isWorse ? quantity : worst;
  });
}
