import type { UsableLiftTest } from "@mmm/core/data/media-history.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { testedReturn } from "@mmm/core/model/lift-terms.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { familyHistory } from "./example-families.ts";

const RULES = defaultRules(MODEL_ROWS);
const TEST: UsableLiftTest = {
  channel: "TV",
  firstWeek: 1,
  lastWeek: 2,
  spendWithout: Float64Array.of(0, 0),
  spendDelta: 100,
  lift: 200,
  standardError: 50,
};

describe("the return that lift tests found", () => {
  it("has mean 2 and standard deviation ½ for a lift of 200 ± 50 on a spend of 100, by hand", () => {
    const prior = testedReturn([TEST], null);
    if (prior === null) throw new Error("there is a test");
    const mean = Math.exp(prior.logMedian + prior.logSd ** 2 / 2);
    expect(mean).toBeCloseTo(2, 12);
    expect(Math.sqrt(Math.expm1(prior.logSd ** 2)) * mean).toBeCloseTo(0.5, 12);
  });

  it("is worth what a KPI unit was worth in the weeks of the test", () => {
    const prior = testedReturn([TEST], Float64Array.of(99, 3, 5, 99));
    expect(Math.exp((prior?.logMedian ?? 0) + (prior?.logSd ?? 0) ** 2 / 2)).toBeCloseTo(8, 12);
  });

  it("weighs two tests by their precision: 2 ± ½ and 4 ± 1 have mean (2 · 4 + 4) / 5", () => {
    const prior = testedReturn([TEST, { ...TEST, lift: 400, standardError: 100 }], null);
    expect(Math.exp((prior?.logMedian ?? 0) + (prior?.logSd ?? 0) ** 2 / 2)).toBeCloseTo(2.4, 12);
  });

  it("of a cut in spend is the same as of a rise: −200 of KPI for −100 of spend is 2", () => {
    const cut = testedReturn([{ ...TEST, lift: -200, spendDelta: -100 }], null);
    expect(cut).toEqual(testedReturn([TEST], null));
  });

  it("is nothing without tests, and where they found a loss", () => {
    expect(testedReturn([], null)).toBeNull();
    expect(testedReturn([{ ...TEST, lift: -10 }], null)).toBeNull();
  });
});

describe("the lift tests of a model", () => {
  const evidence = { carryIn: 0, liftTests: true, worthVaries: false };

  it("are in the model's own units", () => {
    const history = familyHistory([{}, {}], evidence);
    const model = specifyModel(history, RULES);
    const [test] = model.liftTests;
    expect(test.lift * model.kpiScale).toBeCloseTo(90, 10);
    expect(test.standardError * model.kpiScale).toBeCloseTo(30, 10);
    test.spendWithout.forEach((week, index) => {
      expect(week).toBeCloseTo(0.4 * model.channels[0].spend[10 + index], 12);
    });
  });

  it("do not count twice: a prior made from a channel's tests leaves them out", () => {
    const history = familyHistory([{ prior: { kind: "lift-tests" } }, {}], evidence);
    expect(specifyModel(history, RULES).liftTests.map(({ channel }) => channel)).toEqual([1]);
  });

  it("do not see the future: a test in held-out weeks is left out", () => {
    const history = familyHistory([{}, {}], evidence);
    expect(specifyModel(history, RULES, 14).liftTests.map(({ channel }) => channel)).toEqual([0]);
  });
});
