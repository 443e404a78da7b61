/** Speed in counts, which are the same on every machine: gradients until quality, ESS per gradient, divergences. */

import { recordFigures } from "../matchers/record-figures.ts";
import { describeShared } from "../matchers/shared.ts";
import { overThreads } from "../recovery/over-threads.ts";
import type { Counted, CountJob } from "./count-gradients.ts";

/** Seeds 1 … N, none swapped (decisions §11). */
const PUBLISHED_SEEDS = [1, 2, 3];
const SIMULATED_SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

describeShared("on data of 156 weeks and 10 channels", (path) => {
  const file = path("data", "mmm-reference", "mmm_T156_K10_seed2.json");
  let published: readonly Counted[] = [];
  let simulated: readonly Counted[] = [];
  const toQuality = (): number[] => simulated.map((one) => one.toQuality);
  const yields = (of: readonly Counted[]): number[] => of.map((one) => one.worstEssPerThousand);
  const divergences = (): number => simulated.reduce((sum, one) => sum + one.divergences, 0);

  beforeAll(async () => {
    const jobs: CountJob[] = [
      ...PUBLISHED_SEEDS.map((seed): CountJob => ({ file, data: "published", seed })),
      ...SIMULATED_SEEDS.map((seed): CountJob => ({ file, data: "simulated", seed })),
    ];
    const counted = await overThreads<CountJob, Counted>("tests/speed/count-gradients.ts", jobs);
    published = counted.slice(0, PUBLISHED_SEEDS.length);
    simulated = counted.slice(PUBLISHED_SEEDS.length);
    for (const one of counted) process.stdout.write(`${JSON.stringify(one)}\n`);
    const source = "sampler.md §10";
    recordFigures("speed-gates", [
      {
        what: "gradients to quality, median of 8 data sets",
        value: median(toQuality()),
        limit: "≤ 65,000",
        source,
      },
      {
        what: "gradients to quality, most of 8 data sets",
        value: Math.max(...toQuality()),
        limit: "≤ 90,000",
        source,
      },
      {
        what: "worst bulk ESS per 1,000 gradients, published data, median of 3 seeds",
        value: median(yields(published)),
        limit: "≥ 28",
        source,
      },
      {
        what: "the same on 8 simulated data sets: median",
        value: median(yields(simulated)),
        limit: "reported",
      },
      {
        what: "the same on 8 simulated data sets: least",
        value: Math.min(...yields(simulated)),
        limit: "reported",
      },
      { what: "divergences in 8 × 4,000 draws", value: divergences(), limit: "≤ 4", source },
      {
        what: "leapfrogs per draw, median of 8 data sets",
        value: median(simulated.map((one) => one.leapfrogsPerDraw)),
        limit: "reported",
      },
    ]);
  });

  it("a fit needs 65 000 gradients to quality in the median of 8 data sets, none more than 90 000", () => {
    expect(median(toQuality())).toBeLessThanOrEqual(65_000);
    expect(Math.max(...toQuality())).toBeLessThanOrEqual(90_000);
  });

  it("1000 sampling gradients are worth 28 effective draws of the worst quantity, median of 3 seeds", () => {
    expect(median(yields(published))).toBeGreaterThanOrEqual(28);
  });

  it("8 × 4000 draws at the default acceptance diverge 4 times at most", () => {
    expect(divergences()).toBeLessThanOrEqual(4);
  });
});
