/** One fit, whole: model, draws, attribution, the check on held-out weeks, and the verdict on all of it. */

import { type AttributionInput, attributeKpi } from "./attribute/attribute-kpi.ts";
import type { Attribution } from "./attribute/attribution.ts";
import { type DrawEvidence, drawEvidence } from "./attribute/draw-evidence.ts";
import { readDraws } from "./attribute/draw-table.ts";
import { expectedKpi } from "./attribute/expected-kpi.ts";
import { type PriorPredictive, priorPredictive } from "./attribute/prior-predictive.ts";
import type { Tier } from "./audit/scorecard.ts";
import type { Brief } from "./data/brief.ts";
import type { MediaHistory } from "./data/media-history.ts";
import { pooled } from "./diagnose/chain-matrix.ts";
import { isConverged } from "./diagnose/convergence.ts";
import { diagnoseFit } from "./diagnose/diagnose-fit.ts";
import type { FitHealth, PriorPredictiveSummary } from "./diagnose/fit-health.ts";
import { holdoutWeeks } from "./diagnose/holdout-weeks.ts";
import { totalLogLikelihood } from "./diagnose/log-likelihood.ts";
import type { PriorEvidence } from "./diagnose/prior-influence.ts";
import type { Rules } from "./govern/methodology.ts";
import { modelKey } from "./govern/run-key.ts";
import type { MediaMixModel } from "./model/media-mix-model.ts";
import { specifyModel } from "./model/specify-model.ts";
import { createRandom } from "./numerics/random.ts";
import type { Refusal } from "./report/defense-results.ts";
import type { Checkpoints } from "./sample/checkpoint.ts";
import { type KeptPosterior, keepDraws } from "./sample/keep-draws.ts";
import type { Posterior, RunChains, SamplingPlan, SamplingWatch } from "./sample/protocol.ts";

/** The walks of a fit: all weeks, all but the held-out ones, and all weeks under other priors. */
export type FitStage = "fit" | "holdout" | "sensitivity";

/** What a fit needs of the machine it runs on. */
export interface FitHost {
  readonly runChains: RunChains<MediaMixModel>;
  readonly watch: (stage: FitStage) => SamplingWatch;
  /** Where a walk goes on from and keeps its checkpoints; absent, or null for a stage, where nobody keeps any. */
  readonly checkpoints?: (stage: FitStage) => StageCheckpoints | null;
}

/** The host keeps checkpoints; the engine knows to which model they belong. */
export type StageCheckpoints = Omit<Checkpoints, "modelKey">;

/** Why a tier carries no return on spend (X-01, D-02); null where it does. */
const WITHHELD: Readonly<Record<Tier, string | null>> = {
  blocked: "the data are not ready for an estimate",
  "prior-driven": "under 30 weeks the figures would be our assumptions, not your data",
  directional: "under 60 weeks the data order the channels but do not size their return",
  caveat: null,
  full: null,
};

/** Chains own the streams 2 · chain and 2 · chain + 1; what is drawn for the report lies far above them. */
const REPORT_STREAM = 1_048_576;

export interface KpiFit {
  readonly model: MediaMixModel;
  /** At most 2 MB of draws; attribution and health rest on all of them. */
  readonly posterior: KeptPosterior;
  readonly attribution: Attribution;
  readonly health: FitHealth;
}

/**
 * Fits a history and judges the fit.
 *
 * @returns a refusal when the watcher cancelled, or when a checkpoint is of another run.
 */
export async function fitKpi(
  history: MediaHistory,
  brief: Brief,
  tier: Tier,
  rules: Rules,
  host: FitHost,
): Promise<KpiFit | Refusal> {
  const model = specifyModel(history, rules.model);
  const posterior = await walk(model, brief, rules, host, "fit");
  if ("gate" in posterior) return posterior;
  const holdout = await predictHeldOut(history, brief, rules, host);
  if (holdout !== null && "gate" in holdout) return holdout;

  const input = attributionInput({ model, history, posterior, brief, tier }, rules);
  const attribution = attributeKpi(input);
  const evidence = drawEvidence(model, posterior, rules.diagnose.looDraws);
  const predicted = priorPredictive(
    model,
    rules.diagnose.priorPredictiveDraws,
    rules.attribute.level,
    input.random,
  );
  const health = diagnoseFit(
    {
      posterior,
      weeks: model.weeks,
      logLikelihood: { weeks: evidence.weeks, chains: evidence.logLikelihood },
      priors: priorEvidence(model, posterior, attribution, evidence),
      priorPredictive: priorPredictiveSummary(predicted),
      observed: attribution.observed,
      expected: attribution.fitted.mean,
      predictive: attribution.predictive,
      holdout,
    },
    rules.diagnose,
  );
  return { model, posterior: keepDraws(posterior), attribution, health };
}

