import { drawEvidence } from "@mmm/core/attribute/draw-evidence.ts";
import { expectedKpi } from "@mmm/core/attribute/expected-kpi.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { statedLogPrior } from "@mmm/core/model/log-prior.ts";
import { coordinatesOf, dimensionOf } from "@mmm/core/model/parameters.ts";
import { quantityLayout } from "@mmm/core/model/quantities.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import type { Posterior } from "@mmm/core/sample/protocol.ts";
import { exampleHistory } from "../model/example-history.ts";
import { examplePosterior } from "./example-posterior.ts";

const history = exampleHistory({ weeks: 40, channels: 2, seed: 1 });
const model = specifyModel(history, defaultRules(MODEL_ROWS), 36);
const posterior = examplePosterior(model, 10, 0.5);

/** The posterior of a single draw of the first chain. */
function only(draw: number): Posterior {
  const [chain] = posterior.chains;
  const width = posterior.quantities.length;
  const dimension = dimensionOf(model);
  return {
    ...posterior,
    chains: [
      {
        ...chain,
        draws: 1,
        positions: chain.positions.slice(draw * dimension, (draw + 1) * dimension),
        quantities: chain.quantities.slice(draw * width, (draw + 1) * width),
      },
    ],
  };
}

describe("the evidence of draws", () => {
  it("is log N(kpi; expected, sigma) of every fitted week at the draw's own coefficients", () => {
    const { weeks, logLikelihood } = drawEvidence(model, posterior, 20);
    expect(weeks).toBe(36);
    for (const draw of [0, 7]) {
      const single = only(draw);
      const expected = expectedKpi(model, single);
      const sigma = single.chains[0].quantities[quantityLayout(model).sigma];
      for (let week = 0; week < 36; week++) {
        const distance = (history.kpi.values[week] - expected[week]) / sigma;
        const density = -0.5 * Math.log(2 * Math.PI * sigma * sigma) - 0.5 * distance ** 2;
        expect(logLikelihood[0][draw * 36 + week]).toBeCloseTo(density, 9);
      }
    }
  });

  it("keeps evenly spaced draws of every chain, all three parts of the same draws", () => {
    const all = drawEvidence(model, posterior, 1000);
    const few = drawEvidence(model, posterior, 5);
    // two of the ten draws of either chain: the first and the sixth
    expect(few.logLikelihood.map((rows) => rows.length)).toEqual([72, 72]);
    for (const chain of [0, 1]) {
      expect([...few.logPrior[chain]]).toEqual([all.logPrior[chain][0], all.logPrior[chain][5]]);
      expect([...few.contribution[1][chain]]).toEqual([
        all.contribution[1][chain][0],
        all.contribution[1][chain][5],
      ]);
      expect([...few.logLikelihood[chain].subarray(36)]).toEqual([
        ...all.logLikelihood[chain].subarray(5 * 36, 6 * 36),
      ]);
    }
  });

  it("adds up the log priors of all channels at the draw's position", () => {
    const { logPrior } = drawEvidence(model, posterior, 20);
    const position = posterior.chains[1].positions.subarray(0, dimensionOf(model));
    const coordinates = coordinatesOf(model);
    const [first, second] = model.channels.map((channel, index) =>
      statedLogPrior(channel, coordinates[index], position),
    );
    const sum = first + second;
    expect(logPrior[1][0]).toBeCloseTo(sum, 12);
  });

  it("refuses to keep less than a draw per chain", () => {
    expect(() => drawEvidence(model, posterior, 1)).toThrow("at least a draw per chain, not 1");
  });
});
