/** The four that are compared, each as something that walks and says what it cost. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { SAMPLE_ROWS } from "@mmm/core/govern/rows/sample-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import { compileStan, rList, rscript } from "../../tests/matchers/rstan.ts";
import { referenceChains } from "../../tests/recovery/reference-class.ts";
import type { Problem } from "./problem.ts";

/** Draws of all quantities and their cost. */
export interface Walk {
  /** [quantity][chain][draw] */
  readonly draws: Float64Array[][];
  /** CPU seconds, warmup included. */
  readonly seconds: number;
  readonly gradients: number;
  /** Among the draws. */
  readonly divergences: number;
}

/**
 * Ours: four chains one after another in this thread, 300 warmup transitions and `draws` draws each.
 *
 * CPU time is that of the whole process: the compiler and the garbage collector of the engine run beside the walk.
 */
export async function walkOurs(
  { model, quantities }: Problem,
  kernel: string,
  seed: number,
  draws: number,
): Promise<Walk> {
  const plan = { ...defaultRules(SAMPLE_ROWS), seed, minDraws: draws, maxDraws: draws };
  const before = process.cpuUsage();
  const outcome = await runInProcess<MediaMixModel>(buildTarget, kernel, () => 0)(model, plan, () => true, {
    onProgress: () => undefined,
    cancelled: () => false,
  });
  const { user, system } = process.cpuUsage(before);
  if (outcome.kind !== "sampled") throw new Error("nobody cancels here");
  const { posterior } = outcome;
  return {
    draws: quantities.map((name) => referenceChains(posterior, model, name)),
    seconds: (user + system) / 1e6,
    gradients: posterior.gradientEvaluations,
    divergences: posterior.chains.reduce(
      (sum, { divergent }) => sum + divergent.reduce((count, flag) => count + flag, 0),
      0,
    ),
  };
}

/** Stan: one chain in a process of its own; CPU seconds by Stan's own clock, compilation and start of R not counted. */
export function walkStan(
  { name: problem, quantities, data }: Problem,
  { name, folder, compiled }: StanProgram,
  chain: number,
  iterations: number,
): Walk {
  const csv = join(folder, `${problem}-${name}-${chain}.csv`);
  const list = join(folder, `${problem}.R`);
  writeFileSync(list, rList(data));
  const [warmup, sampling, gradients, divergences] = rscript("bench/stan/walk-chain.R", [
    compiled,
    list,
    ...[chain, iterations, iterations].map(String),
    csv,
  ])
    .trim()
    .split(" ")
    .map(Number);
  const [header, ...rows] = readFileSync(csv, "utf8").trim().split("\n");
  const columns = header.split(",").map((name) => name.replaceAll('"', ""));
  const table = rows.map((row) => row.split(",").map(Number));
  return {
    draws: quantities.map((quantity) => {
      const column = columns.indexOf(quantity);
      return [Float64Array.from(table, (row) => row[column])];
    }),
    seconds: warmup + sampling,
    gradients,
    divergences,
  };
}

/** A compiled Stan program. */
export interface StanProgram {
  readonly name: string;
  readonly folder: string;
  readonly compiled: string;
}

/** Compiles a program unless the compiled one is of the same text. */
export function stanContestant(name: string): StanProgram {
  const folder = resolve("dist/bench/stan");
  mkdirSync(folder, { recursive: true });
  const source = resolve("bench/stan", `${name}.stan`);
  const compiled = join(folder, `${name}.rds`);
  const copy = join(folder, `${name}.stan`);
  const text = readFileSync(source, "utf8");
  if (!existsSync(compiled) || !existsSync(copy) || readFileSync(copy, "utf8") !== text) {
    compileStan(source, compiled, "fast");
    writeFileSync(copy, text);
  }
  return { name, folder, compiled };
}
