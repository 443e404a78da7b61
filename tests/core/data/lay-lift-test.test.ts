import type { LiftTest } from "@mmm/core/data/brief.ts";
import { layLiftTest } from "@mmm/core/data/lay-lift-test.ts";
import type { UsableLiftTest } from "@mmm/core/data/media-history.ts";
import fc from "fast-check";
import { channelOf, historyOf, moneyKpi, weekly } from "../../fixtures/histories.ts";
import { monday } from "../../fixtures/weekly-table.ts";

const WEEKS = 20;
const spend = weekly(WEEKS, (week) => (week >= 12 ? 0 : week === 4 ? 100 : week === 5 ? 300 : 200));
const history = historyOf(WEEKS, {
  kpi: moneyKpi(weekly(WEEKS, (week) => 1000 + 50 * week)),
  channels: [
    channelOf("TV", spend),
    channelOf(
      "Search",
      weekly(WEEKS, () => 10),
    ),
  ],
  leftOut: [{ name: "Radio", code: "IN-49", reason: "only 5 weeks with spend" }],
});

/** Two weeks, the fifth and the sixth; its last day is a Sunday. */
const test: LiftTest = {
  channel: "TV",
  start: monday(4),
  end: addDays(monday(5), 6),
  spendDelta: 40,
  lift: 200,
  lower: 120,
  upper: 280,
  level: 0.9,
  unit: "kpi",
};

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

function laid(parts: Partial<LiftTest> = {}): UsableLiftTest {
  const outcome = layLiftTest({ ...test, ...parts }, history);
  if ("reason" in outcome) throw new Error(outcome.reason);
  return outcome;
}

function refused(parts: Partial<LiftTest>): string {
  const outcome = layLiftTest({ ...test, ...parts }, history);
  return "reason" in outcome ? `${outcome.reason} | ${outcome.remedy}` : "";
}

describe("a lift test laid on a history", () => {
  it("takes the change off the spend of its weeks in proportion: 100, 300 less 40 were 90, 270, by hand", () => {
    const { firstWeek, lastWeek, spendWithout, spendDelta } = laid();
    expect([firstWeek, lastWeek, spendDelta]).toEqual([4, 5, 40]);
    expect([...spendWithout]).toEqual([90, 270]);
  });

  it("adds what a test cut: 100, 300 plus 40 would have been 110, 330", () => {
    const cut = laid({ spendDelta: -40, lift: -200, lower: -280, upper: -120 });
    expect([...cut.spendWithout]).toEqual([110, 330]);
    expect(cut.spendDelta).toBe(-40);
    expect(cut.lift).toBe(-200);
  });

  it("spreads a cut to nothing evenly", () => {
    const dark = { spendDelta: -60, lift: -200, lower: -280, upper: -120 };
    const cut = laid({ ...dark, start: monday(12), end: addDays(monday(14), 6) });
    expect([...cut.spendWithout]).toEqual([20, 20, 20]);
  });

  it("leaves nothing where all spend was the test's, and never less", () => {
    expect([...laid({ spendDelta: 400 }).spendWithout]).toEqual([0, 0]);
    expect([...laid({ spendDelta: 400.0001 }).spendWithout]).toEqual([0, 0]); // cents lost to rounding
  });

  it("keeps the total: spend as it was is spend without the test and the change", () => {
    const deltas = fc.double({ min: -1000, max: 400, noNaN: true }).filter((delta) => delta !== 0);
    fc.assert(
      fc.property(deltas, (spendDelta) => {
        const wide = { lift: 0, lower: -1, upper: 1 };
        const total = laid({ spendDelta, ...wide }).spendWithout.reduce((sum, week) => sum + week, 0);
        expect(total + spendDelta).toBeCloseTo(400, 9); // a few roundings of sums near 1000
      }),
    );
  });

  it("has the standard error of its interval: 160 / (2 · 1.644854) at a level of 0.9, by hand", () => {
    expect(laid().lift).toBe(200);
    expect(laid().standardError).toBeCloseTo(48.6365, 4);
    expect(laid({ level: 0.5 }).standardError).toBeGreaterThan(laid().standardError);
  });

  it("counts p percent on the KPI without the test: 5% on an observed 2,450 are 2,450 · 5 / 105, by hand", () => {
    const percent = laid({ unit: "percent", lift: 5, lower: 2, upper: 8 }); // 1200 + 1250 observed
    expect(percent.lift).toBeCloseTo((2450 * 5) / 105, 12);
    const [lower, upper] = [(2450 * 2) / 102, (2450 * 8) / 108];
    expect(percent.standardError).toBeCloseTo((upper - lower) / (2 * 1.6448536269514722), 10);
    // the KPI without the test, a lift of 5 percent on it, is what was observed
    expect((2450 - percent.lift) * 1.05).toBeCloseTo(2450, 10);
  });

  it("covers the weeks most of whose days lie in it", () => {
    // from Thursday (4 days of its week) to Wednesday (3 days of its week)
    const { firstWeek, lastWeek } = laid({ start: addDays(monday(4), 3), end: addDays(monday(6), 2) });
    expect([firstWeek, lastWeek]).toEqual([4, 5]);
    const later = laid({ start: addDays(monday(4), 4), end: addDays(monday(6), 3) });
    expect([later.firstWeek, later.lastWeek]).toEqual([5, 6]);
  });

  it.each<[string, Partial<LiftTest>, string]>([
    ["an unknown channel", { channel: "Tv2" }, 'no channel has that name | Did you mean "TV"?'],
    [
      "a channel left out",
      { channel: "Radio" },
      '"Radio" is left out of the model (only 5 weeks with spend)',
    ],
    ["a test before the table", { start: "2021-12-01" }, "it does not lie within the weeks of the table"],
    ["a test after it", { end: addDays(monday(19), 7) }, "it does not lie within the weeks of the table"],
    ["a test of three days", { start: monday(4), end: addDays(monday(4), 2) }, "no week of the table"],
    ["no change of spend", { spendDelta: 0 }, "it changed no spend"],
    [
      "more than was spent",
      { spendDelta: 500 },
      "it added 500, but the table holds 400 of spend in its weeks",
    ],
    ["an interval of no width", { lower: 200, upper: 200 }, "its interval has no width"],
    ["a certain result", { level: 1 }, "its interval has no width, or a level of 100%"],
    [
      "a fall of everything",
      { unit: "percent", lift: 5, lower: -100, upper: 8 },
      "the KPI can not fall by 100 percent",
    ],
    ["a fall for more spend", { lift: -200, lower: -280, upper: -120 }, "more spend brought a smaller KPI"],
    ["a rise for less spend", { spendDelta: -40 }, "less spend brought a larger KPI"],
  ])("does not use %s, and says why and what to do", (_, parts, words) => {
    expect(refused(parts)).toContain(words);
    expect(refused(parts).split(" | ")[1]?.length).toBeGreaterThan(20);
  });

  it("uses a doubtful sign while its interval holds 0: that is what a small test looks like", () => {
    expect(laid({ lift: -10, lower: -90, upper: 70 }).lift).toBe(-10);
  });
});
