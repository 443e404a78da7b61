import { dot, type Objective, type ObjectivePoint, wolfeSearch } from "@mmm/core/numerics/wolfe-search.ts";
import fc from "fast-check";

function pointOf(objective: Objective, x: number): ObjectivePoint {
  const point = { position: Float64Array.of(x), gradient: new Float64Array(1), value: 0 };
  point.value = objective(point.position, point.gradient);
  return point;
}

describe("Wolfe's line search", () => {
  it("takes the whole step on x² / 2 from 1 along −1", () => {
    const bowl: Objective = (x, gradient) => {
      gradient[0] = x[0];
      return 0.5 * x[0] ** 2;
    };
    const to = pointOf(bowl, 0);
    expect(wolfeSearch(bowl, pointOf(bowl, 1), Float64Array.of(-1), to)).toEqual({
      found: true,
      evaluations: 1,
    });
    expect(to.position[0]).toBe(0);
  });

  it("ends where both conditions hold, whatever the length of the direction (equation 3.6)", () => {
    const quartic: Objective = (x, gradient) => {
      gradient[0] = 4 * x[0] ** 3;
      return x[0] ** 4;
    };
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 1e4, noNaN: true }), (length) => {
        const from = pointOf(quartic, 2);
        const direction = Float64Array.of(-length);
        const to = pointOf(quartic, 0);
        expect(wolfeSearch(quartic, from, direction, to).found).toBe(true);
        const slope = dot(from.gradient, direction);
        const step = (to.position[0] - 2) / direction[0];
        expect(to.value).toBeLessThanOrEqual(from.value + 1e-4 * step * slope);
        expect(dot(to.gradient, direction)).toBeGreaterThanOrEqual(0.9 * slope);
      }),
    );
  });

  it("gives up on a slope that goes down for ever", () => {
    const slide: Objective = (x, gradient) => {
      gradient[0] = -1;
      return -x[0];
    };
    const result = wolfeSearch(slide, pointOf(slide, 0), Float64Array.of(1), pointOf(slide, 0));
    expect(result.found).toBe(false);
  });
});
