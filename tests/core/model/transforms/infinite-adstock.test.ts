import { geometricAdstock } from "@mmm/core/model/transforms/geometric-adstock.ts";
import { infiniteAdstock, rawInfiniteAdstock } from "@mmm/core/model/transforms/infinite-adstock.ts";
import fc from "fast-check";

const spends = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
const retentions = fc.double({ min: 0, max: 0.98, noNaN: true });

describe("infinite adstock", () => {
  it("gives 2, 1, ½ for 4, 0, 0 at retention ½, and 4, 2, 1 when raw, by hand", () => {
    expect([...infiniteAdstock(Float64Array.of(4, 0, 0), 0.5)]).toEqual([2, 1, 0.5]);
    expect([...rawInfiniteAdstock(Float64Array.of(4, 0, 0), 0.5)]).toEqual([4, 2, 1]);
  });

  it("leaves spend alone without retention", () => {
    expect([...infiniteAdstock(Float64Array.of(5, 0, 2), 0)]).toEqual([5, 0, 2]);
    expect([...rawInfiniteAdstock(Float64Array.of(5, 0, 2), 0)]).toEqual([5, 0, 2]);
  });

  it("makes a spend that was constant long enough its own carried series", () => {
    // 0.8^200 is 4e-20: the empty weeks before the first are forgotten
    expect(infiniteAdstock(new Float64Array(200).fill(7), 0.8)[199]).toBeCloseTo(7, 12);
  });

  it("is the raw one times 1 − retention", () => {
    fc.assert(
      fc.property(spends, retentions, (series, retention) => {
        const spend = Float64Array.from(series);
        const raw = rawInfiniteAdstock(spend, retention);
        infiniteAdstock(spend, retention).forEach((carried, week) => {
          // 60 roundings of a sum
          expect(Math.abs(carried - (1 - retention) * raw[week])).toBeLessThanOrEqual(1e-14 * raw[week]);
        });
      }),
    );
  });

  it("is the geometric adstock whose last lag is beyond the series, but for that one's norm", () => {
    fc.assert(
      fc.property(spends, fc.double({ min: 0, max: 0.9, noNaN: true }), (series, retention) => {
        const spend = Float64Array.from(series);
        // 0.9^400 is 5e-19: the weights of 400 lags add up to 1 / (1 − retention) in doubles
        const long = geometricAdstock(spend, retention, 400);
        infiniteAdstock(spend, retention).forEach((carried, week) => {
          expect(Math.abs(carried - long[week])).toBeLessThanOrEqual(1e-12 * (1 + long[week]));
        });
      }),
    );
  });

  it("refuses a retention that forgets nothing", () => {
    expect(() => infiniteAdstock(Float64Array.of(1), 1)).toThrow("retention must be in [0, 1), not 1");
    expect(() => rawInfiniteAdstock(Float64Array.of(1), -0.1)).toThrow(RangeError);
  });
});
