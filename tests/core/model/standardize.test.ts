import { sampleMoments, standardize } from "@mmm/core/model/standardize.ts";

describe("standardizing", () => {
  it("takes mean 2 and sample standard deviation √2 from 1, 3", () => {
    expect(sampleMoments(Float64Array.of(1, 3), 2)).toEqual({ mean: 2, sd: Math.SQRT2, largest: 3 });
  });

  it("gives mean 0 and sample standard deviation 1 over the fitted weeks", () => {
    const values = Float64Array.of(4, 8, -1, 3, 100);
    const standardized = standardize(values, 4)?.values ?? new Float64Array();
    const moments = sampleMoments(standardized, 4);
    expect(moments.mean).toBeCloseTo(0, 15);
    expect(moments.sd).toBeCloseTo(1, 15);
  });

  it("scales held-out weeks by the fitted ones: they must not leak into the fit", () => {
    const one = standardize(Float64Array.of(1, 3, 5), 2);
    const other = standardize(Float64Array.of(1, 3, 500), 2);
    expect(other?.values.subarray(0, 2)).toEqual(one?.values.subarray(0, 2));
    expect(one?.values[2]).toBeCloseTo((5 - 2) / Math.SQRT2, 15);
  });

  it("gives nothing for a series that is constant over the fitted weeks", () => {
    expect(standardize(Float64Array.of(0.1, 0.1, 0.1, 9), 3)).toBeNull();
    expect(standardize(new Float64Array(5), 5)).toBeNull();
  });

  it("does not change what it is given", () => {
    const values = Float64Array.of(1, 2, 4);
    standardize(values, 3);
    expect([...values]).toEqual([1, 2, 4]);
  });
});
