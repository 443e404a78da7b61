import type { ChannelResponse } from "@mmm/core/attribute/attribution.ts";
import { responseCurve, valuesAt } from "@mmm/core/attribute/response-curve.ts";

const RESPONSE: ChannelResponse = {
  name: "TV",
  group: "brand",
  curve: "hill",
  ceiling: Float64Array.of(100, 300),
  scale: Float64Array.of(10, 10),
  steepness: Float64Array.of(1, 1),
  observedMax: 30,
  currentWeekly: 10,
};

describe("a response curve", () => {
  it("is half the ceiling at the half-saturation, draw by draw, whatever the retention: a steady spend is its own carryover", () => {
    expect([...valuesAt(RESPONSE, 10)]).toEqual([50, 150]);
  });

  it("runs from nothing to the largest week, by hand", () => {
    const { spend, value, marginal } = responseCurve(RESPONSE, 4, 0.5);
    expect([...spend]).toEqual([0, 10, 20, 30]);
    expect(value.mean[0]).toBe(0);
    expect(value.mean[1]).toBeCloseTo(100, 12);
    expect(value.mean[3]).toBeCloseTo(150, 12); // ¾ of 100 and of 300
    // quartiles of 50 and 150, R type 7
    expect(value.lo[1]).toBeCloseTo(75, 12);
    expect(value.hi[1]).toBeCloseTo(125, 12);
    // 200 · ¼ / 10 at the half-saturation
    expect(marginal[1]).toBeCloseTo(5, 12);
  });

  it("has a finite slope at 0 even where the curve starts out vertical: the chord to the next point", () => {
    const steep = responseCurve({ ...RESPONSE, steepness: Float64Array.of(0.5, 0.5) }, 4, 0.9);
    expect(steep.marginal[0]).toBeCloseTo(steep.value.mean[1] / 10, 12);
    expect(steep.marginal[0]).toBeGreaterThan(steep.marginal[1]);
  });
});
