import { carriedSpend, landingShares } from "@mmm/core/model/carried-spend.ts";
import type { Adstock } from "@mmm/core/model/media-mix-model.ts";
import fc from "fast-check";

const RETENTION = { alpha: 2, beta: 2 };
const GEOMETRIC: Adstock = { kind: "geometric", maxLag: 1, retention: RETENTION };
const ENDLESS: Adstock = { kind: "infinite", retention: RETENTION };
const NOTHING = new Float64Array(0);

describe("carried spend", () => {
  it("counts the weeks before the window: 3 after 6 is (3 + ½ · 6) / 1.5 = 4, by hand", () => {
    expect(carriedSpend(GEOMETRIC, Float64Array.of(3), Float64Array.of(6), 0.5)[0]).toBeCloseTo(4, 14);
  });

  it("is the spend itself without carryover, whatever came before", () => {
    expect([...carriedSpend({ kind: "none" }, Float64Array.of(3, 5), Float64Array.of(6), 0.5)]).toEqual([
      3, 5,
    ]);
  });

  it("without end is ½, ¼, ⅛ of a single spend of 1 at retention ½, by hand", () => {
    expect([...carriedSpend(ENDLESS, Float64Array.of(1, 0, 0), NOTHING, 0.5)]).toEqual([0.5, 0.25, 0.125]);
  });

  it.each([GEOMETRIC, ENDLESS])(
    "of kind $kind is the same whether the first weeks lie in the window or before it",
    (adstock) => {
      fc.assert(
        fc.property(
          fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 2, maxLength: 30 }),
          fc.double({ min: 0, max: 0.99, noNaN: true }),
          fc.nat(),
          (series, retention, split) => {
            const before = split % series.length;
            const spend = Float64Array.from(series);
            const whole = carriedSpend(adstock, spend, NOTHING, retention);
            const after = carriedSpend(adstock, spend.slice(before), spend.slice(0, before), retention);
            expect([...after]).toEqual([...whole.subarray(before)]);
          },
        ),
        { seed: 1 },
      );
    },
  );

  it.each([GEOMETRIC, ENDLESS])(
    "of kind $kind is a steady spend's own series once it has run in",
    (adstock) => {
      const carried = carriedSpend(adstock, new Float64Array(5).fill(7), new Float64Array(200).fill(7), 0.8);
      // endless: 0.8²⁰⁰ is 4e-20
      for (const week of carried) expect(week).toBeCloseTo(7, 12);
    },
  );
});

describe("the shares that land week by week", () => {
  it("are ⅔ and ⅓ over lags 0 and 1 at retention ½, and all at once without carryover", () => {
    expect([...landingShares(GEOMETRIC, 0.5)].map((share) => Math.round(share * 3))).toEqual([2, 1]);
    expect([...landingShares({ kind: "none" }, 0.5)]).toEqual([1]);
  });

  it("sum to 1 − retention^104 without end", () => {
    const sum = landingShares(ENDLESS, 0.97).reduce((all, share) => all + share, 0);
    expect(sum).toBeCloseTo(1 - 0.97 ** 104, 12);
  });
});
