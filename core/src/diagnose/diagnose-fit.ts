/** The verdict on a fit, with every number it rests on. */

import type { Posterior } from "../sample/protocol.ts";
import { ebfmi } from "./ebfmi.ts";
import { fitErrors } from "./fit-errors.ts";
import type {
  FitHealth,
  HealthCheck,
  PriorPredictiveSummary,
  QuantityDiagnostics,
  Verdict,
} from "./fit-health.ts";
import { leaveOneOut, waic } from "./leave-one-out.ts";
import { locateDivergences } from "./locate-divergences.ts";
import type { LogLikelihood } from "./log-likelihood.ts";
import { checkKhat, looSummary, withoutParts } from "./loo-summary.ts";
import { checkCoverage, checkDurbinWatson, checkHoldout, checkModelR2 } from "./prediction-checks.ts";
import { predictiveCoverage } from "./predictive-coverage.ts";
import { type PriorEvidence, priorInfluence } from "./prior-influence.ts";
import { quantityChains } from "./quantity-chains.ts";
import { diagnoseQuantity, type NamedChains } from "./quantity-diagnostics.ts";
import type { DiagnoseRules } from "./rules.ts";
import {
  checkDivergences,
  checkEbfmi,
  checkEss,
  checkRhat,
  checkTreeDepth,
  gravest,
} from "./sampling-checks.ts";

/** What a fit is judged on. */
export interface FitEvidence {
  readonly posterior: Posterior;
  /** Reported quantities that were computed after the walk, e.g. ROAS. */
  readonly extraQuantities?: readonly NamedChains[];
  /** [week] ISO dates of the fitted weeks. */
  readonly weeks: readonly string[];
  /** How likely every fitted week was in evenly spaced draws. */
  readonly logLikelihood: LogLikelihood;
  /** Channels and priors at the same draws. */
  readonly priors: PriorEvidence;
  readonly priorPredictive: PriorPredictiveSummary;
  /** [week] KPI of the fitted weeks. */
  readonly observed: Float64Array;
  /** [week] posterior mean of the expected KPI. */
  readonly expected: Float64Array;
  /** [week] ends of the predictive interval, at the level of the rules. */
  readonly predictive: { readonly lo: Float64Array; readonly hi: Float64Array };
  /** [held-out week] of a second fit that has not seen them. */
  readonly holdout: { readonly observed: Float64Array; readonly expected: Float64Array } | null;
}

/**
 * Judges a fit.
 *
 * Only the gates of sampling refuse (verdict `fail`): without convergence no figure means anything. Coverage below its
 * bound fails as a check but makes the verdict `review`: the estimates stand, their intervals need a person's look. Model
 * R², holdout error, Durbin–Watson and the week that the fit leans on are notes and leave the verdict alone (X-02: model R² is never a gate).
 *
 * @param evidence - draws, fitted weeks, held-out weeks.
 * @param rules - every limit.
 * @returns checks with a reason and a remedy wherever one does not pass.
 */
export function diagnoseFit(evidence: FitEvidence, rules: DiagnoseRules): FitHealth {
  const { posterior, observed, expected, predictive, holdout } = evidence;
  const quantities = diagnoseQuantities(evidence, rules);
  const divergences = countOver(posterior, ({ divergent }) => divergent.reduce((sum, flag) => sum + flag, 0));
  const draws = countOver(posterior, (chain) => chain.draws);
  const ebfmiMin = Math.min(...posterior.chains.map(({ energy }) => ebfmi(energy)));
  const coverage90 = predictiveCoverage(observed, predictive.lo, predictive.hi, rules);
  const places = locateDivergences(posterior, rules);
  const treeDepthHits = countOver(
    posterior,
    ({ treeDepth }) => treeDepth.filter((depth) => depth === posterior.maxTreeDepth).length,
  );
  const loo = looSummary(leaveOneOut(evidence.logLikelihood, rules.khatMax), evidence.weeks);
  const inSample = fitErrors(observed, expected);
  const unseen = holdout && fitErrors(holdout.observed, holdout.expected);
  const rhat = checkRhat(quantities, rules);
  const essBulk = checkEss("essBulk", quantities, rules);
  const essTail = checkEss("essTail", quantities, rules);
  const gates = [
    rhat,
    essBulk,
    essTail,
    checkDivergences(divergences, draws, places, rules),
    checkTreeDepth(treeDepthHits, draws, rules),
    checkEbfmi(ebfmiMin, rules),
  ];
  const coverage = checkCoverage(coverage90);
  const notes = [checkModelR2(inSample, rules), checkDurbinWatson(inSample, rules), checkKhat(loo)];
  if (unseen) notes.push(checkHoldout(unseen, rules));
  return {
    verdict: overall(gates, coverage),
    checks: [...gates, coverage, ...notes],
    rhatMax: rhat.value,
    essBulkMin: essBulk.value,
    essTailMin: essTail.value,
    divergences,
    draws,
    ebfmiMin,
    treeDepthHits,
    divergencesAt: places,
    loo,
    waic: withoutParts(waic(evidence.logLikelihood)),
    priorInfluence: priorInfluence(evidence.priors, rules),
    priorPredictive: evidence.priorPredictive,
    quantities,
    coverage90,
    inSample,
    holdout: unseen,
  };
}

function overall(gates: readonly HealthCheck[], coverage: HealthCheck): Verdict {
  const ofCoverage = coverage.verdict === "fail" ? "review" : coverage.verdict;
  return gravest([...gates.map((gate) => gate.verdict), ofCoverage]);
}

function diagnoseQuantities(evidence: FitEvidence, rules: DiagnoseRules): QuantityDiagnostics[] {
  const { posterior, extraQuantities = [] } = evidence;
  const recorded = posterior.quantities.map((name, index) => ({
    name,
    chains: quantityChains(posterior.chains, index),
  }));
  return [...recorded, ...extraQuantities].map((quantity) => diagnoseQuantity(quantity, rules.intervalLevel));
}

function countOver(posterior: Posterior, count: (chain: Posterior["chains"][number]) => number): number {
  return posterior.chains.reduce((sum, chain) => sum + count(chain), 0);
}
