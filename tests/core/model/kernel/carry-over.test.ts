import { carryNorm, carryOver, lastWeight, spendRows } from "@mmm/core/model/kernel/carry-over.ts";
import {
  LEAVING_SLOPE_AT,
  LEAVING_WEIGHT_AT,
  RETENTION_AT,
  SETTINGS_PER_CHANNEL,
} from "@mmm/core/model/kernel/media-kernel.ts";
import { oracleAdstock } from "../../../oracles/media-mix-oracle.ts";

const SPEND = Float64Array.from({ length: 60 }, (_, week) => (week % 7 === 3 ? 0 : ((week * 37) % 11) / 10));

const ROWS = spendRows(SPEND, new Float64Array(0), 13);

/** Settings of a retention over lags 0 … 12. */
function settingsOf(retention: number): Float64Array {
  const settings = new Float64Array(SETTINGS_PER_CHANNEL);
  settings[RETENTION_AT] = retention;
  settings[LEAVING_WEIGHT_AT] = retention ** 13;
  settings[LEAVING_SLOPE_AT] = 13 * retention ** 12;
  return settings;
}

describe("the carryover recursion", () => {
  it.each([0, 0.2, 0.5, 0.9, 0.999, 1])(
    "equals the sum over lags at retention %d, also where spend has left the window",
    (retention) => {
      const carried = new Float64Array(60);
      const norm = new Float64Array(2);
      carryOver(ROWS, settingsOf(retention), 0, carried, new Float64Array(60));
      carryNorm(retention, 12, norm);
      for (let week = 0; week < 60; week++) {
        // 60 steps that each round at 1e-16 of a sum of at most 13
        expect(Math.abs(carried[week] / norm[0] - oracleAdstock(SPEND, retention, 12, week))).toBeLessThan(
          1e-13,
        );
      }
    },
  );

  it.each([0.2, 0.5, 0.9])("has the derivative that a small step in retention %d gives", (retention) => {
    const [low, high, slope] = [new Float64Array(60), new Float64Array(60), new Float64Array(60)];
    const step = 1e-6;
    carryOver(ROWS, settingsOf(retention - step), 0, low, new Float64Array(60));
    carryOver(ROWS, settingsOf(retention + step), 0, high, new Float64Array(60));
    carryOver(ROWS, settingsOf(retention), 0, new Float64Array(60), slope);
    // rounding 1e-15 / 2e-6 and truncation step² · 1000: both below 1e-8
    for (let week = 0; week < 60; week++)
      expect(Math.abs((high[week] - low[week]) / (2 * step) - slope[week])).toBeLessThan(1e-8);
  });

  it("goes on from the weeks before the window: the last 20 weeks after the first 40 are as in the whole series", () => {
    const [whole, part] = [new Float64Array(60), new Float64Array(20)];
    carryOver(ROWS, settingsOf(0.7), 0, whole, new Float64Array(60));
    const after = spendRows(SPEND.subarray(40), SPEND.subarray(0, 40), 13);
    carryOver(after, settingsOf(0.7), 0, part, new Float64Array(20));
    expect(part).toEqual(whole.subarray(40));
  });

  it("never lets spend leave where the leaving weight is 0: 1, 0, 0 carries 1, ½, ¼", () => {
    const settings = settingsOf(0.5);
    settings[LEAVING_WEIGHT_AT] = 0;
    settings[LEAVING_SLOPE_AT] = 0;
    const carried = new Float64Array(3);
    carryOver(
      spendRows(Float64Array.of(1, 0, 0), new Float64Array(0), 1),
      settings,
      0,
      carried,
      new Float64Array(3),
    );
    expect([...carried]).toEqual([1, 0.5, 0.25]);
  });

  it("has norm 1.75 and slope 2 at retention ½ over three weeks, by hand", () => {
    const out = new Float64Array(2);
    carryNorm(0.5, 2, out); // 1 + r + r² and 1 + 2 r
    expect([...out]).toEqual([1.75, 2]);
  });

  it("has norm 13 at full retention, where the closed form is 0 / 0", () => {
    const out = new Float64Array(2);
    carryNorm(1, 12, out);
    expect([...out]).toEqual([13, 78]);
  });

  it("has oldest weight ¼ at retention ½ over three weeks, and 1 without any lag", () => {
    expect(lastWeight(0.5, 2)).toBe(0.25);
    expect(lastWeight(0, 0)).toBe(1);
  });
});
