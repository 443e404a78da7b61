import { createRandom } from "@mmm/core/numerics/random.ts";
import { climbFromSeveral } from "@mmm/core/sample/climb-from-several.ts";
import { CORRELATED_NORMAL, LOG_EXPONENTIAL } from "./known-targets.ts";
import { TWO_PEAKS } from "./quick-fit-targets.ts";

describe("climbs from several starts", () => {
  it("all end on the peak of a density that has one", () => {
    const { ends } = climbFromSeveral(CORRELATED_NORMAL, createRandom(1, 0));
    expect(ends).toHaveLength(4);
    for (const end of ends) {
      // gradient at most 0.01 on both axes of a variance of 100 and covariance of 0.9: 1.01 at most
      expect(Math.abs(end[0])).toBeLessThan(0.0092);
      expect(Math.abs(end[1])).toBeLessThan(1.02);
      expect(Math.abs(end[2] - 2)).toBeLessThan(1.01e-2);
    }
  });

  it("find the peak of a skewed density, log 1 = 0", () => {
    const { ends } = climbFromSeveral(LOG_EXPONENTIAL, createRandom(1, 0));
    // curvature 1 at the peak: within the gradient's tolerance
    for (const end of ends) for (const x of end) expect(Math.abs(x)).toBeLessThan(1.01e-2);
  });

  it("end apart where there are two peaks, the higher first, in at least half of ten runs", () => {
    // four starts miss a peak if all fall on the other's side: with chance 2 / 2⁴; in 6 of 10 runs with 5 in 10 000
    const found = Array.from(
      { length: 10 },
      (_, seed) => climbFromSeveral(TWO_PEAKS, createRandom(seed, 0)).ends,
    );
    const both = found.filter((ends) => ends.some(([x]) => x < -2) && ends.some(([x]) => x > 2));
    expect(both.length).toBeGreaterThanOrEqual(5);
    for (const ends of both) expect(ends[0][0]).toBeGreaterThan(2);
  });
});
