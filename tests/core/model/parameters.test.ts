import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import {
  coordinatesOf,
  dimensionOf,
  fromLog,
  fromLogit,
  logitScale,
  logSigmaAt,
} from "@mmm/core/model/parameters.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { drawBeta } from "@mmm/core/numerics/random-variates.ts";
import { exampleHistory } from "./example-history.ts";

describe("the unconstrained coordinates", () => {
  it("are four per channel and one for the noise", () => {
    const model = specifyModel(exampleHistory({ weeks: 60, channels: 3, seed: 1 }), defaultRules(MODEL_ROWS));
    expect(dimensionOf(model)).toBe(13);
    expect(coordinatesOf(model).map(({ effect }) => effect)).toEqual([3, 7, 11]);
  });

  it("put the middle of every prior at 0", () => {
    expect(fromLogit(logitScale({ alpha: 2, beta: 2 }), 0)).toBe(0.5);
    expect(fromLogit(logitScale({ alpha: 3, beta: 1 }), 0)).toBeCloseTo(0.75, 15);
    expect(fromLog({ logMedian: Math.log(0.5), logSd: 0.6 }, 0)).toBeCloseTo(0.5, 15);
  });

  it("make one unit one standard deviation of the logarithm", () => {
    expect(Math.log(fromLog({ logMedian: 1, logSd: 0.3 }, 2))).toBeCloseTo(1.6, 14);
  });

  it("give the logit of a Beta(2, 2) about the standard deviation 1: √(2 ψ′(2)) = 1.14", () => {
    const random = createRandom(1, 0);
    const { center, width } = logitScale({ alpha: 2, beta: 2 });
    const draws = Array.from({ length: 20_000 }, () => {
      const share = drawBeta(random, 2, 2);
      return (Math.log(share / (1 - share)) - center) / width;
    });
    const variance = draws.reduce((sum, draw) => sum + draw * draw, 0) / draws.length;
    // 2 (π²/6 − 1) = 1.2899; the sd of a mean of 20 000 squares of so heavy a tail is about 0.015
    expect(Math.abs(variance - 1.2899)).toBeLessThan(0.075);
  });

  it("give the logarithm of a half-Normal the mean 0 and the standard deviation 1", () => {
    const random = createRandom(2, 0);
    // invert log sigma = log scale + m + s q on draws of |z| with scale 1
    const [middle, up] = [logSigmaAt(1, 0), logSigmaAt(1, 1)];
    const draws = Array.from(
      { length: 20_000 },
      () => (Math.log(Math.abs(random.normal())) - middle) / (up - middle),
    );
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + draw * draw, 0) / draws.length;
    // 5 standard errors: 5 / √20 000 = 0.035; kurtosis 7 of log |z| makes the variance's 5 · √6 / √20 000 = 0.087
    expect(Math.abs(mean)).toBeLessThan(0.036);
    expect(Math.abs(variance - 1)).toBeLessThan(0.09);
  });
});
