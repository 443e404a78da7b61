/** Speed in counts, which are the same on every machine: gradients until quality, ESS per gradient, divergences. */

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
import { recordFigures } from "../matchers/record-figures.ts";
import { describeShared } from "../matchers/shared.ts";
import { type PublishedTruth, referenceHistory } from "./reference-class.ts";

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const PLAN = defaultRules(SAMPLE_ROWS);
const DIAGNOSE = defaultRules(DIAGNOSE_ROWS);

/** What a seed cost and brought. */
interface Counted {
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

async function count(truth: PublishedTruth, seed: number): Promise<Counted> {
  const model = specifyModel(referenceHistory(truth, seed), defaultRules(MODEL_ROWS));
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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// sampler.md §10; seeds 1 … 8, none swapped (decisions §11)
describeShared("on the reference class, 156 weeks and 10 channels", (path) => {
  const file = path("data", "mmm-reference", "mmm_T156_K10_seed2.json");
  const { truth } = JSON.parse(readFileSync(file, "utf8")) as { readonly truth: PublishedTruth };
  const counted: Counted[] = [];

  beforeAll(async () => {
    for (const seed of SEEDS) {
      const one = await count(truth, seed);
      counted.push(one);
      process.stdout.write(`${JSON.stringify(one)}\n`);
    }
  });

  const toQuality = (): number[] => counted.map((one) => one.toQuality);
  const yields = (): number[] => counted.slice(0, 3).map((one) => one.worstEssPerThousand);
  const divergences = (): number => counted.reduce((sum, one) => sum + one.divergences, 0);

  afterAll(() => {
    const source = "sampler.md §10";
    const least = Math.min(...counted.map((one) => one.worstEssPerThousand));
    recordFigures("speed-gates", [
      {
        what: "gradients to quality, median of 8 seeds",
        value: median(toQuality()),
        limit: "≤ 65,000",
        source,
      },
      {
        what: "gradients to quality, most of 8 seeds",
        value: Math.max(...toQuality()),
        limit: "≤ 90,000",
        source,
      },
      {
        what: "worst bulk ESS per 1,000 gradients, median of seeds 1–3",
        value: median(yields()),
        limit: "≥ 28",
        source,
      },
      { what: "worst bulk ESS per 1,000 gradients, least of 8 seeds", value: least, limit: "reported" },
      { what: "divergences in 8 × 4,000 draws", value: divergences(), limit: "≤ 4", source },
      {
        what: "leapfrogs per draw, median of 8 seeds",
        value: median(counted.map((one) => one.leapfrogsPerDraw)),
        limit: "reported",
      },
    ]);
  });

  it("a fit needs 65 000 gradients to quality in the median of 8 seeds, none more than 90 000", () => {
    expect(median(toQuality())).toBeLessThanOrEqual(65_000);
    expect(Math.max(...toQuality())).toBeLessThanOrEqual(90_000);
  });

  it("1000 sampling gradients are worth 28 effective draws of the worst quantity, median of 3 seeds", () => {
    expect(median(yields())).toBeGreaterThanOrEqual(28);
  });

  it("8 × 4000 draws at the default acceptance diverge 4 times at most", () => {
    expect(divergences()).toBeLessThanOrEqual(4);
  });
});