/**
 * What the attribution of a fit is computed from.
 *
 * @param of - a posterior with its model and history.
 * @returns seeded by the run, so that the same draws give the same attribution.
 */
export function attributionInput(
  of: Pick<AttributionInput, "model" | "history" | "posterior"> & {
    readonly brief: Brief;
    readonly tier: Tier;
  },
  rules: Rules,
): AttributionInput {
  const { model, history, posterior, brief, tier } = of;
  return {
    model,
    history,
    posterior,
    rules: rules.attribute,
    margin: brief.margin,
    roasWithheld: WITHHELD[tier],
    random: createRandom(brief.sampling.seed, REPORT_STREAM),
  };
}

/** Channels and priors at the kept draws, as the judges of the fit ask for them. */
function priorEvidence(
  model: MediaMixModel,
  posterior: Posterior,
  attribution: Attribution,
  evidence: DrawEvidence,
): PriorEvidence {
  const { channels } = readDraws(model, posterior);
  return {
    channels: attribution.channels.map(({ name, learned, learnedShare }, channel) => ({
      name,
      learned,
      learnedShare,
      coordinate: channels[channel].coordinate,
      contribution: pooled(evidence.contribution[channel]),
    })),
    logPrior: pooled(evidence.logPrior),
    logLikelihood: pooled(totalLogLikelihood({ weeks: evidence.weeks, chains: evidence.logLikelihood })),
  };
}

function priorPredictiveSummary({
  weekly,
  insideShare,
  negativeShare,
}: PriorPredictive): PriorPredictiveSummary {
  return { insideShare, negativeShare, lo: Array.from(weekly.lo), hi: Array.from(weekly.hi) };
}

/**
 * Draws of a model by the plan of the methodology and the brief.
 *
 * @returns why there are none when the watcher cancelled or a checkpoint does not fit.
 */
export async function walk(
  model: MediaMixModel,
  brief: Brief,
  rules: Rules,
  host: FitHost,
  stage: FitStage,
): Promise<Posterior | Refusal> {
  const plan: SamplingPlan = { ...rules.sample, ...brief.sampling };
  const kept = host.checkpoints?.(stage) ?? null;
  const outcome = await host.runChains(
    model,
    plan,
    (quantities, chains) => isConverged(quantities, chains, rules.diagnose),
    host.watch(stage),
    kept === null ? undefined : { ...kept, modelKey: modelKey(model) },
  );
  switch (outcome.kind) {
    case "sampled":
      return outcome.posterior;
    case "cancelled":
      return CANCELLED;
    case "refused":
      return { gate: "checkpoint", reason: outcome.reason, remedy: outcome.remedy };
  }
}

const CANCELLED: Refusal = {
  gate: "cancelled",
  reason: "the fit was cancelled before it had converged",
  remedy: "run it again; the same seed gives the same numbers",
};

/** A second fit that has not seen the last weeks, and what it expects of them; null when the history is too short. */
async function predictHeldOut(
  history: MediaHistory,
  brief: Brief,
  rules: Rules,
  host: FitHost,
): Promise<{ observed: Float64Array; expected: Float64Array } | null | Refusal> {
  const held = brief.holdoutWeeks ?? holdoutWeeks(history.weeks.length, rules.diagnose);
  const fitted = history.weeks.length - held;
  if (held === 0 || fitted <= held) return null;
  const model = specifyModel(liveBefore(history, fitted), rules.model, fitted);
  const posterior = await walk(model, brief, rules, host, "holdout");
  if ("gate" in posterior) return posterior;
  return {
    observed: history.kpi.values.subarray(fitted),
    expected: expectedKpi(model, posterior).subarray(fitted),
  };
}

/** The history without channels that had not begun by then: nothing can be learned of them, nor any scale be set. */
function liveBefore(history: MediaHistory, week: number): MediaHistory {
  return {
    ...history,
    channels: history.channels.filter(({ spend }) => spend.subarray(0, week).some((amount) => amount > 0)),
  };
}
