import { laplaceMap } from "@mmm/core/sample/laplace-map.ts";
import { CORRELATED_NORMAL } from "./known-targets.ts";

/** axes · axesᵀ, entry (row, column). */
function covariance(axes: Float64Array, row: number, column: number): number {
  return [0, 1, 2].reduce((sum, axis) => sum + axes[row * 3 + axis] * axes[column * 3 + axis], 0);
}

describe("Laplace's approximation", () => {
  it("of a normal density has its covariance", () => {
    const scaled = laplaceMap(
      // the flattest direction has variance 100 there: shrunk to unit scale, as coordinates are
      (x, gradient) => {
        const value = CORRELATED_NORMAL.logDensity(Float64Array.of(x[0], 10 * x[1], x[2]), gradient);
        gradient[1] *= 10;
        return value;
      },
      Float64Array.of(0, 0, 2),
    );
    const { axes } = scaled.map;
    // sd 0.1 and 1 with correlation 0.9, and 1 alone; rounding 1e-16 · curvature 500 / difference 1e-4 is 1e-9 relative
    expect(covariance(axes, 0, 0)).toBeCloseTo(0.01, 7);
    expect(covariance(axes, 0, 1)).toBeCloseTo(0.09, 7);
    expect(covariance(axes, 1, 1)).toBeCloseTo(1, 7);
    expect(covariance(axes, 2, 2)).toBeCloseTo(1, 7);
    expect(covariance(axes, 0, 2)).toBeCloseTo(0, 7);
    expect(scaled.gradientEvaluations).toBe(6);
  });

  it("keeps a finite width where the density does not fall at all", () => {
    const flat = (_: Float64Array, gradient: Float64Array): number => {
      gradient.fill(0);
      return 0;
    };
    // the least curvature is 0.05
    expect(laplaceMap(flat, new Float64Array(1)).map.axes[0]).toBeCloseTo(Math.sqrt(20), 12);
  });
});
