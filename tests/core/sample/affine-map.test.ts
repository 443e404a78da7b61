import { inCoordinates, placeAt, stretched } from "@mmm/core/sample/affine-map.ts";
import { CORRELATED_NORMAL } from "./known-targets.ts";

/** Center (1, 2, 3); z₁ adds (2, 1, 0), z₂ adds (0, 1, 0), z₃ adds (0, 0, 5). */
const MAP = { center: Float64Array.of(1, 2, 3), axes: Float64Array.of(2, 0, 0, 1, 1, 0, 0, 0, 5) };

describe("an affine map", () => {
  it("places (1, 2, 3) at (3, 5, 18), by hand", () => {
    const position = new Float64Array(3);
    placeAt(MAP, Float64Array.of(1, 2, 3), position);
    expect([...position]).toEqual([3, 5, 18]);
  });

  it("moves its center and stretches its axes: (1, 1, 1) at stretch ½ lies half an axis from the new center", () => {
    const map = stretched(MAP, Float64Array.of(1, 2, 3), Float64Array.of(0.5, 0.5, 0.5));
    const position = new Float64Array(3);
    placeAt(map, Float64Array.of(1, 1, 1), position);
    expect([...position]).toEqual([4, 6, 20.5]);
  });

  it("hands on a gradient that central differences confirm", () => {
    const density = inCoordinates(CORRELATED_NORMAL.logDensity, MAP);
    const z = Float64Array.of(0.3, -0.2, 0.1);
    const gradient = new Float64Array(3);
    density(z, gradient);
    const unused = new Float64Array(3);
    for (let axis = 0; axis < 3; axis++) {
      const at = (step: number): number =>
        density(
          z.map((value, index) => (index === axis ? value + step : value)),
          unused,
        );
      // the density is quadratic: central differences are exact but for rounding, 1e-16 · 1e4 / 1e-3
      expect(Math.abs((at(1e-3) - at(-1e-3)) / 2e-3 / gradient[axis] - 1)).toBeLessThan(1e-8);
    }
  });
});
