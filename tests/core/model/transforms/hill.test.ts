import { hill, hillDerivative, hillSeries } from "@mmm/core/model/transforms/hill.ts";
import fc from "fast-check";

const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const slopes = fc.double({ min: 0.1, max: 5, noNaN: true });

describe("hill saturation", () => {
  it("gives 0.2 at 2 with half-saturation 4 and slope 2, by hand", () => {
    // 4 / (4 + 16); the curve goes through exp and log, each good to 1 ulp
    expect(hill(2, 4, 2)).toBeCloseTo(0.2, 15);
  });

  it("reaches half the ceiling at the half-saturation point, whatever the slope", () => {
    fc.assert(
      fc.property(positive, slopes, (halfSaturation, slope) => {
        expect(hill(halfSaturation, halfSaturation, slope)).toBe(0.5);
      }),
    );
  });

  it("answers nothing with nothing", () => {
    expect(hill(0, 4, 0.5)).toBe(0);
  });

  it("rises with exposure and stays between 0 and 1", () => {
    fc.assert(
      fc.property(positive, positive, positive, slopes, (a, b, halfSaturation, slope) => {
        const [low, high] = [
          hill(Math.min(a, b), halfSaturation, slope),
          hill(Math.max(a, b), halfSaturation, slope),
        ];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("does not depend on the unit of exposure", () => {
    fc.assert(
      fc.property(positive, positive, slopes, positive, (exposure, halfSaturation, slope, unit) => {
        const difference =
          hill(exposure, halfSaturation, slope) - hill(exposure * unit, halfSaturation * unit, slope);
        // logs of up to ±14 round at 2e-15; slope 5 and the curve's steepest quarter make it 1e-14
        expect(Math.abs(difference)).toBeLessThan(2e-14);
      }),
    );
  });

  it("does not overflow where powers would: 1e200 to the power 3", () => {
    expect(hill(1e200, 1, 3)).toBe(1);
    expect(hill(1e-200, 1, 3)).toBe(0);
  });

  it("is the same for a series as week by week", () => {
    const exposure = Float64Array.of(0, 1, 2.5, 40);
    const out = new Float64Array(4);
    const sum = hillSeries(exposure, 2, 1.4, out);
    expect([...out]).toEqual([...exposure].map((week) => hill(week, 2, 1.4)));
    expect(sum).toBe(out.reduce((all, week) => all + week, 0));
  });

  it("refuses spend below 0 and parameters that are not above 0", () => {
    expect(() => hill(-3, 1, 1)).toThrow("exposure must be 0 or more, not -3");
    expect(() => hill(1, 0, 1)).toThrow("halfSaturation must be above 0, not 0");
    expect(() => hill(1, 1, Number.NaN)).toThrow("slope must be above 0, not NaN");
  });
});

describe("the slope of the Hill curve", () => {
  it("is 0.125 at the half-saturation 4 with slope 2, by hand", () => {
    expect(hillDerivative(4, 4, 2)).toBe(0.125);
  });

  it("is what a small step along the curve gives", () => {
    fc.assert(
      fc.property(positive, positive, slopes, (exposure, halfSaturation, slope) => {
        const step = exposure * 1e-5;
        const numeric =
          (hill(exposure + step, halfSaturation, slope) - hill(exposure - step, halfSaturation, slope)) /
          (2 * step);
        // rounding 1e-16 / 2e-5 relative to a curve of 1, times exposure; truncation (1e-5)² times slope³
        expect(Math.abs(numeric - hillDerivative(exposure, halfSaturation, slope)) * exposure).toBeLessThan(
          1e-7,
        );
      }),
    );
  });

  it("starts flat above slope 1, at 1 / half-saturation for 1, vertical below", () => {
    expect(hillDerivative(0, 4, 2)).toBe(0);
    expect(hillDerivative(0, 4, 1)).toBe(0.25);
    expect(hillDerivative(0, 4, 0.8)).toBe(Number.POSITIVE_INFINITY);
  });
});
