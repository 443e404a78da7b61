import { addDraw, thinning, weeklyDraws, weeklyInterval } from "@mmm/core/attribute/weekly-draws.ts";

describe("weekly series over draws", () => {
  it("keep every third of 2500 draws where 1000 may be kept", () => {
    expect(thinning(2500, 1000)).toEqual({ stride: 3, kept: 834 });
    expect(thinning(800, 1000)).toEqual({ stride: 1, kept: 800 });
    expect(thinning(2000, 1000)).toEqual({ stride: 2, kept: 1000 });
  });

  it("have the mean of all draws and the interval of each week's own", () => {
    const gathered = weeklyDraws(2, thinning(101, 1000));
    for (let draw = 0; draw < 101; draw++) addDraw(gathered, draw, Float64Array.of(draw + 1, -(draw + 1)));
    const { mean, lo, hi } = weeklyInterval(gathered, 101, 0.9);
    // 1 … 101: mean 51; R type 7 quantiles at 5 % and 95 % are the 6th and 96th
    expect([...mean]).toEqual([51, -51]);
    expect(lo[0]).toBeCloseTo(6, 12);
    expect(hi[0]).toBeCloseTo(96, 12);
    expect(lo[1]).toBeCloseTo(-96, 12);
  });

  it("take the mean over all draws even where only some are kept", () => {
    const gathered = weeklyDraws(1, thinning(4, 2));
    for (const value of [0, 10, 20, 30]) addDraw(gathered, value / 10, Float64Array.of(value));
    const { mean, lo, hi } = weeklyInterval(gathered, 4, 0.5);
    expect(mean[0]).toBe(15);
    // kept: 0 and 20
    expect([lo[0], hi[0]]).toEqual([5, 15]);
  });
});
