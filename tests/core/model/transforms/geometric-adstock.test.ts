import {
  geometricAdstock,
  geometricWeights,
  rawGeometricWeights,
} from "@mmm/core/model/transforms/geometric-adstock.ts";
import fc from "fast-check";

/** [week] spends of a series. */
const spends = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
const retentions = fc.double({ min: 0, max: 1, noNaN: true });

function sum(series: Iterable<number>): number {
  let total = 0;
  for (const value of series) total += value;
  return total;
}

describe("geometric adstock", () => {
  it("gives 2, 1 for 3, 0 at retention ½ over two weeks, by hand", () => {
    // weights ½-powers 1, ½ over their sum 3/2: 2/3 and 1/3
    expect([...geometricAdstock(Float64Array.of(3, 0), 0.5, 1)]).toEqual([2, 1]);
  });

  it("leaves spend alone without retention", () => {
    expect([...geometricAdstock(Float64Array.of(5, 0, 2), 0, 12)]).toEqual([5, 0, 2]);
  });

  it("spreads a week evenly over the window at full retention", () => {
    expect([...geometricAdstock(Float64Array.of(4, 0, 0, 0, 0), 1, 3)]).toEqual([1, 1, 1, 1, 0]);
  });

  it("keeps the total when the series ends with maxLag empty weeks", () => {
    fc.assert(
      fc.property(spends, retentions, fc.integer({ min: 0, max: 15 }), (series, retention, maxLag) => {
        const padded = Float64Array.from([...series, ...new Array<number>(maxLag).fill(0)]);
        const carried = sum(geometricAdstock(padded, retention, maxLag));
        // 75 weeks of sums of 16 products: a few hundred roundings
        expect(Math.abs(carried - sum(series))).toBeLessThanOrEqual(1e-13 * (1 + sum(series)));
      }),
    );
  });

  it("does not know the future: a week's value is the same whatever comes after it", () => {
    fc.assert(
      fc.property(spends, retentions, fc.nat(59), (series, retention, cut) => {
        const whole = geometricAdstock(Float64Array.from(series), retention, 12);
        const start = geometricAdstock(Float64Array.from(series.slice(0, cut + 1)), retention, 12);
        expect([...start]).toEqual([...whole.subarray(0, start.length)]);
      }),
    );
  });

  it("leaves a constant spend alone once the window is full", () => {
    const carried = geometricAdstock(new Float64Array(30).fill(7), 0.8, 12);
    for (let week = 12; week < 30; week++) expect(carried[week]).toBeCloseTo(7, 12);
    expect(carried[0]).toBeLessThan(7); // nothing is carried in from before the first week
  });

  it("has weights of four, two and one sevenths at retention ½", () => {
    expect([...geometricWeights(0.5, 2)]).toEqual([4 / 7, 2 / 7, 1 / 7]);
    expect([...rawGeometricWeights(0.5, 2)]).toEqual([1, 0.5, 0.25]);
  });

  it("refuses a retention outside 0 to 1 and a lag that is no whole number", () => {
    expect(() => geometricWeights(1.01, 12)).toThrow("retention must be in [0, 1], not 1.01");
    expect(() => geometricWeights(Number.NaN, 12)).toThrow(RangeError);
    expect(() => geometricWeights(0.5, 1.5)).toThrow("maxLag must be a whole number of at least 0, not 1.5");
    expect(() => geometricWeights(0.5, -1)).toThrow(RangeError);
  });
});
