import { fitGeneralizedPareto, generalizedParetoQuantile } from "@mmm/core/numerics/generalized-pareto.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";

/** Exact quantiles as a sample: what is left is the error of the estimate, not of chance. */
function evenSample(shape: number, scale: number, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, place) =>
    generalizedParetoQuantile({ shape, scale }, (place + 0.5) / size),
  );
}

describe("quantiles of the generalized Pareto distribution", () => {
  it("are scale · share / (1 − share) for shape 1, by hand", () => {
    expect(generalizedParetoQuantile({ shape: 1, scale: 2 }, 0.5)).toBeCloseTo(2, 14);
    expect(generalizedParetoQuantile({ shape: 1, scale: 2 }, 0.9)).toBeCloseTo(18, 12);
  });

  it("are scale · share for shape −1, the uniform distribution", () => {
    expect(generalizedParetoQuantile({ shape: -1, scale: 3 }, 0.25)).toBeCloseTo(0.75, 14);
  });

  it("pass into the exponential's where the shape passes through 0", () => {
    const exponential = -2 * Math.log(1 - 0.7);
    expect(generalizedParetoQuantile({ shape: 0, scale: 2 }, 0.7)).toBeCloseTo(exponential, 14);
    expect(generalizedParetoQuantile({ shape: 1e-12, scale: 2 }, 0.7)).toBeCloseTo(exponential, 11);
    expect(generalizedParetoQuantile({ shape: -1e-12, scale: 2 }, 0.7)).toBeCloseTo(exponential, 11);
  });
});

describe("the fit of Zhang & Stephens with the prior of Vehtari et al.", () => {
  it.each([-0.3, 0.1, 0.5, 0.9])("finds shape %p and scale 2 in 2000 even quantiles", (shape) => {
    const fitted = fitGeneralizedPareto(evenSample(shape, 2, 2000));
    // the prior pulls the shape by 10 / 2010 of its distance from ½, and even quantiles lack the extremes of a sample
    expect(Math.abs(fitted.shape - shape)).toBeLessThan(0.02);
    expect(Math.abs(fitted.scale / 2 - 1)).toBeLessThan(0.02);
  });

  it("finds the mean shape of 200 samples of 100 within its Monte Carlo error, prior included", () => {
    const random = createRandom(1, 0);
    const shapes = Array.from({ length: 200 }, () => {
      const sample = Float64Array.from({ length: 100 }, () =>
        generalizedParetoQuantile({ shape: 0.5, scale: 1 }, random.uniform()),
      ).sort();
      return fitGeneralizedPareto(sample).shape;
    });
    // (1 + k) / √n = 0.15 per sample (Zhang & Stephens 2009), 0.011 for 200; the bias at n = 100 is below 0.02
    expect(Math.abs(shapes.reduce((sum, shape) => sum + shape, 0) / 200 - 0.5)).toBeLessThan(0.045);
  });

  it("scales with its data: the shape stays, the scale follows", () => {
    const sample = evenSample(0.4, 1, 50);
    const [one, other] = [sample, sample.map((value) => 1000 * value)].map(fitGeneralizedPareto);
    expect(other.shape).toBeCloseTo(one.shape, 10);
    expect(other.scale / one.scale).toBeCloseTo(1000, 7);
  });

  it("refuses fewer than 5 exceedances, and ones that are none", () => {
    expect(() => fitGeneralizedPareto(new Float64Array(4).fill(1))).toThrow("at least 5 exceedances, not 4");
    expect(() => fitGeneralizedPareto(new Float64Array(5))).toThrow("must be a number above 0, not 0");
  });
});
