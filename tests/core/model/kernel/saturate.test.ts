import { ANSWER, BEND, channelSeries, DRAG, REACHED, saturate } from "@mmm/core/model/kernel/saturate.ts";
import { hill } from "@mmm/core/model/transforms/hill.ts";

function filled(carried: readonly number[], slopes: readonly number[]): ReturnType<typeof channelSeries> {
  const series = channelSeries(new Float64Array(carried.length));
  series.carried.set(carried);
  series.carriedSlope.set(slopes);
  return series;
}

describe("the kernel's saturation", () => {
  it("is the Hill curve of every week", () => {
    const carried = [0.1, 0.5, 1, 3];
    const series = filled(carried, [0, 0, 0, 0]);
    saturate(series, 0.5, 1.7, 0, new Float64Array(4));
    // two paths through exp and log, each within a few ulp
    carried.forEach((exposure, week) => {
      expect(Math.abs(series.reached[week] - hill(exposure, 0.5, 1.7))).toBeLessThan(1e-15);
    });
  });

  it("has answer ¼, bend 0 and drag ¼ of the carried growth at the half-saturation point, by hand", () => {
    const series = filled([2], [6]);
    saturate(series, 2, 1.3, 1, new Float64Array(4));
    // the table-driven logarithm of 1 is 0 to within 6e-16
    expect(series.reached[0]).toBeCloseTo(0.5, 14);
    expect(series.answer[0]).toBeCloseTo(0.25, 14);
    expect(series.bend[0]).toBeCloseTo(0, 14);
    expect(series.drag[0]).toBeCloseTo(0.25 * (6 / 2 - 1), 15);
  });

  it("is 0 with all its derivatives where nothing is carried, rounding residues of the recursion included", () => {
    const series = filled([0, 1e-17, -1e-17], [5, 5, 5]);
    const sums = new Float64Array(4);
    saturate(series, 0.5, 1.3, 2, sums);
    expect([...series.reached, ...series.answer, ...series.bend, ...series.drag]).toEqual(
      new Array(12).fill(0),
    );
    expect([...sums]).toEqual([0, 0, 0, 0]);
  });

  it("sums each of its series over the weeks", () => {
    const series = filled([0.2, 0.9, 0, 0.4], [0.1, 0.7, 0, 0.2]);
    const sums = new Float64Array(4);
    saturate(series, 0.6, 1.1, 0.3, sums);
    const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
    expect(sums[REACHED]).toBe(total(series.reached));
    expect(sums[ANSWER]).toBe(total(series.answer));
    expect(sums[BEND]).toBe(total(series.bend));
    expect(sums[DRAG]).toBe(total(series.drag));
  });

  it("reaches 0 and 1 without overflow for a slope that is a step", () => {
    const series = filled([0.4, 0.6], [0, 0]);
    saturate(series, 0.5, 1e9, 0, new Float64Array(4));
    // the clamp at e^690 leaves 1e-300 where the limit is 0
    expect(series.reached[0]).toBeLessThan(1e-299);
    expect(series.reached[1]).toBe(1);
    for (const value of series.bend) expect(Math.abs(value)).toBeLessThan(1e-299);
  });
});
