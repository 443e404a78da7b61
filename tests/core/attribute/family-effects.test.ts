import { readDraws } from "@mmm/core/attribute/draw-table.ts";
import { channelEffect } from "@mmm/core/attribute/weekly-effect.ts";
import { oracleCoefficient, oracleNatural, oracleReached } from "../../oracles/media-mix-oracle.ts";
import { FAMILY_MODELS } from "../model/example-families.ts";
import { examplePosterior } from "./example-posterior.ts";

describe.each(FAMILY_MODELS)("the weekly effects under $name", ({ model }) => {
  const posterior = examplePosterior(model, 3, 0.8);
  const table = readDraws(model, posterior);
  const { positions } = posterior.chains[0];
  const dimension = positions.length / 3;

  it("are the textbook's coefficient times its curve, draw by draw", () => {
    for (let draw = 0; draw < 3; draw++) {
      const natural = oracleNatural(model, positions.subarray(draw * dimension, (draw + 1) * dimension));
      model.channels.forEach((channel, index) => {
        const own = natural.channels[index];
        const reached = oracleReached(channel, own, model.fittedWeeks);
        const beta = oracleCoefficient(model, channel, own, reached) * model.kpiScale;
        const { effect, ceiling } = channelEffect(model, table, { channel: index, draw });
        // both sum some 40 products, each within a few units in the last place
        expect(ceiling / beta).toBeCloseTo(1, 9);
        reached.forEach((h, week) => {
          expect(Math.abs(effect[week] - beta * h)).toBeLessThan(1e-9 * Math.max(beta, 1));
        });
      });
    }
  });
});
