import { createRandom } from "@mmm/core/numerics/random.ts";
import type { Target } from "@mmm/core/sample/target.ts";
import { describeShared } from "../../matchers/shared.ts";
import { readPosterior } from "../../reference/posteriordb.ts";
import { ALL_TARGETS, meanErrors, QUICK_TARGETS } from "../../reference/reference-means.ts";
import { posteriorOf } from "./run-known-target.ts";

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
  const fileOf = (name: string) => readPosterior(path("data", "posteriordb", `${name}.json`));

  it.each(ALL_TARGETS)(
    "$name has the gradient of its log density, by differences of fourth order",
    ({ name, build }) => {
      const target = build(fileOf(name));
      // rounding of a log density of up to 1e7 over a step of 1e-5 sd leaves about 1e-4 relative
      for (const seed of [1, 2, 3]) expect(gradientError(target, seed)).toBeLessThan(1e-3);
    },
  );

  it("an explosive moving average has density 0, and says so without NaN", () => {
    const { build } = QUICK_TARGETS.find(({ name }) => name === "arma-arma11") ?? QUICK_TARGETS[0];
    const gradient = new Float64Array(4);
    expect(build(fileOf("arma-arma11")).logDensity(Float64Array.of(0, 0, 1000, 0), gradient)).toBe(-Infinity);
    expect([...gradient]).toEqual([0, 0, 0, 0]);
  });

  // the longer ones: tests/reference/posteriordb.slow.ts
  it.each(QUICK_TARGETS)(
    "$name meets its reference means within 3.5 Monte Carlo errors, theirs and ours together",
    async ({ name, build }) => {
      const file = fileOf(name);
      const plan = { seed: 1, warmup: 600, minDraws: 1500, maxDraws: 1500 };
      const posterior = await posteriorOf(build(file), plan);
      for (const { quantity, z, rhat, essBulk } of meanErrors(posterior, file)) {
        // named, so that a failure says which quantity
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
});
