/** The posterior of a simulated MMM as rstan found it (24 000 pooled draws): ours must agree in all 60 quantities. */

import { readFileSync } from "node:fs";
import { essBulk } from "@mmm/core/diagnose/ess.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { SAMPLE_ROWS } from "@mmm/core/govern/rows/sample-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { KERNEL } from "@mmm/core/model/kernel/choose-kernel.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import { describeShared } from "../matchers/shared.ts";
import { type Reference, referenceChains, referenceModel } from "./reference-class.ts";

function moments(chains: readonly Float64Array[]): { readonly mean: number; readonly sd: number } {
  const all = chains.flatMap((chain) => [...chain]);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  return { mean, sd: Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (all.length - 1)) };
}

describeShared("the pooled rstan posterior of 156 weeks and 10 channels", (path) => {
  const file = path("data", "mmm-reference", "mmm_T156_K10_seed2.json");
  const reference = JSON.parse(readFileSync(file, "utf8")) as Reference;
  const model = referenceModel(reference);
  const zs: number[] = [];
  const logSdRatios: number[] = [];

  beforeAll(async () => {
    const draws = 1500;
    const outcome = await runInProcess<MediaMixModel>(buildTarget, KERNEL, () => 0)(
      model,
      { ...defaultRules(SAMPLE_ROWS), seed: 1, minDraws: draws, maxDraws: draws },
      () => true,
      { onProgress: () => undefined, cancelled: () => false },
    );
    if (outcome.kind !== "sampled") throw new Error("nobody cancels here");
    for (const [name, expected] of Object.entries(reference.reference)) {
      const chains = referenceChains(outcome.posterior, model, name);
      const { mean, sd } = moments(chains);
      const ess = essBulk(chains);
      const error = Math.hypot(sd / Math.sqrt(ess), expected.mcse_mean);
      zs.push((mean - expected.mean) / error);
      logSdRatios.push(Math.log(sd / expected.sd));
    }
    const rms = Math.sqrt(zs.reduce((sum, z) => sum + z * z, 0) / zs.length);
    const worst = Math.max(...zs.map(Math.abs));
    const { gradientEvaluations } = outcome.posterior;
    process.stdout.write(
      `${zs.length} quantities: rms z ${rms.toFixed(2)}, worst |z| ${worst.toFixed(2)}, worst |log sd ratio| ${Math.max(...logSdRatios.map(Math.abs)).toFixed(3)}, ${gradientEvaluations} gradients\n`,
    );
  });

  it("has 60 quantities", () => {
    expect(zs.length).toBe(60);
  });

  // sampler.md §11.3: rms z in 0.7–1.3, |z| < 3.5, |log sd ratio| < 0.1
  it("has our means within Monte Carlo error: rms z about 1, none beyond 3.5", () => {
    const rms = Math.sqrt(zs.reduce((sum, z) => sum + z * z, 0) / zs.length);
    expect(rms).toBeGreaterThan(0.7);
    expect(rms).toBeLessThan(1.3);
    for (const z of zs) expect(Math.abs(z)).toBeLessThan(3.5);
  });

  it("has our standard deviations within a tenth", () => {
    for (const ratio of logSdRatios) expect(Math.abs(ratio)).toBeLessThan(0.1);
  });
});
