/** Worst-quantity ESS per CPU second of Stan and of ours, on the reference class, in one run and in turns. */

import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { essBulk, essTail } from "@mmm/core/diagnose/ess.ts";
import { mcseMean } from "@mmm/core/diagnose/monte-carlo-error.ts";
import type { Reference } from "../../tests/recovery/reference-class.ts";
import { stanContestant, type Walk, walkOurs, walkStan } from "./contestants.ts";
import { type EffectKind, problemOf } from "./problem.ts";

const CHAINS = 4;
/** Stan's default. */
const STAN_ITERATIONS = Number(process.argv[2] ?? 1000);
const OUR_DRAWS = 1000;

const reference = JSON.parse(
  readFileSync(resolve("../shared/data/mmm-reference/mmm_T156_K10_seed2.json"), "utf8"),
) as Reference;

function worstEss({ draws }: Walk): number {
  return Math.min(...draws.flatMap((chains) => [essBulk(chains), essTail(chains)]));
}

function together(chains: readonly Walk[]): Walk {
  const sum = (pick: (walk: Walk) => number): number => chains.reduce((total, walk) => total + pick(walk), 0);
  return {
    draws: chains[0].draws.map((_, quantity) => chains.flatMap(({ draws }) => draws[quantity])),
    seconds: sum(({ seconds }) => seconds),
    gradients: sum(({ gradients }) => gradients),
    divergences: sum(({ divergences }) => divergences),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length % 2 === 1
    ? sorted[sorted.length >> 1]
    : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
}

/** Root mean square and worst difference of two walks' means in Monte Carlo standard errors of both. */
function agreement(one: Walk, other: Walk): string {
  const zs = one.draws.map((a, quantity) => {
    const b = other.draws[quantity];
    return (meanOf(a) - meanOf(b)) / Math.hypot(mcseMean(a), mcseMean(b));
  });
  const rms = Math.sqrt(zs.reduce((sum, z) => sum + z * z, 0) / zs.length);
  return `rms z ${rms.toFixed(2)}, worst |z| ${Math.max(...zs.map(Math.abs)).toFixed(2)}`;
}

function meanOf(chains: readonly Float64Array[]): number {
  const all = chains.flatMap((chain) => [...chain]);
  return all.reduce((sum, value) => sum + value, 0) / all.length;
}

function line(name: string, walks: readonly Walk[]): number {
  const speed = median(walks.map((walk) => worstEss(walk) / walk.seconds));
  const seconds = median(walks.map((walk) => walk.seconds));
  const micros = median(walks.map((walk) => (1e6 * walk.seconds) / walk.gradients));
  const divergences = walks.map((walk) => walk.divergences).join(", ");
  console.log(
    `  ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s CPU, worst ESS ${median(walks.map(worstEss)).toFixed(0).padStart(5)}, ` +
      `${speed.toFixed(2).padStart(7)} ESS/s, ${micros.toFixed(0).padStart(4)} µs/gradient all in, divergences ${divergences}`,
  );
  return speed;
}

const PROGRAMS = ["expert", "marginalized"].map(stanContestant);

/** Targets of sampler.md §10 for the reference class: against the expert's program, and against the marginalized one. */
const TARGETS = { "wasm-simd-1": [150, 12], "typescript-1": [50, 4] } as const;

async function compare(prior: EffectKind): Promise<void> {
  const problem = problemOf(reference, prior);
  const stan: Walk[][] = PROGRAMS.map(() => []);
  const ours: Record<keyof typeof TARGETS, Walk[]> = { "wasm-simd-1": [], "typescript-1": [] };
  const loads: number[] = [];
  const walkBoth = async (seed: number): Promise<void> => {
    loads.push(loadavg()[0]);
    for (const kernel of ["wasm-simd-1", "typescript-1"] as const)
      ours[kernel].push(await walkOurs(problem, kernel, seed, OUR_DRAWS));
  };
  // in turns, so that whatever else the machine does falls on all
  await walkBoth(1);
  for (let chain = 1; chain <= CHAINS; chain++) {
    PROGRAMS.forEach((program, index) => {
      stan[index].push(walkStan(problem, program, chain, STAN_ITERATIONS));
    });
    await walkBoth(chain + 1);
  }
  console.log(
    `156 weeks × 10 channels, half-Normal prior of the ${prior}, ${problem.quantities.length} quantities, one core; ` +
      `Stan ${CHAINS} × (${STAN_ITERATIONS} + ${STAN_ITERATIONS}), ours ${CHAINS} × (300 + ${OUR_DRAWS}), ` +
      `median of ${loads.length}; load ${loads.map((load) => load.toFixed(1)).join(" ")}`,
  );
  const walks = stan.map(together);
  const speeds = walks.map((walk, index) => line(`Stan ${PROGRAMS[index].name}`, [walk]));
  for (const [kernel, targets] of Object.entries(TARGETS) as [keyof typeof TARGETS, readonly number[]][]) {
    const speed = line(kernel, ours[kernel]);
    PROGRAMS.forEach(({ name }, index) => {
      const ratio = speed / speeds[index];
      const missed = ratio < targets[index] ? ", MISSED" : "";
      console.log(`    against Stan ${name}: ${ratio.toFixed(1)}x (target ${targets[index]}x${missed})`);
    });
  }
  PROGRAMS.forEach(({ name }, index) => {
    console.log(`  same posterior, ${name} against ours: ${agreement(walks[index], ours["wasm-simd-1"][0])}`);
  });
}

await compare("coefficient");
await compare("contribution");
