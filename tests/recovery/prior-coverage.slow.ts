/** Data sets drawn from the prior: a 90 % interval must hold the truth in nine of ten (decisions §11). */

import { summarize } from "@mmm/core/numerics/interval.ts";
import { simulateFromPrior } from "./prior-simulator.ts";
import { drawsOf, samplePosterior } from "./sample-posterior.ts";

const DATA_SETS = 50;
const SHAPE = { weeks: 104, channels: 3, kpiSd: 0.15 };

/** Hits and trials per kind of quantity ("contribution", "retention", …). */
type Tally = Map<string, { hits: number; trials: number }>;

function count(tally: Tally, name: string, hit: boolean): void {
  const kind = name.replace(/\[.*/, "");
  const { hits, trials } = tally.get(kind) ?? { hits: 0, trials: 0 };
  tally.set(kind, { hits: hits + (hit ? 1 : 0), trials: trials + 1 });
}

describe("intervals of data sets drawn from the prior", () => {
  const tally: Tally = new Map();
  const notConverged: number[] = [];

  beforeAll(async () => {
    for (let seed = 1; seed <= DATA_SETS; seed++) {
      const { model, truth } = simulateFromPrior(SHAPE, seed);
      const [posterior, converged] = await samplePosterior(model, seed);
      if (!converged) notConverged.push(seed);
      for (const [name, value] of truth) {
        const { lo, hi } = summarize(drawsOf(posterior, name), 0.9);
        count(tally, name, lo <= value && value <= hi);
      }
    }
    const lines = [...tally].map(
      ([kind, { hits, trials }]) =>
        `${kind}: ${hits} of ${trials} inside 90 % (${((100 * hits) / trials).toFixed(1)} %)`,
    );
    process.stdout.write(`${lines.join("\n")}\nnot converged: ${notConverged.join(", ") || "none"}\n`);
  });

  it("hold the true contribution in 84 to 96 of 100 (issue 2)", () => {
    const { hits, trials } = tally.get("contribution") ?? { hits: 0, trials: 1 };
    expect(hits / trials).toBeGreaterThanOrEqual(0.84);
    expect(hits / trials).toBeLessThanOrEqual(0.96);
  });

  it.each(["retention", "halfSaturation", "slope", "column", "sigma", "media"])(
    "hold the true %s in nine of ten, within three standard errors",
    (kind) => {
      const { hits, trials } = tally.get(kind) ?? { hits: 0, trials: 1 };
      expect(Math.abs(hits / trials - 0.9)).toBeLessThan(3 * Math.sqrt((0.9 * 0.1) / trials));
    },
  );

  it("converge in all but one in ten data sets", () => {
    expect(notConverged.length).toBeLessThanOrEqual(DATA_SETS / 10);
  });
});
