import { levelShift } from "@mmm/core/audit/level-shift.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { weekly } from "../../fixtures/histories.ts";

const WEEKS = 120;
const TRIM = 0.15;
const CRITICAL = 16; // the row audit.breakStatistic

function noisy(seed: number, level: (week: number) => number): Float64Array {
  const random = createRandom(seed, 0);
  return weekly(WEEKS, (week) => level(week) + 10 * random.normal());
}

describe("levelShift", () => {
  it("finds the week and the size of a planted shift, also beside trend and season", () => {
    const level = (week: number) =>
      (week < 70 ? 500 : 650) + week + 40 * Math.cos((2 * Math.PI * week) / 52.18);
    const shift = levelShift(noisy(1, level), TRIM);
    expect(shift?.week).toBe(69); // 15 standard deviations of noise leave no doubt about the week
    expect(shift?.statistic).toBeGreaterThan(CRITICAL);
    // the step's standard error is 10 / sqrt(squares of the step beside trend and wave); 120 weeks leave about 5
    expect(Math.abs((shift?.shift ?? 0) - 150)).toBeLessThan(20);
  });

  it("finds a fall as well as a rise", () => {
    expect(
      levelShift(
        noisy(2, (week) => (week < 40 ? 650 : 500)),
        TRIM,
      )?.shift,
    ).toBeLessThan(-100);
  });

  it("takes trend and season for what they are", () => {
    const smooth = (week: number) => 500 + 2 * week + 80 * Math.cos((2 * Math.PI * week) / 52.18);
    expect(levelShift(noisy(1, smooth), TRIM)?.statistic).toBeLessThan(CRITICAL);
  });

  it("cries wolf in at most 6 % of quiet series, also when each week takes half of the last one with it", () => {
    const alarms = Array.from({ length: 200 }, (_, seed) => {
      const random = createRandom(seed, 0);
      let carried = 0;
      const values = weekly(WEEKS, () => {
        carried = 0.5 * carried + 10 * random.normal();
        return 500 + carried;
      });
      return levelShift(values, TRIM)?.statistic ?? 0;
    });
    // 6 % of 200 are 12, binomial sd 3.4; two of them give 19
    expect(alarms.filter((statistic) => statistic > CRITICAL).length).toBeLessThanOrEqual(19);
  });

  it("does not find again what a known step explains, and finds a second one beside it", () => {
    const level = (week: number) => 500 + (week < 40 ? 0 : 150) + (week < 80 ? 0 : 200);
    const values = noisy(3, level);
    const step = (from: number) => weekly(WEEKS, (week) => (week < from ? 0 : 1));
    expect(levelShift(values, TRIM, [step(80)])?.week).toBe(39);
    expect(levelShift(values, TRIM, [step(40)])?.week).toBe(79);
    expect(levelShift(values, TRIM, [step(40), step(80)])?.statistic).toBeLessThan(CRITICAL);
  });

  it("takes a known column named twice as if it were named once", () => {
    const values = noisy(4, (week) => (week < 70 ? 500 : 650));
    const step = weekly(WEEKS, (week) => (week < 30 ? 0 : 1));
    expect(levelShift(values, TRIM, [step, step])).toEqual(levelShift(values, TRIM, [step]));
  });

  it("has nothing to say of a series without noise", () => {
    expect(
      levelShift(
        weekly(WEEKS, () => 500),
        TRIM,
      ),
    ).toBeNull();
  });
});
