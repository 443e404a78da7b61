import { essBulk, mcseMean } from "@mmm/core/diagnose/ess.ts";
import { quantityChains } from "@mmm/core/diagnose/quantity-chains.ts";
import { rhat } from "@mmm/core/diagnose/rhat.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import type { Target } from "@mmm/core/sample/target.ts";
import { describeShared } from "../../matchers/shared.ts";
import {
  autoregression,
  eightSchools,
  kidscore,
  kilpisjarvi,
  type PosteriorFile,
  readPosterior,
  sblrc,
} from "../../reference/posteriordb.ts";
import { posteriorOf } from "./run-known-target.ts";

const TARGETS: ReadonlyArray<readonly [string, (file: PosteriorFile) => Target]> = [
  ["kilpisjarvi_mod-kilpisjarvi", kilpisjarvi],
  ["kidiq-kidscore_momhsiq", kidscore],
  ["sblrc-blr", sblrc],
  ["arK-arK", autoregression],
  ["eight_schools-eight_schools_noncentered", eightSchools],
];

function mean(chains: readonly Float64Array[]): number {
  const draws = chains.flatMap((chain) => [...chain]);
  return draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
}

/** Largest error of the gradient against central differences, relative to the gradient's own size. */
function gradientError(target: Target, seed: number): number {
  const random = createRandom(seed, 0);
  const { start } = target;
  const position = start.mean.map(
    (center, dimension) => center + 0.2 * start.sd[dimension] * random.normal(),
  );
  const gradient = new Float64Array(target.dimension);
  const unused = new Float64Array(target.dimension);
  target.logDensity(position, gradient);
  const errors = Array.from(position, (x, dimension) => {
    const step = 1e-5 * start.sd[dimension];
    const at = (shift: number): number => {
      const moved = position.slice();
      moved[dimension] = x + shift;
      return target.logDensity(moved, unused);
    };
    const slope = (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step);
    return Math.abs(slope - gradient[dimension]) / (1 / start.sd[dimension] + Math.abs(slope));
  });
  return Math.max(...errors);
}

describeShared("posteriordb", (path) => {
  describe.each(TARGETS)("%s", (name, build) => {
    const file = readPosterior(path("data", "posteriordb", `${name}.json`));
    const target = build(file);

    it("has the gradient of its log density, by differences of fourth order", () => {
      // rounding of a log density of up to 1e7 over a step of 1e-5 sd leaves about 1e-4 relative
      for (const seed of [1, 2, 3]) expect(gradientError(target, seed)).toBeLessThan(1e-3);
    });

    it("meets its reference means within 4 Monte Carlo errors, theirs and ours together", async () => {
      const posterior = await posteriorOf(target, { seed: 1, warmup: 600, minDraws: 1500, maxDraws: 1500 });
      const worst = target.quantities.map((quantity, index) => {
        const chains = quantityChains(posterior.chains, index);
        expect(rhat(chains)).toBeLessThan(1.01);
        expect(essBulk(chains)).toBeGreaterThan(400);
        const reference = file.reference[quantity];
        return Math.abs(mean(chains) - reference.mean) / Math.hypot(mcseMean(chains), reference.mcse_mean);
      });
      expect(Math.max(...worst)).toBeLessThan(4);
      expect(posterior.chains.every(({ divergent }) => !divergent.includes(1))).toBe(true);
    });
  });
});
