import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { channelLogPrior } from "@mmm/core/model/log-prior.ts";
import { dimensionOf } from "@mmm/core/model/parameters.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { exampleHistory } from "./example-history.ts";

const model = specifyModel(exampleHistory({ weeks: 30, channels: 2, seed: 1 }), defaultRules(MODEL_ROWS));

describe("the log prior of a channel", () => {
  it("is log ¼ − ½ · 0.6745² at all medians under Beta(2, 2), by hand", () => {
    const position = new Float64Array(dimensionOf(model));
    expect(channelLogPrior(model, 0, position)).toBeCloseTo(
      Math.log(0.25) - 0.5 * 0.6744897501960817 ** 2,
      12,
    );
  });

  it("falls by ½ z² at z standard deviations of half-saturation or slope, and looks at its own channel only", () => {
    const position = new Float64Array(dimensionOf(model));
    const atMedians = channelLogPrior(model, 1, position);
    position[4 + 1] = 2;
    position[4 + 2] = -1;
    position[0] = 5;
    expect(channelLogPrior(model, 1, position) - atMedians).toBeCloseTo(-2 - 0.5, 12);
  });

  it("knows the half-normal's 95 % point: the coordinate 1.6449 stands for 1.96 scales", () => {
    const position = new Float64Array(dimensionOf(model));
    position[3] = 1.6448536269514722;
    expect(channelLogPrior(model, 0, position)).toBeCloseTo(
      Math.log(0.25) - 0.5 * 1.959963984540054 ** 2,
      10,
    );
  });
});
