import { hill, hillDerivative } from "@mmm/core/model/transforms/hill.ts";
import { michaelisMenten, michaelisMentenDerivative } from "@mmm/core/model/transforms/michaelis-menten.ts";
import fc from "fast-check";

const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

describe("Michaelis–Menten saturation", () => {
  it("is 6 · 1 / (2 + 1) = 2, by hand, with slope 6 · 2 / 9", () => {
    expect(michaelisMenten(1, 6, 2)).toBe(2);
    expect(michaelisMentenDerivative(1, 6, 2)).toBeCloseTo(12 / 9, 15);
  });

  it("is the Hill curve of slope 1 times its ceiling, and so is its derivative", () => {
    fc.assert(
      fc.property(positive, positive, positive, (exposure, ceiling, half) => {
        // Hill goes through two logarithms of up to ±7 and an exp: under 1e-14, relative
        expect(michaelisMenten(exposure, ceiling, half) / (ceiling * hill(exposure, half, 1))).toBeCloseTo(
          1,
          13,
        );
        const slope = ceiling * hillDerivative(exposure, half, 1);
        // 1 − h loses up to six digits there where exposure is a million times half
        expect(michaelisMentenDerivative(exposure, ceiling, half) / slope).toBeCloseTo(1, 8);
      }),
    );
  });

  it("answers nothing with nothing, and rises there by ceiling per half-saturation", () => {
    expect(michaelisMenten(0, 6, 2)).toBe(0);
    expect(michaelisMentenDerivative(0, 6, 2)).toBe(3);
  });

  it("refuses what is a mistake in our code", () => {
    expect(() => michaelisMenten(-1, 1, 1)).toThrow("exposure must be 0 or more, not -1");
    expect(() => michaelisMenten(1, 0, 1)).toThrow("ceiling must be above 0, not 0");
    expect(() => michaelisMentenDerivative(1, 1, 0)).toThrow("halfSaturation must be above 0, not 0");
  });
});
