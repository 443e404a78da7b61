/** Worst-quantity ESS per CPU second of Stan and of ours, on the reference class, in one run and in turns. */

import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { essBulk, essTail } from "@mmm/core/diagnose/ess.ts";
import { mcseMean } from "@mmm/core/diagnose/monte-carlo-error.ts";
import type { Reference } from "../../tests/recovery/reference-class.ts";
import { quantitiesOf, stanContestant, type Walk, walkOurs, walkStan } from "./contestants.ts";

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
  const zs = quantitiesOf(reference).map((_, quantity) => {
    const [a, b] = [one.draws[quantity], other.draws[quantity]];
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

const programs = ["expert", "marginalized"].map((name) => stanContestant(name, reference));
const expert: Walk[] = [];
const marginalized: Walk[] = [];
const wasm: Walk[] = [];
const typescript: Walk[] = [];
const loads: number[] = [];

async function ours(): Promise<void> {
  loads.push(loadavg()[0]);
  wasm.push(await walkOurs(reference, "wasm-simd-1", wasm.length + 1, OUR_DRAWS));
  typescript.push(await walkOurs(reference, "typescript-1", typescript.length + 1, OUR_DRAWS));
}

// in turns, so that whatever else the machine does falls on all
await ours();
for (let chain = 1; chain <= CHAINS; chain++) {
  marginalized.push(walkStan(reference, programs[1], chain, STAN_ITERATIONS));
  expert.push(walkStan(reference, programs[0], chain, STAN_ITERATIONS));
  await ours();
}
console.log(
  `156 weeks × 10 channels, 60 quantities, one core; Stan ${CHAINS} × (${STAN_ITERATIONS} + ${STAN_ITERATIONS}), ` +
    `ours ${CHAINS} × (300 + ${OUR_DRAWS}), median of ${wasm.length}; load ${loads.map((load) => load.toFixed(1)).join(" ")}`,
);
const [stan, byHand] = [together(expert), together(marginalized)];
const stanSpeed = line("Stan expert", [stan]);
const byHandSpeed = line("Stan marginalized", [byHand]);
const wasmSpeed = line("wasm-simd-1", wasm);
const typescriptSpeed = line("typescript-1", typescript);
console.log(
  `  same posterior: expert against ours ${agreement(stan, wasm[0])}; marginalized ${agreement(byHand, wasm[0])}`,
);
const ratio = (fast: number, slow: number, target: number): string =>
  `${(fast / slow).toFixed(0)}x (target ${target}x${fast / slow >= target ? "" : ", MISSED"})`;
console.log(
  `  wasm-simd-1 / Stan expert = ${ratio(wasmSpeed, stanSpeed, 150)}, / marginalized = ${ratio(wasmSpeed, byHandSpeed, 12)}`,
);
console.log(
  `  typescript-1 / Stan expert = ${ratio(typescriptSpeed, stanSpeed, 50)}, / marginalized = ${ratio(typescriptSpeed, byHandSpeed, 4)}`,
);
