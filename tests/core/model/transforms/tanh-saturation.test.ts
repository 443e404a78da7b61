import { tanhDerivative, tanhSaturation } from "@mmm/core/model/transforms/tanh-saturation.ts";
import fc from "fast-check";

const positive = fc.double({ min: 0.05, max: 20, noNaN: true });

describe("hyperbolic tangent saturation", () => {
  it("is 1/3 of the ceiling at half the logarithm of 2, by hand", () => {
    expect(tanhSaturation(Math.LN2 / 2, 1, 1)).toBeCloseTo(1 / 3, 15);
    expect(tanhDerivative(Math.LN2 / 2, 1, 1)).toBeCloseTo(8 / 9, 15); // 1 − 1/9
  });

  it("starts at one unit of effect per first cost, whatever the ceiling", () => {
    fc.assert(
      fc.property(positive, positive, (ceiling, firstCost) => {
        expect(tanhDerivative(0, ceiling, firstCost) * firstCost).toBeCloseTo(1, 15);
        expect((tanhSaturation(1e-12, ceiling, firstCost) * firstCost) / 1e-12).toBeCloseTo(1, 13);
      }),
    );
  });

  it("never passes its ceiling, and reaches it far out", () => {
    fc.assert(
      fc.property(positive, positive, positive, (exposure, ceiling, firstCost) => {
        expect(tanhSaturation(exposure, ceiling, firstCost)).toBeLessThanOrEqual(ceiling);
      }),
    );
    expect(tanhSaturation(1e9, 3, 2)).toBe(3);
    expect(tanhDerivative(1e9, 3, 2)).toBe(0);
  });

  it("has the slope of its own central difference", () => {
    fc.assert(
      fc.property(
        positive,
        positive,
        fc.double({ min: 0.5, max: 5, noNaN: true }),
        (exposure, ceiling, cost) => {
          const step = 1e-5 * ceiling;
          const rise =
            tanhSaturation(exposure + step, ceiling, cost) - tanhSaturation(exposure - step, ceiling, cost);
          // third derivative up to 2 / (b² c³) times step²/6, and the rounding of the ceiling over step: under 1e-8
          expect(Math.abs(tanhDerivative(exposure, ceiling, cost) - rise / (2 * step))).toBeLessThan(1e-8);
        },
      ),
    );
  });

  it("refuses what is a mistake in our code", () => {
    expect(() => tanhSaturation(-1, 1, 1)).toThrow("exposure must be 0 or more, not -1");
    expect(() => tanhSaturation(1, 0, 1)).toThrow("ceiling must be above 0, not 0");
    expect(() => tanhDerivative(1, 1, Number.NaN)).toThrow("firstCost must be above 0, not NaN");
  });
});
