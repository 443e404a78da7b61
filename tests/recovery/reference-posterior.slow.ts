/** The posterior of a simulated MMM as rstan found it (24 000 pooled draws): ours must agree in all 60 quantities, by either kernel. */

import { readFileSync } from "node:fs";
import { essBulk } from "@mmm/core/diagnose/ess.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { SAMPLE_ROWS } from "@mmm/core/govern/rows/sample-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import type { Posterior } from "@mmm/core/sample/protocol.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import { recordFigures } from "../matchers/record-figures.ts";
import { describeShared } from "../matchers/shared.ts";
import { type Reference, referenceChains, referenceModel } from "./reference-class.ts";

/** Draws a chain, so that the least effective of 60 quantities has 2,000 effective draws (sampler.md §11.3). */
const DRAWS = 3000;

interface Agreement {
  readonly zs: readonly number[];
  readonly logSdRatios: readonly number[];
  readonly leastEss: number;
}

function moments(chains: readonly Float64Array[]): { readonly mean: number; readonly sd: number } {
  const all = chains.flatMap((chain) => [...chain]);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  return { mean, sd: Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (all.length - 1)) };
}

async function sample(model: MediaMixModel, kernel: string): Promise<Posterior> {
  const outcome = await runInProcess<MediaMixModel>(buildTarget, kernel, () => 0)(
    model,
    { ...defaultRules(SAMPLE_ROWS), seed: 1, minDraws: DRAWS, maxDraws: DRAWS },
    () => true,
    { onProgress: () => undefined, cancelled: () => false },
  );
  if (outcome.kind !== "sampled") throw new Error("nobody cancels here");
  return outcome.posterior;
}

function compare(posterior: Posterior, model: MediaMixModel, { reference }: Reference): Agreement {
  const parts = Object.entries(reference).map(([name, expected]) => {
    const chains = referenceChains(posterior, model, name);
    const { mean, sd } = moments(chains);
    const ess = essBulk(chains);
    const error = Math.hypot(sd / Math.sqrt(ess), expected.mcse_mean);
    return { z: (mean - expected.mean) / error, logSdRatio: Math.log(sd / expected.sd), ess };
  });
  return {
    zs: parts.map(({ z }) => z),
    logSdRatios: parts.map(({ logSdRatio }) => logSdRatio),
    leastEss: Math.min(...parts.map(({ ess }) => ess)),
  };
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

function largest(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs));
}

describeShared("the pooled rstan posterior of 156 weeks and 10 channels", (path) => {
  const file = path("data", "mmm-reference", "mmm_T156_K10_seed2.json");
  const reference = JSON.parse(readFileSync(file, "utf8")) as Reference;
  const model = referenceModel(reference);
  const posteriors: Posterior[] = [];
  let agreement: Agreement;

  beforeAll(async () => {
    for (const kernel of ["wasm-simd-1", "typescript-1"]) posteriors.push(await sample(model, kernel));
    agreement = compare(posteriors[0], model, reference);
    const { zs, logSdRatios, leastEss } = agreement;
    const source = "sampler.md §11.3";
    const rows = [
      { what: "rms z of 60 means", value: rootMeanSquare(zs), limit: "0.7–1.3", source },
      { what: "worst |z|", value: largest(zs), limit: "< 3.5", source },
      { what: "worst |log sd ratio|", value: largest(logSdRatios), limit: "< 0.1", source },
      { what: "least bulk ESS of the 60", value: leastEss, limit: "≥ 2,000", source },
      {
        what: "draws that differ in any bit between the kernels",
        value: differing(posteriors[0], posteriors[1]),
        limit: "0",
        source: "decisions §9",
      },
    ];
    recordFigures("mmm-reference", rows);
    const { gradientEvaluations } = posteriors[0];
    process.stdout.write(
      `${rows.map(({ what, value }) => `${what}: ${value}`).join("; ")}; ${gradientEvaluations} gradients\n`,
    );
  });

  it("has 60 quantities, each with 2,000 effective draws of ours", () => {
    expect(agreement.zs.length).toBe(60);
    expect(agreement.leastEss).toBeGreaterThanOrEqual(2000);
  });

  // sampler.md §11.3: rms z in 0.7–1.3, |z| < 3.5, |log sd ratio| < 0.1
  it("has our means within Monte Carlo error: rms z about 1, none beyond 3.5", () => {
    expect(rootMeanSquare(agreement.zs)).toBeGreaterThan(0.7);
    expect(rootMeanSquare(agreement.zs)).toBeLessThan(1.3);
    expect(largest(agreement.zs)).toBeLessThan(3.5);
  });

  it("has our standard deviations within a tenth", () => {
    expect(largest(agreement.logSdRatios)).toBeLessThan(0.1);
  });

  it("is walked in the same bits by either kernel, so that both agree alike", () => {
    expect(posteriors.map(({ kernel }) => kernel)).toEqual(["wasm-simd-1", "typescript-1"]);
    expect(posteriors[1].chains[0].draws).toBe(DRAWS);
    expect(differing(posteriors[0], posteriors[1])).toBe(0);
  });
});

/** Recorded numbers that are not the same bits. */
function differing(one: Posterior, other: Posterior): number {
  return one.chains.reduce((sum, chain, index) => {
    const { quantities } = other.chains[index];
    return sum + chain.quantities.filter((value, place) => !Object.is(value, quantities[place])).length;
  }, 0);
}
