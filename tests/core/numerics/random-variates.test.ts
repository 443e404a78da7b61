import { createRandom } from "@mmm/core/numerics/random.ts";
import { drawBeta, drawGamma } from "@mmm/core/numerics/random-variates.ts";

const DRAWS = 40_000;

/** Mean and variance lie within 4 standard errors; the error of a variance is √(excess kurtosis + 2) of itself. */
function expectMoments(draw: () => number, mean: number, variance: number, kurtosis: number): void {
  const draws = Array.from({ length: DRAWS }, draw);
  const average = draws.reduce((sum, value) => sum + value, 0) / DRAWS;
  const spread = draws.reduce((sum, value) => sum + (value - average) ** 2, 0) / DRAWS;
  expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / DRAWS));
  expect(Math.abs(spread - variance)).toBeLessThan(4 * variance * Math.sqrt((kurtosis - 1) / DRAWS));
}

describe("drawGamma", () => {
  it.each([0.3, 1, 2.5, 40])("has mean and variance equal to the shape %p", (shape) => {
    const random = createRandom(21, 0);
    expectMoments(() => drawGamma(random, shape), shape, shape, 3 + 6 / shape);
  });

  it("is never negative and refuses a shape that is not above 0", () => {
    const random = createRandom(22, 0);
    for (let draw = 0; draw < 1000; draw++) expect(drawGamma(random, 0.1)).toBeGreaterThanOrEqual(0);
    expect(() => drawGamma(random, 0)).toThrow(RangeError);
    expect(() => drawGamma(random, Number.NaN)).toThrow(RangeError);
  });
});

describe("drawBeta", () => {
  it("has the mean and variance of Beta(2, 2): 1/2 and 1/20", () => {
    const random = createRandom(23, 0);
    expectMoments(() => drawBeta(random, 2, 2), 0.5, 0.05, 15 / 7);
  });

  it("leans to the side of the larger parameter: Beta(3, 1) has mean 3/4 and variance 3/80", () => {
    const random = createRandom(24, 0);
    expectMoments(() => drawBeta(random, 3, 1), 0.75, 0.0375, 3.1);
  });
});
