import type { Curve } from "@mmm/core/model/curve.ts";
import {
  HALF_POINT_AT,
  NORM_DRAG_AT,
  SETTINGS_PER_CHANNEL,
  STEEPNESS_AT,
} from "@mmm/core/model/kernel/media-kernel.ts";
import { ANSWER, BEND, channelSeries, DRAG, REACHED, saturate } from "@mmm/core/model/kernel/saturate.ts";
import { hill } from "@mmm/core/model/transforms/hill.ts";

function filled(
  carried: readonly number[],
  slopes: readonly number[],
  curve: Curve = "hill",
): ReturnType<typeof channelSeries> {
  const spend = new Float64Array(carried.length);
  const series = channelSeries({ spend, carryIn: new Float64Array(0), window: 1, curve });
  series.carried.set(carried);
  series.carriedSlope.set(slopes);
  return series;
}

/** `saturate` with its settings spelled out; the four sums. */
function saturated(
  series: ReturnType<typeof channelSeries>,
  halfPoint: number,
  steepness: number,
  normDrag: number,
): Float64Array {
  const settings = new Float64Array(SETTINGS_PER_CHANNEL);
  settings[HALF_POINT_AT] = halfPoint;
  settings[STEEPNESS_AT] = steepness;
  settings[NORM_DRAG_AT] = normDrag;
  const sums = new Float64Array(4);
  saturate(series, settings, 0, sums, 0);
  return sums;
}

describe("the kernel's saturation", () => {
  it("is the Hill curve of every week", () => {
    const carried = [0.1, 0.5, 1, 3];
    const series = filled(carried, [0, 0, 0, 0]);
    saturated(series, 0.5, 1.7, 0);
    // two paths through exp and log, each within a few ulp
    carried.forEach((exposure, week) => {
      expect(Math.abs(series.reached[week] - hill(exposure, 0.5, 1.7))).toBeLessThan(1e-15);
    });
  });

  it("has answer ¼, bend 0 and drag ¼ of the carried growth at the half-saturation point, by hand", () => {
    const series = filled([2], [6]);
    saturated(series, 2, 1.3, 1);
    // the table-driven logarithm of 1 is 0 to within 6e-16
    expect(series.reached[0]).toBeCloseTo(0.5, 14);
    expect(series.answer[0]).toBeCloseTo(0.25, 14);
    expect(series.bend[0]).toBeCloseTo(0, 14);
    expect(series.drag[0]).toBeCloseTo(0.25 * (6 / 2 - 1), 15);
  });

  it("is 0 with all its derivatives where nothing is carried, rounding residues of the recursion included", () => {
    const series = filled([0, 1e-17, -1e-17], [5, 5, 5]);
    const sums = saturated(series, 0.5, 1.3, 2);
    expect([...series.reached, ...series.answer, ...series.bend, ...series.drag]).toEqual(
      new Array(12).fill(0),
    );
    expect([...sums]).toEqual([0, 0, 0, 0]);
  });

  it("sums each of its series over the weeks", () => {
    const series = filled([0.2, 0.9, 0, 0.4], [0.1, 0.7, 0, 0.2]);
    const sums = saturated(series, 0.6, 1.1, 0.3);
    const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
    expect(sums[REACHED]).toBe(total(series.reached));
    expect(sums[ANSWER]).toBe(total(series.answer));
    expect(sums[BEND]).toBe(total(series.bend));
    expect(sums[DRAG]).toBe(total(series.drag));
  });

  it("reaches 0 and 1 without overflow for a slope that is a step", () => {
    const series = filled([0.4, 0.6], [0, 0]);
    saturated(series, 0.5, 1e9, 0);
    // the clamp at e^690 leaves 1e-300 where the limit is 0
    expect(series.reached[0]).toBeLessThan(1e-299);
    expect(series.reached[1]).toBe(1);
    for (const value of series.bend) expect(Math.abs(value)).toBeLessThan(1e-299);
  });

  it("of the logistic curve is tanh(u / 2), with answer u / 2 · (1 − tanh²), by hand at u = ln 3", () => {
    const series = filled([Math.log(3), 4], [0, 0], "logistic");
    saturated(series, 1, 1, 0);
    // the table-driven exponential is within a few 1e-16
    expect(series.reached[0]).toBeCloseTo(0.5, 14);
    expect(series.answer[0]).toBeCloseTo((Math.log(3) / 2) * 0.75, 14);
    expect(series.reached[1]).toBeCloseTo(Math.tanh(2), 14);
    expect([...series.bend]).toEqual([0, 0]);
  });

  it("of a power is its own answer: 9 over 4 to the power ½ is 1.5", () => {
    const series = filled([9], [18], "power");
    saturated(series, 4, 0.5, 1);
    expect(series.reached[0]).toBeCloseTo(1.5, 13);
    expect(series.answer[0]).toBe(series.reached[0]);
    expect(series.bend[0]).toBeCloseTo(1.5 * Math.log(9 / 4), 13);
    expect(series.drag[0]).toBeCloseTo(1.5 * (18 / 9 - 1), 13);
  });

  it.each<Curve>(["hill", "logistic", "power"])(
    "of the %s curve has the slopes that small steps give",
    (curve) => {
      const step = 1e-5;
      const at = (exposure: number, steepness: number) => {
        const series = filled([exposure], [0], curve);
        saturated(series, 0.7, steepness, 0);
        return series;
      };
      const [exposure, steepness] = [0.9, 0.6];
      const here = at(exposure, steepness);
      const byLog =
        (at(exposure * (1 + step), steepness).reached[0] - at(exposure * (1 - step), steepness).reached[0]) /
        (2 * step);
      const bySteepness =
        (at(exposure, steepness + step).reached[0] - at(exposure, steepness - step).reached[0]) / (2 * step);
      // central differences: step² and 1e-16 / step, both below 1e-9
      expect((curve === "logistic" ? 1 : steepness) * here.answer[0]).toBeCloseTo(byLog, 8);
      expect(here.bend[0]).toBeCloseTo(bySteepness, 8);
    },
  );
});
