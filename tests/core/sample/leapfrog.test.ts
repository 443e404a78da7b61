import { leapfrog } from "@mmm/core/sample/leapfrog.ts";
import { createPhasePoint, hamiltonian, type PhasePoint } from "@mmm/core/sample/phase-point.ts";
import fc from "fast-check";
import { BANANA, knownTarget } from "./known-targets.ts";

const METRIC = { variance: Float64Array.of(0.7, 2) };

function pointAt(position: readonly number[], momentum: readonly number[]): PhasePoint {
  const point = createPhasePoint(2);
  point.position.set(position);
  point.momentum.set(momentum);
  point.velocity.set(momentum.map((p, dimension) => p * METRIC.variance[dimension]));
  point.logDensity = BANANA.logDensity(point.position, point.gradient);
  return point;
}

const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
const pair = fc.tuple(coordinate, coordinate);

describe("leapfrog", () => {
  it("steps from 1 at rest on N(0, 1) to position 0.995 and momentum −0.09975", () => {
    const normal = knownTarget({
      dimension: 1,
      logDensity(x, gradient) {
        gradient[0] = -x[0];
        return -0.5 * x[0] ** 2;
      },
      moments: [],
    });
    const point = createPhasePoint(1);
    point.position[0] = 1;
    point.gradient[0] = -1;
    leapfrog(normal, { variance: Float64Array.of(1) }, point, 0.1);
    expect(point.position[0]).toBeCloseTo(0.995, 15);
    expect(point.momentum[0]).toBeCloseTo(-0.09975, 15);
    expect(point.velocity[0]).toBe(point.momentum[0]);
    expect(point.logDensity).toBeCloseTo(-0.5 * 0.995 ** 2, 15);
  });

  it("comes back when it steps backwards, up to rounding", () => {
    fc.assert(
      fc.property(pair, pair, (position, momentum) => {
        const point = pointAt(position, momentum);
        for (let step = 0; step < 20; step++) leapfrog(BANANA, METRIC, point, 0.05);
        for (let step = 0; step < 20; step++) leapfrog(BANANA, METRIC, point, -0.05);
        // 40 steps of a few rounding errors each, magnified by the bend
        const shifts = [0, 1].flatMap((dimension) => [
          point.position[dimension] - position[dimension],
          point.momentum[dimension] - momentum[dimension],
        ]);
        expect(Math.max(...shifts.map(Math.abs))).toBeLessThan(1e-9);
      }),
    );
  });

  it("keeps energy to the second order: half the step, a quarter of the error", () => {
    const error = (steps: number): number => {
      const point = pointAt([0.5, 1], [1, -0.5]);
      const before = hamiltonian(point);
      for (let step = 0; step < steps; step++) leapfrog(BANANA, METRIC, point, 1 / steps);
      return Math.abs(hamiltonian(point) - before);
    };
    const ratio = error(50) / error(100);
    expect(ratio).toBeGreaterThan(3.8); // terms of fourth order are 1e-4 of the leading one at these steps
    expect(ratio).toBeLessThan(4.2);
  });

  it("keeps volume: the Jacobian of a step has determinant 1", () => {
    const step = 1e-5;
    const columns = [0, 1, 2, 3].map((index) => {
      const shifted = (by: number): number[] => {
        const start = [0.3, -0.4, 0.8, 0.1];
        start[index] += by;
        const point = pointAt(start.slice(0, 2), start.slice(2));
        leapfrog(BANANA, METRIC, point, 0.3);
        return [...point.position, ...point.momentum];
      };
      const above = shifted(step);
      const below = shifted(-step);
      return above.map((value, row) => (value - below[row]) / (2 * step));
    });
    expect(determinant(columns)).toBeCloseTo(1, 7); // central differences err by about step²
  });
});

describe("hamiltonian", () => {
  it("is infinite where the log density is not a number or minus infinity", () => {
    const point = pointAt([0, 0], [1, 1]);
    point.logDensity = Number.NaN;
    expect(hamiltonian(point)).toBe(Infinity);
    point.logDensity = -Infinity;
    expect(hamiltonian(point)).toBe(Infinity);
  });
});

/** Laplace expansion. */
function determinant(matrix: readonly number[][]): number {
  if (matrix.length === 1) return matrix[0][0];
  return matrix[0].reduce((sum, entry, column) => {
    const minor = matrix.slice(1).map((row) => row.filter((_, index) => index !== column));
    return sum + (column % 2 === 0 ? entry : -entry) * determinant(minor);
  }, 0);
}
