import { logNormalFromMeanSd, logNormalFromRange, logNormalRange } from "@mmm/core/numerics/log-normal.ts";
import fc from "fast-check";

const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const levels = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe("the log-normal of a mean and a standard deviation", () => {
  it("has logMean −½ and logSd 1 where the mean is 1 and the variance e − 1, by hand", () => {
    const { logMean, logSd } = logNormalFromMeanSd(1, Math.sqrt(Math.E - 1));
    expect(logMean).toBeCloseTo(-0.5, 14);
    expect(logSd).toBeCloseTo(1, 14);
  });

  it("has that mean and that standard deviation, by the formulas of its moments", () => {
    fc.assert(
      fc.property(positive, positive, (mean, sd) => {
        const { logMean, logSd } = logNormalFromMeanSd(mean, sd);
        const back = Math.exp(logMean + logSd ** 2 / 2);
        // logarithms of up to 30 round at 4e-15, and stand in an exponent
        expect(Math.abs(back / mean - 1)).toBeLessThan(1e-13);
        expect(Math.abs((back * Math.sqrt(Math.expm1(logSd ** 2))) / sd - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it("refuses a mean or a spread that is not above 0", () => {
    expect(() => logNormalFromMeanSd(0, 1)).toThrow("mean must be above 0, not 0");
    expect(() => logNormalFromMeanSd(1, -1)).toThrow("sd must be above 0, not -1");
  });
});

describe("the log-normal of a range", () => {
  it("is the standard one for 1/e to e at one standard deviation, by hand", () => {
    const { logMean, logSd } = logNormalFromRange(1 / Math.E, Math.E, 0.6826894921370859);
    expect(logMean).toBeCloseTo(0, 14);
    expect(logSd).toBeCloseTo(1, 13);
  });

  it("has the range back as its equal-tailed one, and its median in the geometric middle", () => {
    fc.assert(
      fc.property(positive, positive, levels, (low, width, level) => {
        const prior = logNormalFromRange(low, low * (1 + width), level);
        const [lowBack, highBack] = logNormalRange(prior, level);
        expect(Math.abs(lowBack / low - 1)).toBeLessThan(1e-13);
        expect(Math.abs(highBack / (low * (1 + width)) - 1)).toBeLessThan(1e-13);
        expect(Math.abs(Math.exp(prior.logMean) / (low * Math.sqrt(1 + width)) - 1)).toBeLessThan(1e-13);
      }),
    );
  });

  it("is wider where one is less sure of the same range", () => {
    expect(logNormalFromRange(0.5, 4, 0.5).logSd).toBeGreaterThan(logNormalFromRange(0.5, 4, 0.9).logSd);
  });

  it("refuses a range that is none, and a level that is no probability of one", () => {
    expect(() => logNormalFromRange(0, 4, 0.9)).toThrow("low must be above 0, not 0");
    expect(() => logNormalFromRange(4, 4, 0.9)).toThrow("high must be above low 4, not 4");
    expect(() => logNormalFromRange(1, 4, 1)).toThrow("level must be in (0, 1), not 1");
    expect(() => logNormalRange({ logMean: 0, logSd: 1 }, 0)).toThrow(RangeError);
  });
});
