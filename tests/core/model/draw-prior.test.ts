import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { drawPriorCoefficients, drawPriorPosition } from "@mmm/core/model/draw-prior.ts";
import { fromLogit, logitScale, logSigmaAt } from "@mmm/core/model/parameters.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { exampleHistory } from "./example-history.ts";

const model = specifyModel(exampleHistory({ weeks: 60, channels: 1, seed: 1 }), defaultRules(MODEL_ROWS));
const DRAWS = 4000;
/** Beta(2, 2) as a retention's coordinate. */
const SCALE = logitScale({ alpha: 2, beta: 2 });

/** Mean and variance of a number over draws of the prior. */
function moments(of: (position: Float64Array) => number): { mean: number; variance: number } {
  const random = createRandom(5, 0);
  const values = Array.from({ length: DRAWS }, () => of(drawPriorPosition(model, random)));
  const mean = values.reduce((sum, value) => sum + value, 0) / DRAWS;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / DRAWS };
}

describe("draws from the prior", () => {
  it.each([1, 2, 3])("are N(0, 1) in coordinate %p of a channel", (coordinate) => {
    const { mean, variance } = moments((position) => position[coordinate]);
    // 5 standard errors: 1 / √4000 and √(2 / 4000)
    expect(Math.abs(mean)).toBeLessThan(0.08);
    expect(Math.abs(variance - 1)).toBeLessThan(0.12);
  });

  it("have a Beta(2, 2) retention: mean ½, variance 1/20", () => {
    const { mean, variance } = moments((position) => fromLogit(SCALE, position[0]));
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.018);
    expect(Math.abs(variance - 0.05)).toBeLessThan(0.005);
  });

  it("have a half-normal noise: mean √(2 / π) of its scale", () => {
    const { mean } = moments((position) => Math.exp(logSigmaAt(model.noiseScale, position[4])));
    expect(Math.abs(mean / model.noiseScale - Math.sqrt(2 / Math.PI))).toBeLessThan(0.05);
  });

  it("have an intercept around 0.7 of the mean KPI, in KPI units", () => {
    const random = createRandom(6, 0);
    const intercepts = Array.from({ length: DRAWS }, () => drawPriorCoefficients(model, random)[0]);
    const mean = intercepts.reduce((sum, value) => sum + value, 0) / DRAWS / model.kpiScale;
    // standard deviation 0.5: 5 standard errors are 0.04
    expect(Math.abs(mean - 0.7)).toBeLessThan(0.04);
  });
});
