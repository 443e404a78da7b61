/** All nine posteriordb targets against the means of 10,000 reference draws (sampler.md §11.4). */

import { posteriorOf } from "../core/sample/run-known-target.ts";
import { type Figure, recordFigures } from "../matchers/record-figures.ts";
import { describeShared } from "../matchers/shared.ts";
import { readPosterior } from "./posteriordb.ts";
import { ALL_TARGETS, meanErrors } from "./reference-means.ts";

describeShared("nine posteriors of posteriordb", (path) => {
  const zs: number[] = [];
  const figures: Figure[] = [];

  afterAll(() => recordFigures("posteriordb", figures));

  it.each(ALL_TARGETS)(
    "$name: converged without divergence, every mean within 3.5 Monte Carlo errors",
    async ({ name, build }) => {
      const file = readPosterior(path("data", "posteriordb", `${name}.json`));
      const plan = { seed: 1, warmup: 600, minDraws: 2500, maxDraws: 2500 };
      const posterior = await posteriorOf(build(file), plan);
      const errors = meanErrors(posterior, file);
      zs.push(...errors.map(({ z }) => z));
      const worst = Math.max(...errors.map(({ z }) => Math.abs(z)));
      const { gradientEvaluations, discardedDivergences } = posterior;
      figures.push({
        what: `${name}: worst |z| of ${errors.length} means`,
        value: worst,
        limit: "< 3.5, no divergence",
        source: "sampler.md §11.4",
      });
      process.stdout.write(
        `${name}: ${errors.length} quantities, worst |z| ${worst.toFixed(2)}, ${gradientEvaluations} gradients, ${discardedDivergences} divergences before the retry\n`,
      );
      for (const { quantity, z, rhat, essBulk } of errors) {
        expect([quantity, Math.abs(z) < 3.5, rhat < 1.01, essBulk > 400]).toEqual([
          quantity,
          true,
          true,
          true,
        ]);
      }
      expect(posterior.chains.every(({ divergent }) => !divergent.includes(1))).toBe(true);
    },
  );

  // sampler.md §11.3: too small an rms means errors overstated, too large a bias that no single z shows
  it("are met with errors of the size that Monte Carlo explains", () => {
    const rms = Math.sqrt(zs.reduce((sum, z) => sum + z * z, 0) / zs.length);
    process.stdout.write(`${zs.length} quantities in all: rms z ${rms.toFixed(2)}\n`);
    figures.push({
      what: `rms z of ${zs.length} means`,
      value: rms,
      limit: "0.7–1.3",
      source: "sampler.md §11.3",
    });
    expect(rms).toBeGreaterThan(0.7);
    expect(rms).toBeLessThan(1.3);
  });
});
