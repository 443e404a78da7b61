import type { ChannelResponse } from "@mmm/core/attribute/attribution.ts";
import { costPerIncrementalKpi, marginalRoas, roas } from "@mmm/core/attribute/return-on-spend.ts";

const RESPONSE: ChannelResponse = {
  name: "TV",
  group: "brand",
  curve: "hill",
  ceiling: Float64Array.of(100, 200),
  scale: Float64Array.of(10, 10),
  steepness: Float64Array.of(1, 2),
  observedMax: 20,
  currentWeekly: 10,
};

describe("return on spend", () => {
  it("is incremental revenue over spend, draw by draw", () => {
    expect([...roas(Float64Array.of(300, 150), 100)]).toEqual([3, 1.5]);
  });

  it("at the margin is the slope of the curve: 100 · ¼ / 10 and 200 · 2 · ¼ / 10, by hand", () => {
    expect([...marginalRoas(RESPONSE, 10)]).toEqual([2.5, 10]);
  });

  it("at the margin is refused at no spend, where a curve may be vertical", () => {
    expect(() => marginalRoas(RESPONSE, 0)).toThrow("weeklySpend must be above 0, not 0");
  });

  it("of a counted KPI is the cost at the mean contribution, not the mean of the costs", () => {
    // contributions 10, 20, 30: mean 20; the mean of 100/x would be 6.1
    const cost = costPerIncrementalKpi(Float64Array.of(10, 20, 30), 100, 0.9);
    expect(cost.mean).toBe(5);
    // quantiles of R type 7 at 5 % and 95 %: 11 and 29
    expect(cost.lo).toBeCloseTo(100 / 29, 12);
    expect(cost.hi).toBeCloseTo(100 / 11, 12);
  });
});
