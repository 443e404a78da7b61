import { createRandom } from "@mmm/core/numerics/random.ts";
import { createNuts } from "@mmm/core/sample/nuts.ts";
import { createPhasePoint } from "@mmm/core/sample/phase-point.ts";
import type { Target } from "@mmm/core/sample/target.ts";
import { BANANA, CORRELATED_NORMAL, FUNNEL, LOG_EXPONENTIAL } from "./known-targets.ts";
import { textbookTransition } from "./textbook-nuts.ts";

/** Walks the fast sampler and, from each of its points, the textbook with the same random numbers. */
function compareWithTextbook(
  target: Target,
  stepSize: number,
  maxDepth: number,
  transitions: number,
): { diverged: number; turned: number } {
  const metric = { variance: target.start.sd.map((_, dimension) => 0.5 + dimension) };
  const fastRandom = createRandom(17, 0);
  const slowRandom = createRandom(17, 0);
  const nuts = createNuts(target, metric, fastRandom, maxDepth);
  const current = createPhasePoint(target.dimension);
  current.position.fill(0.3);
  current.logDensity = target.logDensity(current.position, current.gradient);
  const seen = { diverged: 0, turned: 0 };
  for (let transition = 0; transition < transitions; transition++) {
    const from = [...current.position];
    const slow = textbookTransition(target, [...metric.variance], from, stepSize, maxDepth, slowRandom);
    const fast = nuts(current, stepSize);
    expect([fast.leapfrogs, fast.treeDepth, fast.diverged]).toEqual([
      slow.leapfrogs,
      slow.treeDepth,
      slow.diverged,
    ]);
    // the same arithmetic in another order: rounding, magnified along the trajectory
    const shifts = slow.position.map((x, dimension) => Math.abs(current.position[dimension] - x));
    expect(Math.max(...shifts)).toBeLessThan(1e-8);
    seen.diverged += fast.diverged ? 1 : 0;
    seen.turned += fast.treeDepth < maxDepth ? 1 : 0;
  }
  expect(fastRandom.uniform()).toBe(slowRandom.uniform());
  return seen;
}

describe("NUTS", () => {
  it.each([
    ["an asymmetric target", LOG_EXPONENTIAL, 0.15],
    ["a banana", BANANA, 0.1],
    ["a correlated normal", CORRELATED_NORMAL, 0.06],
  ])("takes the very steps of its recursive textbook form on %s", (_, target, stepSize) => {
    expect(compareWithTextbook(target, stepSize, 8, 60).turned).toBeGreaterThan(0);
  });

  it("agrees with the textbook where the tree is cut off at its largest depth", () => {
    expect(compareWithTextbook(BANANA, 0.01, 3, 40).turned).toBeLessThan(40);
  });

  it("agrees with the textbook where trajectories diverge", () => {
    expect(compareWithTextbook(FUNNEL, 8, 6, 60).diverged).toBeGreaterThan(0);
  });

  it("draws from a trajectory of fixed length by weight: a flat target visits both sides alike", () => {
    // on a flat density every point has the same weight and no trajectory turns, so the draw is symmetric about its start
    const flat: Target = {
      ...LOG_EXPONENTIAL,
      dimension: 1,
      start: { mean: new Float64Array(1), sd: Float64Array.of(1) },
      logDensity(_, gradient) {
        gradient.fill(0);
        return 0;
      },
    };
    const nuts = createNuts(flat, { variance: Float64Array.of(1) }, createRandom(3, 0), 3);
    const current = createPhasePoint(1);
    let moved = 0;
    const jumps: number[] = [];
    for (let transition = 0; transition < 4000; transition++) {
      current.position[0] = 0;
      const info = nuts(current, 1);
      expect(info.leapfrogs).toBe(7);
      expect(info.acceptance).toBe(1);
      moved += info.moved ? 1 : 0;
      jumps.push(current.position[0]);
    }
    // equal weights: every doubling is taken with probability 1, so the walk always moves
    expect(moved).toBe(4000);
    const mean = jumps.reduce((sum, jump) => sum + jump, 0) / 4000;
    const spread = jumps.reduce((sum, jump) => sum + jump * jump, 0) / 4000;
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(spread / 4000));
  });
});
