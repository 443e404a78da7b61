import { priorPredictive } from "@mmm/core/attribute/prior-predictive.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { FAMILY_MODELS } from "../model/example-families.ts";
import { exampleHistory } from "../model/example-history.ts";

const RULES = defaultRules(MODEL_ROWS);
const history = exampleHistory({ weeks: 60, channels: 3, seed: 1 });

describe("the KPI that the prior foretells", () => {
  it("has the mean that the default priors add up to: 0.7 baseline and 0.4 media of the mean KPI (decisions §3)", () => {
    const model = specifyModel(history, RULES);
    const { weekly } = priorPredictive(model, 2000, 0.9, createRandom(1, 0));
    const mean = weekly.mean.reduce((sum, kpi) => sum + kpi, 0) / 60 / model.kpiScale;
    // intercept sd 0.5 and media sd about 0.2 over 2000 draws: standard error 0.012; five of these
    expect(Math.abs(mean - 1.1)).toBeLessThan(0.06);
  });

  it("holds nearly every observed week, and sales below zero for possible but rare", () => {
    const { insideShare, negativeShare } = priorPredictive(
      specifyModel(history, RULES),
      1000,
      0.9,
      createRandom(1, 0),
    );
    expect(insideShare).toBe(1);
    // N(1.1, 0.6) lies below 0 with probability 0.03
    expect(negativeShare).toBeGreaterThan(0.005);
    expect(negativeShare).toBeLessThan(0.1);
  });

  it("sees when the prior is out of place: a baseline around twice the KPI holds few of its weeks", () => {
    const tight = { ...RULES, interceptMean: 2.5, interceptSd: 0.05, trendSd: 0.02 };
    const { insideShare } = priorPredictive(specifyModel(history, tight), 500, 0.9, createRandom(1, 0));
    expect(insideShare).toBeLessThan(0.1);
  });

  it.each(FAMILY_MODELS.map(({ name, model }) => [name, model] as const))(
    "%s: is finite in every week",
    (_, model) => {
      const { weekly } = priorPredictive(model, 100, 0.9, createRandom(2, 0));
      expect([...weekly.lo, ...weekly.hi].every(Number.isFinite)).toBe(true);
    },
  );

  it("looks at the fitted weeks only", () => {
    const { weekly } = priorPredictive(specifyModel(history, RULES, 50), 200, 0.9, createRandom(1, 0));
    expect(weekly.lo).toHaveLength(50);
  });
});
