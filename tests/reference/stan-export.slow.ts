/** The exported Stan program is our posterior: the same log density at every point, and the same draws. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mcseMean } from "@mmm/core/diagnose/monte-carlo-error.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { SAMPLE_ROWS } from "@mmm/core/govern/rows/sample-rows.ts";
import { stanProgram } from "@mmm/core/govern/stan/stan-program.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { KERNEL } from "@mmm/core/model/kernel/choose-kernel.ts";
import { evaluate, type LogPosterior, logPosterior } from "@mmm/core/model/log-posterior.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { quantityLayout } from "@mmm/core/model/quantities.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import { type Figure, recordFigures } from "../matchers/record-figures.ts";
import { compileStan, describeRstan, rList, rscript } from "../matchers/rstan.ts";
import { oracleConditionalOfGamma, oracleNatural } from "../oracles/media-mix-oracle.ts";
import { everyCombination, modelToSample, positionsOf } from "./stan/exported-models.ts";
import { logJacobian, stanParameters } from "./stan/natural-parameters.ts";

const POINTS = 20;
const CHAINS = 4;
const DRAWS = 1000;

const figures: Figure[] = [];
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "marginal-stan-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  recordFigures("stan-export", figures);
});

/** Writes program and data, and compiles. */
function exported(
  model: MediaMixModel,
  name: string,
  speed: "slow" | "fast",
): { compiled: string; data: string } {
  const { program, data } = stanProgram(model);
  const source = join(folder, `${name}.stan`);
  const compiled = join(folder, `${name}.rds`);
  const list = join(folder, `${name}-data.R`);
  writeFileSync(source, program);
  writeFileSync(list, rList(data));
  compileStan(source, compiled, speed);
  return { compiled, data: list };
}

interface Comparison {
  /** [point] Stan's log density less ours, each less the first. */
  readonly differences: number[];
  /** Largest relative difference of a quantity. */
  readonly worstQuantity: number;
}

/**
 * Both log densities of the constrained parameters with gamma among them: ours of the position, less the Jacobian, plus
 * that of gamma given the rest, which it leaves out.
 */
function compareDensities(model: MediaMixModel, name: string): Comparison {
  const { compiled, data } = exported(model, name, "slow");
  const target = buildTarget(model);
  const posterior = logPosterior(model);
  const random = createRandom(5, 5);
  const gradient = new Float64Array(target.dimension);
  const points = positionsOf(target.dimension, POINTS).map((position) => {
    const quantities = new Float64Array(target.quantities.length);
    target.record(position, random, quantities);
    const gamma = quantityLayout(model).column.map(
      (place, column) => (quantities[place] * model.columns[column].unit) / model.kpiScale,
    );
    const natural = oracleNatural(model, position);
    const density =
      evaluate(posterior, position, gradient) -
      logJacobian(model, position, natural) +
      logConditional(model, posterior, natural.sigma, gamma);
    return { density, quantities, parameters: stanParameters(model, natural, gamma) };
  });
  const list = join(folder, `${name}-points.R`);
  writeFileSync(list, `list(${points.map(({ parameters }) => rList(parameters)).join(",\n")})`);
  const lines = rscript("tests/reference/stan/log-density.R", [compiled, data, list]).trim().split("\n");
  const stan = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const offset = stan[0][0] - points[0].density;
  return {
    differences: points.map(({ density }, point) => stan[point][0] - density - offset),
    worstQuantity: Math.max(
      ...points.flatMap(({ quantities }, point) =>
        [...quantities].map((ours, index) => Math.abs(stan[point][index + 1] / ours - 1)),
      ),
    ),
  };
}

/** log p(gamma | KPI, the rest): a regression of what the media, as they were just evaluated, leave of the KPI. */
function logConditional(
  { columns, fittedWeeks, noiseScale }: MediaMixModel,
  { media, block }: LogPosterior,
  sigma: number,
  gamma: readonly number[],
): number {
  const kpi = media.residual.map((left, week) => left + block.expected[week]);
  const withoutMedia = { columns, fittedWeeks, noiseScale, kpi, channels: [], liftTests: [] };
  return oracleConditionalOfGamma(withoutMedia, { channels: [], sigma }, gamma);
}

