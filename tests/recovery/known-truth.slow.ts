/** Public simulated data, fitted as the product does it: is the truth inside? (issue 2, decisions §11) */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { summarize } from "@mmm/core/numerics/interval.ts";
import { type Figure, recordFigures } from "../matchers/record-figures.ts";
import { describeShared } from "../matchers/shared.ts";
import { fitHistory, type RecoveredFit, readFixture } from "./fit-table.ts";
import { drawsOf } from "./sample-posterior.ts";

const SEEDS = [1, 2, 3];

const figures: Figure[] = [];

afterAll(() => recordFigures("known-truth", figures));

/** One line of the page: how many channels' intervals hold the truth, and the farthest truth. */
function record(data: string, seed: number, recovered: readonly Recovered[]): void {
  const inside = recovered.filter(({ inside90 }) => inside90).length;
  const worst = Math.max(...recovered.map(({ z }) => Math.abs(z)));
  figures.push({
    what: `${data}, seed ${seed}: channels whose 90 % interval holds the truth; farthest truth in posterior sd`,
    value: `${inside} of ${recovered.length}; ${worst.toFixed(2)}`,
    limit: "4 of 6 at least, all inside 99 %",
    source: "issue 2",
  });
}

interface Recovered {
  readonly channel: string;
  readonly z: number;
  readonly inside90: boolean;
  readonly inside99: boolean;
  readonly line: string;
}

/** Compares a channel's true total with its posterior. */
function recover(fit: RecoveredFit, seed: number, channel: string, truth: number): Recovered {
  const draws = drawsOf(fit.posterior, `contribution[${channel}]`);
  const ninety = summarize(draws, 0.9);
  const ninetyNine = summarize(draws, 0.99);
  const sd = Math.sqrt(draws.reduce((sum, draw) => sum + (draw - ninety.mean) ** 2, 0) / draws.length);
  const z = (truth - ninety.mean) / sd;
  const inside90 = ninety.lo <= truth && truth <= ninety.hi;
  const { spend, roas, learned } = fit.attribution.channels.find(({ name }) => name === channel) ?? {
    spend: Number.NaN,
    roas: null,
    learned: "?",
  };
  const line = [
    `seed ${seed} ${channel}: truth ${truth.toFixed(0)} (ROAS ${(truth / spend).toFixed(2)})`,
    `mean ${ninety.mean.toFixed(0)} [${ninety.lo.toFixed(0)}, ${ninety.hi.toFixed(0)}]`,
    `ROAS ${roas?.mean.toFixed(2)} [${roas?.lo.toFixed(2)}, ${roas?.hi.toFixed(2)}]`,
    `z ${z.toFixed(2)}, ${inside90 ? "inside" : "OUTSIDE"} 90 %, learned ${learned}`,
  ].join("; ");
  return { channel, z, inside90, inside99: ninetyNine.lo <= truth && truth <= ninetyNine.hi, line };
}

async function recoverAll(
  csv: string,
  brief: string,
  truths: ReadonlyMap<string, number>,
  seed: number,
): Promise<{ readonly fit: RecoveredFit; readonly recovered: readonly Recovered[] }> {
  const fit = await fitHistory(await readFixture(csv, brief), seed);
  const recovered = [...truths].map(([channel, truth]) => recover(fit, seed, channel, truth));
  const { gradientEvaluations, chains } = fit.posterior;
  process.stdout.write(
    `${recovered.map(({ line }) => line).join("\n")}\n  ${chains[0].draws} draws a chain, ${gradientEvaluations} gradients, gap ${(100 * fit.attribution.gapShare).toFixed(2)} %\n`,
  );
  return { fit, recovered };
}

/** Column of a small CSV without quotes. */
function columnTotal(csv: string, column: string): number {
  const [header, ...rows] = readFileSync(csv, "utf8").trim().split("\n");
  const index = header.split(",").indexOf(column);
  return rows.reduce((sum, row) => sum + Number(row.split(",")[index]), 0);
}

describeShared("recovery of a published truth", (shared) => {
  // published totals of the generator: peers.md §5 and vectors.json, pymc_mmm_example_truth
  const pymc = new Map([
    ["x1", 274_848],
    ["x2", 65_906],
  ]);
  const brief = (name: string): string => resolve(process.cwd(), "examples/briefs", name);

  function smallBusiness(): Map<string, number> {
    const csv = shared("data", "recovery_small_business_true_contributions.csv");
    return new Map(
      ["x1_Search-Ads", "x2_Social-Media", "x3_Local-Ads", "x4_Email"].map((column) => [
        column.slice(3),
        columnTotal(csv, `contribution_${column}`),
      ]),
    );
  }

  it.each(SEEDS)(
    "finds at least 4 of the 6 channels inside 90 %% and all inside 99 %% with seed %i",
    async (seed) => {
      const first = await recoverAll(
        shared("data", "pymc_mmm_example.csv"),
        brief("pymc_mmm_example.yaml"),
        pymc,
        seed,
      );
      const second = await recoverAll(
        shared("data", "recovery_small_business.csv"),
        brief("recovery_small_business.yaml"),
        smallBusiness(),
        seed,
      );
      const all = [...first.recovered, ...second.recovered];
      record("pymc_mmm_example and recovery_small_business", seed, all);
      expect(all.filter(({ inside90 }) => inside90).length).toBeGreaterThanOrEqual(4);
      expect(all.every(({ inside99 }) => inside99)).toBe(true);
      expect([first.fit.converged, second.fit.converged]).toEqual([true, true]);
      // C-18: contributions and baseline sum to the observed KPI within 2 %
      for (const { fit } of [first, second]) expect(Math.abs(fit.attribution.gapShare)).toBeLessThan(0.02);
    },
  );
});

describe("recovery of the bundled sample's truth", () => {
  it.each(SEEDS)(
    "finds at least 4 of the 6 channels inside 90 %% and all inside 99 %% with seed %i",
    async (seed) => {
      const path = (...parts: string[]): string => resolve(process.cwd(), "examples", ...parts);
      const truth = JSON.parse(readFileSync(path("data", "sample-brand-truth.json"), "utf8")) as {
        channels: { name: string; contribution: number }[];
      };
      const { recovered, fit } = await recoverAll(
        path("data", "sample-brand.csv"),
        path("briefs", "sample-brand.yaml"),
        new Map(truth.channels.map(({ name, contribution }) => [name, contribution])),
        seed,
      );
      record("the bundled sample", seed, recovered);
      expect(recovered.filter(({ inside90 }) => inside90).length).toBeGreaterThanOrEqual(4);
      expect(recovered.every(({ inside99 }) => inside99)).toBe(true);
      expect(fit.converged).toBe(true);
    },
  );
});
