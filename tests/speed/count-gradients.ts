/** One data set's counts, in a thread of their own: what it costs to reach quality, and what a gradient is worth. */

import { readFileSync } from "node:fs";
import { isConverged } from "@mmm/core/diagnose/convergence.ts";
import { essBulk } from "@mmm/core/diagnose/ess.ts";
import { quantityChains } from "@mmm/core/diagnose/quantity-chains.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { DIAGNOSE_ROWS } from "@mmm/core/govern/rows/diagnose-rows.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { SAMPLE_ROWS } from "@mmm/core/govern/rows/sample-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { KERNEL } from "@mmm/core/model/kernel/choose-kernel.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import type { Posterior, SamplingPlan } from "@mmm/core/sample/protocol.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import { answerJobs } from "../recovery/answer-jobs.ts";
import { type PublishedReference, publishedHistory, referenceHistory } from "./simulate-reference.ts";

/** Which data and which seed of the sampler; a simulated data set has the same seed. */
export interface CountJob {
  readonly file: string;
  readonly data: "published" | "simulated";
  readonly seed: number;
}

const PLAN = defaultRules(SAMPLE_ROWS);
const DIAGNOSE = defaultRules(DIAGNOSE_ROWS);

/** What a seed cost and brought. */
export interface Counted {
  readonly seed: number;
  /** Gradients, warmup and any retry included, until the product's own stopping rule; Infinity where it was not met. */
  readonly toQuality: number;
  readonly draws: number;
  readonly warmupGradients: number;
  readonly acceptance: number;
  /** Of a run of 4 × 1000 draws at the default acceptance, without retry. */
  readonly divergences: number;
  readonly worstEssPerThousand: number;
  readonly worstQuantity: string;
  readonly leapfrogsPerDraw: number;
}

async function walk(
  model: MediaMixModel,
  plan: SamplingPlan,
  isEnough: (quantities: readonly string[], chains: Posterior["chains"]) => boolean,
): Promise<Posterior> {
  const outcome = await runInProcess<MediaMixModel>(buildTarget, KERNEL, () => 0)(model, plan, isEnough, {
    onProgress: () => undefined,
    cancelled: () => false,
  });
  if (outcome.kind !== "sampled") throw new Error("nobody cancels here");
  return outcome.posterior;
}

async function count({ file, data, seed }: CountJob): Promise<Counted> {
  const reference = JSON.parse(readFileSync(file, "utf8")) as PublishedReference;
  const history =
    data === "published" ? publishedHistory(reference) : referenceHistory(reference.truth, seed);
  const model = specifyModel(history, defaultRules(MODEL_ROWS));
  const enough = (quantities: readonly string[], chains: Posterior["chains"]): boolean =>
    isConverged(quantities, chains, DIAGNOSE);
  const product = await walk(model, { ...PLAN, seed }, enough);
  const met = enough(product.quantities, product.chains);
  const long = { ...PLAN, seed, minDraws: 1000, maxDraws: 1000, retryAcceptance: PLAN.targetAcceptance };
  const whole = await walk(model, long, () => true);
  const leapfrogs = whole.chains.reduce(
    (sum, chain) => sum + chain.leapfrogs.reduce((part, steps) => part + steps, 0),
    0,
  );
  const ess = whole.quantities.map((_, index) => essBulk(quantityChains(whole.chains, index)));
  const worst = ess.indexOf(Math.min(...ess));
  return {
    seed,
    toQuality: met ? product.gradientEvaluations : Number.POSITIVE_INFINITY,
    draws: product.chains[0].draws,
    warmupGradients: product.warmup.reduce((sum, report) => sum + report.gradientEvaluations, 0),
    acceptance: product.targetAcceptance,
    divergences: whole.chains.reduce(
      (sum, { divergent }) => sum + divergent.reduce((part, flag) => part + flag, 0),
      0,
    ),
    worstEssPerThousand: (1000 * ess[worst]) / leapfrogs,
    worstQuantity: whole.quantities[worst],
    leapfrogsPerDraw: leapfrogs / 4000,
  };
}

answerJobs<CountJob, Counted>(count);
