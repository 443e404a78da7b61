import { attributeKpi } from "@mmm/core/attribute/attribute-kpi.ts";
import { expectedKpi } from "@mmm/core/attribute/expected-kpi.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { ATTRIBUTE_ROWS } from "@mmm/core/govern/rows/attribute-rows.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { exampleHistory } from "../model/example-history.ts";
import { examplePosterior } from "./example-posterior.ts";

const HISTORY = exampleHistory({ weeks: 40, channels: 2, seed: 3 });

describe("the expected KPI", () => {
  it("is what the attribution calls fitted", () => {
    const model = specifyModel(HISTORY, defaultRules(MODEL_ROWS));
    const posterior = examplePosterior(model, 60, 0.5);
    const { fitted } = attributeKpi({
      model,
      history: HISTORY,
      posterior,
      rules: defaultRules(ATTRIBUTE_ROWS),
      margin: null,
      roasWithheld: null,
      random: createRandom(1, 9),
    });
    // two orders of adding the same 120 · 10 numbers
    expectedKpi(model, posterior).forEach((kpi, week) => {
      expect(Math.abs(kpi / fitted.mean[week] - 1)).toBeLessThan(1e-12);
    });
  });

  it("reaches into held-out weeks by their spend and calendar alone, not by their KPI", () => {
    const model = specifyModel(HISTORY, defaultRules(MODEL_ROWS), 32);
    const posterior = examplePosterior(model, 60, 0.5);
    const expected = expectedKpi(model, posterior);
    expect(expected.length).toBe(40);
    const blind = { ...model, kpi: model.kpi.map((value, week) => (week < 32 ? value : 99)) };
    expect(expectedKpi(blind, posterior)).toEqual(expected);
    const dark = {
      ...model,
      channels: model.channels.map((channel) => ({
        ...channel,
        spend: channel.spend.map((value, week) => (week < 32 ? value : 0)),
      })),
    };
    expect(expectedKpi(dark, posterior)[39]).toBeLessThan(expected[39]);
    expect(expectedKpi(dark, posterior)[31]).toBeCloseTo(expected[31], 9);
  });
});
