/** Targets that a normal approximation can not describe, and one that it can. */

import { knownTarget } from "./known-targets.ts";

/** ⅗ N(3, ½²) + ⅖ N(−3, ½²): two peaks that no walk crosses. */
export const TWO_PEAKS = knownTarget({
  dimension: 1,
  logDensity(x, gradient) {
    const right = Math.log(0.6) - 2 * (x[0] - 3) ** 2;
    const left = Math.log(0.4) - 2 * (x[0] + 3) ** 2;
    const top = Math.max(right, left);
    const total = top + Math.log(Math.exp(right - top) + Math.exp(left - top));
    gradient[0] = -4 * (Math.exp(right - total) * (x[0] - 3) + Math.exp(left - total) * (x[0] + 3));
    return total;
  },
  moments: [["x", (x) => x[0], 0.6]],
});

/** v ~ N(0, 3²), nine x | v ~ N(0, e^v): Neal's funnel (2003). */
export const NEALS_FUNNEL = knownTarget({
  dimension: 10,
  logDensity(x, gradient) {
    const precision = Math.exp(-x[0]);
    let squares = 0;
    for (let axis = 1; axis < 10; axis++) {
      squares += x[axis] ** 2;
      gradient[axis] = -x[axis] * precision;
    }
    gradient[0] = -x[0] / 9 - 4.5 + 0.5 * squares * precision;
    const value = -(x[0] ** 2) / 18 - 4.5 * x[0] - 0.5 * squares * precision;
    return Number.isFinite(value) ? value : Number.NEGATIVE_INFINITY;
  },
  moments: [["v", (x) => x[0], 0]],
});