describeRstan("the log density of the exported Stan program", () => {
  it("is ours up to one constant in every combination of carryover, curve, prior, lift test and carry-in", () => {
    const model = everyCombination();
    const { differences, worstQuantity } = compareDensities(model, "combinations");
    const worst = Math.max(...differences.map(Math.abs));
    figures.push(
      {
        what: `worst difference of log densities, less a constant (${model.channels.length} channels, ${POINTS} points)`,
        value: worst,
        limit: "< 1e-8",
        source: "issue 3",
      },
      { what: "worst relative difference of a quantity there", value: worstQuantity, limit: "< 1e-9" },
    );
    expect(differences).toHaveLength(POINTS);
    // both sum some 1e5 by terms that are right to some ulp
    expect(worst).toBeLessThan(1e-8);
    expect(worstQuantity).toBeLessThan(1e-9);
  });
});

describeRstan("the posterior of the exported Stan program", () => {
  it("is ours: means within Monte Carlo error, standard deviations within a tenth", async () => {
    const model = modelToSample();
    const { compiled, data } = exported(model, "sampled", "fast");
    const csv = join(folder, "draws.csv");
    const divergences = Number(
      rscript("tests/reference/stan/sample.R", [compiled, data, ...[CHAINS, DRAWS, DRAWS].map(String), csv]),
    );
    const table = readFileSync(csv, "utf8")
      .trim()
      .split("\n")
      .map((row) => row.split(",").map(Number));
    const ours = await ourDraws(model);
    const compared = ours.map((chains, quantity) => {
      const theirs = Array.from({ length: CHAINS }, (_, chain) =>
        Float64Array.from(table.slice(chain * DRAWS, (chain + 1) * DRAWS), (row) => row[quantity]),
      );
      const [a, b] = [momentsOf(chains), momentsOf(theirs)];
      return {
        z: (a.mean - b.mean) / Math.hypot(mcseMean(chains), mcseMean(theirs)),
        logSdRatio: Math.log(a.sd / b.sd),
      };
    });
    const rms = Math.sqrt(compared.reduce((sum, { z }) => sum + z * z, 0) / compared.length);
    const worst = Math.max(...compared.map(({ z }) => Math.abs(z)));
    const worstSd = Math.max(...compared.map(({ logSdRatio }) => Math.abs(logSdRatio)));
    figures.push(
      { what: `rms z of ${compared.length} means against rstan's`, value: rms, limit: "0.5–1.5" },
      { what: "worst |z|", value: worst, limit: "< 3.5", source: "sampler.md §11.3" },
      { what: "worst |log sd ratio|", value: worstSd, limit: "< 0.1", source: "sampler.md §11.3" },
      { what: "divergent draws of rstan", value: divergences, limit: "reported" },
    );
    process.stdout.write(
      `${compared.length} quantities: rms z ${rms.toFixed(2)}, worst |z| ${worst.toFixed(2)}, worst |log sd ratio| ${worstSd.toFixed(3)}, rstan divergences ${divergences}\n`,
    );
    // few quantities, correlated: their rms strays further from 1 than that of 60
    expect(rms).toBeGreaterThan(0.5);
    expect(rms).toBeLessThan(1.5);
    expect(worst).toBeLessThan(3.5);
    expect(worstSd).toBeLessThan(0.1);
  });
});

/** [quantity][chain][draw] */
async function ourDraws(model: MediaMixModel): Promise<Float64Array[][]> {
  const outcome = await runInProcess<MediaMixModel>(buildTarget, KERNEL, () => 0)(
    model,
    { ...defaultRules(SAMPLE_ROWS), seed: 1, minDraws: 2 * DRAWS, maxDraws: 2 * DRAWS },
    () => true,
    { onProgress: () => undefined, cancelled: () => false },
  );
  if (outcome.kind !== "sampled") throw new Error("nobody cancels here");
  const { quantities, chains } = outcome.posterior;
  return quantities.map((_, quantity) =>
    chains.map(({ draws, quantities: values }) =>
      Float64Array.from({ length: draws }, (__, draw) => values[draw * quantities.length + quantity]),
    ),
  );
}

function momentsOf(chains: readonly Float64Array[]): { readonly mean: number; readonly sd: number } {
  const all = chains.flatMap((chain) => [...chain]);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  return { mean, sd: Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (all.length - 1)) };
}
