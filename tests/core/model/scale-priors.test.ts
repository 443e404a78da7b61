import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import type { EffectPrior, MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { scalePriors } from "@mmm/core/model/scale-priors.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { exampleHistory } from "./example-history.ts";

const model = specifyModel(exampleHistory({ weeks: 30, channels: 2, seed: 1 }), defaultRules(MODEL_ROWS));

describe("other priors of the same model", () => {
  it("double every channel's effect prior and leave the rest alone", () => {
    const wide = scalePriors(model, 2);
    wide.channels.forEach((channel, index) => {
      const before = model.channels[index];
      if (before.effect.kind === "return") throw new Error("the default is no return");
      expect(channel.effect).toEqual({ kind: "contribution", scale: 2 * before.effect.scale });
      expect({ ...channel, effect: before.effect }).toEqual(before);
    });
    expect({ ...wide, channels: model.channels }).toEqual(model);
  });

  const withEffect = (effect: EffectPrior): MediaMixModel => ({
    ...model,
    channels: model.channels.map((channel) => ({ ...channel, effect })),
  });

  it("scale a prior of the coefficient alike", () => {
    const halved = scalePriors(withEffect({ kind: "coefficient", scale: 0.3 }), 0.5);
    expect(halved.channels[1].effect).toEqual({ kind: "coefficient", scale: 0.15 });
  });

  it("widen a return about its median", () => {
    const prior = { logMedian: 0.3, logSd: 0.6 };
    const wide = scalePriors(withEffect({ kind: "return", prior, perReturn: 1, weights: null }), 2);
    expect(wide.channels[0].effect).toMatchObject({ prior: { logMedian: 0.3, logSd: 1.2 } });
  });

  it("refuse a factor that is no width", () => {
    expect(() => scalePriors(model, 0)).toThrow("factor must be above 0, not 0");
  });
});
