import { createRandom } from "@mmm/core/numerics/random.ts";
import { refineMap } from "@mmm/core/sample/refine-map.ts";
import { knownTarget } from "./known-targets.ts";

/** N(1, 2²) in both coordinates. */
const NORMAL = knownTarget({
  dimension: 2,
  logDensity(x, gradient) {
    gradient[0] = -(x[0] - 1) / 4;
    gradient[1] = -(x[1] - 1) / 4;
    return -((x[0] - 1) ** 2 + (x[1] - 1) ** 2) / 8;
  },
  moments: [["x", (x) => x[0], 1]],
});

describe("a map refined by a short walk", () => {
  it("has a normal target's mean without Monte Carlo error, and its spread with half of it", () => {
    const wrong = { center: Float64Array.of(0, 0.5), axes: Float64Array.of(1, 0, 0, 1) };
    const { map } = refineMap(NORMAL, wrong, createRandom(1, 0));
    // exact but for rounding: sums of a hundred terms
    expect(map.center[0]).toBeCloseTo(1, 10);
    expect(map.center[1]).toBeCloseTo(1, 10);
    // the sd of 80 draws errs by 8 % if they are independent, half of it by 4 %; these are nearly so: 5 of these
    expect(Math.abs(map.axes[0] / 2 - 1)).toBeLessThan(0.2);
    expect(Math.abs(map.axes[3] / 2 - 1)).toBeLessThan(0.2);
  });

  it("costs at most seven gradients a draw, and a few to find its step", () => {
    const map = { center: new Float64Array(2), axes: Float64Array.of(1, 0, 0, 1) };
    // 120 transitions of at most 7; two searches for a step, each a few doublings
    expect(refineMap(NORMAL, map, createRandom(2, 0)).gradientEvaluations).toBeLessThan(7 * 120 + 50);
  });
});
