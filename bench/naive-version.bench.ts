/** Worst-quantity ESS per CPU second: the engine as it ships against its naive version, same data, in turns. */

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { essBulk } from "@mmm/core/diagnose/ess.ts";
import { quantityChains } from "@mmm/core/diagnose/quantity-chains.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { SAMPLE_ROWS } from "@mmm/core/govern/rows/sample-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { startChain } from "@mmm/core/sample/chain.ts";
import type { ChainDraws } from "@mmm/core/sample/chain-draws.ts";
import type { Target } from "@mmm/core/sample/target.ts";
import { type PublishedTruth, referenceHistory } from "../tests/speed/simulate-reference.ts";
import { cpuSeconds, median } from "./measure.ts";
import { naiveTarget } from "./naive/naive-target.ts";
import { STAN_WARMUP, stanChain } from "./naive/stan-chain.ts";

const SEEDS = [1, 2, 3];
const DRAWS = 1000;
const PLAN = defaultRules(SAMPLE_ROWS);
const SHARED = resolve("../shared/data/mmm-reference/mmm_T156_K10_seed2.json");

interface Run {
  readonly draws: ChainDraws;
  readonly gradients: number;
  readonly seconds: number;
}

function ours(target: Target, seed: number): Run {
  let draws: ChainDraws | null = null;
  let gradients = 0;
  const seconds = cpuSeconds(() => {
    const chain = startChain(target, { ...PLAN, seed, chain: 0 });
    gradients = chain.warmUp(PLAN.warmup).gradientEvaluations;
    draws = chain.advance(DRAWS);
  });
  if (draws === null) throw new Error("nothing was drawn");
  return { draws, gradients: gradients + leapfrogs(draws), seconds };
}

function naive(target: Target, seed: number): Run {
  let chain: ReturnType<typeof stanChain> | null = null;
  const seconds = cpuSeconds(() => {
    chain = stanChain(target, seed, DRAWS);
  });
  if (chain === null) throw new Error("nothing was drawn");
  const { draws, gradients } = chain as ReturnType<typeof stanChain>;
  return { draws, gradients, seconds };
}

function leapfrogs(draws: ChainDraws): number {
  return draws.leapfrogs.reduce((sum, steps) => sum + steps, 0);
}

/** Of the quantities that both record. */
function worstEss({ quantities }: Target, names: readonly string[], draws: ChainDraws): number {
  return Math.min(...names.map((name) => essBulk(quantityChains([draws], quantities.indexOf(name)))));
}

/** Largest difference of two posterior means in standard deviations: both walk the same posterior. */
function worstShift(
  a: Target,
  first: ChainDraws,
  b: Target,
  second: ChainDraws,
  names: readonly string[],
): number {
  return Math.max(
    ...names.map((name) => {
      const [x, y] = [moments(a, first, name), moments(b, second, name)];
      return Math.abs(x.mean - y.mean) / x.sd;
    }),
  );
}

function moments(
  target: Target,
  draws: ChainDraws,
  name: string,
): { readonly mean: number; readonly sd: number } {
  const [values] = quantityChains([draws], target.quantities.indexOf(name));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
}

/** Short walks of all three, so that no timed one pays for the compiler. */
function warmTheCompiler(truth: PublishedTruth): void {
  const model = specifyModel(referenceHistory(truth, 0), defaultRules(MODEL_ROWS));
  ours(buildTarget(model, "wasm-simd-1"), 0);
  ours(buildTarget(model, "typescript-1"), 0);
  const full = naiveTarget(model);
  const gradient = new Float64Array(full.dimension);
  for (let evaluation = 0; evaluation < 10_000; evaluation++) full.logDensity(full.start.mean, gradient);
}

function compare(truth: PublishedTruth): void {
  const ratios: Record<"wasm" | "typescript", number[]> = { wasm: [], typescript: [] };
  console.log(
    `156 weeks × 10 channels, one chain of ${PLAN.warmup} + ${DRAWS} (naive: ${STAN_WARMUP} + ${DRAWS}):`,
  );
  warmTheCompiler(truth);
  for (const seed of SEEDS) {
    const model = specifyModel(referenceHistory(truth, seed), defaultRules(MODEL_ROWS));
    const [wasm, typescript, full] = [
      buildTarget(model, "wasm-simd-1"),
      buildTarget(model, "typescript-1"),
      naiveTarget(model),
    ];
    const runs = { wasm: ours(wasm, seed), naive: naive(full, seed), typescript: ours(typescript, seed) };
    const rate = (target: Target, run: Run): number =>
      worstEss(target, full.quantities, run.draws) / run.seconds;
    const slow = rate(full, runs.naive);
    ratios.wasm.push(rate(wasm, runs.wasm) / slow);
    ratios.typescript.push(rate(typescript, runs.typescript) / slow);
    const say = (name: string, target: Target, run: Run): void =>
      console.log(
        `  seed ${seed} ${name}: ${run.gradients} gradients, ${(leapfrogs(run.draws) / DRAWS).toFixed(1)} leapfrogs per draw, worst ESS ${worstEss(target, full.quantities, run.draws).toFixed(0)}, ${run.seconds.toFixed(1)} CPU s`,
      );
    say("ours, wasm-simd-1", wasm, runs.wasm);
    say("ours, typescript-1", typescript, runs.typescript);
    say("naive, typescript-1", full, runs.naive);
    const shift = worstShift(wasm, runs.wasm.draws, full, runs.naive.draws, full.quantities);
    console.log(`  seed ${seed}: means differ by ${shift.toFixed(2)} sd at most`);
  }
  console.log(
    `  worst-quantity ESS per CPU second against the naive version: wasm-simd-1 ${median(ratios.wasm).toFixed(0)}× (target: at least 30×), typescript-1 ${median(ratios.typescript).toFixed(0)}×`,
  );
}

if (existsSync(SHARED))
  compare((JSON.parse(readFileSync(SHARED, "utf8")) as { truth: PublishedTruth }).truth);
else console.log("SKIPPED: ../shared is absent");
