import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import type { EffectPrior, MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { scalePriors } from "@mmm/core/model/scale-priors.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { exampleHistory } from "./example-history.ts";

const model = specifyModel(exampleHistory({ weeks: 30, channels: 2, seed: 1 }), defaultRules(MODEL_ROWS));

function withEffect(effect: EffectPrior): MediaMixModel {
  return { ...model, channels: model.channels.map((channel) => ({ ...channel, effect })) };
}

describe("other priors of the same model", () => {
  it("scale every half-normal effect and leave the rest alone", () => {
    for (const kind of ["contribution", "coefficient"] as const) {
      expect(scalePriors(withEffect({ kind, scale: 0.3 }), 2)).toEqual(withEffect({ kind, scale: 0.6 }));
    }
  });

  it("widen a return about its median", () => {
    const back = (logSd: number): EffectPrior => ({
      kind: "return",
      prior: { logMedian: 0.7, logSd },
      perReturn: 0.1,
      weights: null,
    });
    expect(scalePriors(withEffect(back(0.8)), 0.5)).toEqual(withEffect(back(0.4)));
  });

  it("refuse a factor that is no width", () => {
    expect(() => scalePriors(model, 0)).toThrow("factor must be above 0, not 0");
  });
});
