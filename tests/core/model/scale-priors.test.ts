import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { scalePriors } from "@mmm/core/model/scale-priors.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { exampleHistory } from "./example-history.ts";

const model = specifyModel(exampleHistory({ weeks: 30, channels: 2, seed: 1 }), defaultRules(MODEL_ROWS));

describe("other priors of the same model", () => {
  it("double every channel's effect prior and leave the rest alone", () => {
    const wide = scalePriors(model, 2);
    wide.channels.forEach((channel, index) => {
      const before = model.channels[index];
      expect(channel.meanContribution.scale).toBe(2 * before.meanContribution.scale);
      expect({ ...channel, meanContribution: before.meanContribution }).toEqual(before);
    });
    expect({ ...wide, channels: model.channels }).toEqual(model);
  });

  it("scale a prior of the coefficient alike", () => {
    const onCoefficient = {
      ...model,
      channels: model.channels.map((channel) => ({ ...channel, coefficient: { scale: 0.3 } })),
    };
    expect(scalePriors(onCoefficient, 0.5).channels[1].coefficient).toEqual({ scale: 0.15 });
  });

  it("refuse a factor that is no width", () => {
    expect(() => scalePriors(model, 0)).toThrow("factor must be above 0, not 0");
  });
});
