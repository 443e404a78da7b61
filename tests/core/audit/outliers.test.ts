import { outliersOf, robustScores, zScores } from "@mmm/core/audit/outliers.ts";
import fc from "fast-check";

/** No cell holds a number whose square underflows; those round to 0 where a deviation is squared. */
const cell = fc
  .double({ min: -1e6, max: 1e6, noNaN: true })
  .map((value) => (Math.abs(value) < 1e-100 ? 0 : value));
const finite = fc.array(cell, { minLength: 2, maxLength: 40 });

describe("zScores, divisor n - 1", () => {
  it("puts 1, 2, 3 one sample standard deviation apart", () => {
    expect(Array.from(zScores(Float64Array.of(1, 2, 3)))).toEqual([-1, 0, 1]);
  });

  it("finds no outlier in a constant column", () => {
    expect(Array.from(zScores(Float64Array.of(0.1, 0.1, 0.1)))).toEqual([0, 0, 0]);
  });

  it("gives 0 where distances are too small to be squared", () => {
    expect(Array.from(zScores(Float64Array.of(0, 2.9e-161)))).toEqual([0, 0]);
  });

  it("can not exceed (n - 1) / sqrt(n), however far one value lies", () => {
    // Shiffler (1988): the largest z possible with the sample standard deviation
    fc.assert(
      fc.property(finite, (values) => {
        const bound = (values.length - 1) / Math.sqrt(values.length);
        for (const z of zScores(Float64Array.from(values)))
          expect(Math.abs(z)).toBeLessThanOrEqual(bound * (1 + 1e-9));
      }),
    );
  });
});

describe("robustScores, Iglewicz & Hoaglin", () => {
  it("measures by the median and its absolute deviation: 97 x 0.6745 for 100 among 1 to 4", () => {
    const scores = robustScores(Float64Array.of(1, 2, 3, 4, 100));
    expect(scores[4]).toBeCloseTo(97 * 0.67449, 2); // median 3, deviations 2 1 0 1 97, their median 1
  });

  it("is not moved by how far the outlier lies, unlike z", () => {
    const near = robustScores(Float64Array.of(1, 2, 3, 4, 100));
    const far = robustScores(Float64Array.of(1, 2, 3, 4, 1e6));
    expect(far[0]).toBe(near[0]);
  });

  it("has no scale, hence no outliers, where more than half of the values are equal", () => {
    expect(Array.from(robustScores(Float64Array.of(0, 0, 0, 5)))).toEqual([0, 0, 0, 0]);
  });
});

describe("outliersOf", () => {
  it("lists weeks beyond the threshold on either side, the farthest first", () => {
    // 98 zeros, 60 and -80: mean -0.2, sample sd 10.05 by hand (10,000 / 99, less the mean), z 6.0 and -7.9
    const values = Float64Array.from({ length: 100 }, (_, week) => (week === 5 ? 60 : week === 9 ? -80 : 0));
    const weeks = Array.from(values, (_, week) => `week ${week}`);
    expect(outliersOf("TV", weeks, values, 3).map(({ week, z }) => `${week} ${z.toFixed(1)}`)).toEqual([
      "week 9 -7.9",
      "week 5 6.0",
    ]);
    expect(outliersOf("TV", weeks, values, 7)).toHaveLength(1);
  });
});
