import { type DescentLimits, limitedMemoryBfgs } from "@mmm/core/numerics/limited-memory-bfgs.ts";
import type { Objective } from "@mmm/core/numerics/wolfe-search.ts";
import fc from "fast-check";

const LIMITS: DescentLimits = { gradientTolerance: 1e-8, maxIterations: 500 };

const rosenbrock: Objective = (x, gradient) => {
  const bend = x[1] - x[0] * x[0];
  gradient[0] = -400 * x[0] * bend - 2 * (1 - x[0]);
  gradient[1] = 200 * bend;
  return 100 * bend * bend + (1 - x[0]) ** 2;
};

describe("limited-memory BFGS", () => {
  it("walks Rosenbrock's valley from (−1.2, 1) to (1, 1)", () => {
    const found = limitedMemoryBfgs(rosenbrock, Float64Array.of(-1.2, 1), LIMITS);
    expect(found.converged).toBe(true);
    // the valley's floor has curvature 0.4 (Nocedal & Wright, exercise 2.1): a gradient of 1e-8 is within 2.5e-8 of the minimum
    expect(found.position[0]).toBeCloseTo(1, 7);
    expect(found.position[1]).toBeCloseTo(1, 7);
    // Nocedal & Wright report 34 iterations of BFGS for this start; about one evaluation each
    expect(found.evaluations).toBeLessThan(100);
  });

  it("finds the center of any bowl, from anywhere", () => {
    const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
    const curvature = fc.double({ min: 0.1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate, curvature), { minLength: 1, maxLength: 12 }),
        (axes) => {
          const bowl: Objective = (x, gradient) =>
            axes.reduce((sum, [center, , steep], axis) => {
              gradient[axis] = steep * (x[axis] - center);
              return sum + 0.5 * steep * (x[axis] - center) ** 2;
            }, 0);
          const found = limitedMemoryBfgs(
            bowl,
            Float64Array.from(axes, ([, start]) => start),
            { gradientTolerance: 1e-6, maxIterations: 500 },
          );
          expect(found.converged).toBe(true);
          // |gradient| ≤ 1e-6 and curvature ≥ 0.1: within 1e-5
          axes.forEach(([center], axis) => {
            expect(Math.abs(found.position[axis] - center)).toBeLessThan(1.01e-5);
          });
        },
      ),
    );
  });

  it("turns back from where the objective is infinite", () => {
    // x − log x is infinite for x ≤ 0 and smallest at 1; from 4 the first unit steps stay inside, from 0.01 slopes are −99
    const walled: Objective = (x, gradient) => {
      gradient[0] = 1 - 1 / x[0];
      return x[0] > 0 ? x[0] - Math.log(x[0]) : Number.POSITIVE_INFINITY;
    };
    for (const start of [0.01, 4, 1000]) {
      const found = limitedMemoryBfgs(walled, Float64Array.of(start), LIMITS);
      expect(found.converged).toBe(true);
      // curvature 1 at the minimum
      expect(Math.abs(found.position[0] - 1)).toBeLessThan(2e-8);
    }
  });

  it("says when it ran out of iterations, and does not move its start", () => {
    const start = Float64Array.of(-1.2, 1);
    const found = limitedMemoryBfgs(rosenbrock, start, { ...LIMITS, maxIterations: 3 });
    expect(found.converged).toBe(false);
    expect([...start]).toEqual([-1.2, 1]);
  });

  it("stops where no step descends: a gradient that lies", () => {
    const liar: Objective = (x, gradient) => {
      gradient[0] = -1;
      return x[0];
    };
    expect(limitedMemoryBfgs(liar, Float64Array.of(0), LIMITS).converged).toBe(false);
  });

  it("refuses to start where the objective is not finite", () => {
    const nowhere: Objective = () => Number.POSITIVE_INFINITY;
    expect(() => limitedMemoryBfgs(nowhere, Float64Array.of(0), LIMITS)).toThrow(RangeError);
  });
});
