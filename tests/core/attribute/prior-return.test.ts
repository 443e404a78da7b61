import { priorReturn } from "@mmm/core/attribute/prior-return.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { exampleHistory } from "../model/example-history.ts";

const HISTORY = exampleHistory({ weeks: 52, channels: 2, seed: 4 });
const MODEL = specifyModel(HISTORY, defaultRules(MODEL_ROWS));
const { effect: EFFECT } = MODEL.channels[0];
const SCALE = EFFECT.kind === "contribution" ? EFFECT.scale : Number.NaN;
const SPEND = HISTORY.channels[0].spend.reduce((sum, week) => sum + week, 0);
const KPI = HISTORY.kpi.values.reduce((sum, week) => sum + week, 0);

function mean(draws: Float64Array): number {
  return draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
}

describe("the return that the prior alone gives", () => {
  const draws = 20_000;
  // a half-normal's sd is 0.756 of its mean: five standard errors of the mean
  const tolerance = (5 * 0.756) / Math.sqrt(draws);

  it("is the expected share of the KPI over the spend", () => {
    const expected = SCALE * Math.sqrt(2 / Math.PI) * (KPI / SPEND);
    const drawn = mean(priorReturn(MODEL, 0, null, draws, createRandom(1, 0)));
    expect(Math.abs(drawn / expected - 1)).toBeLessThan(tolerance);
  });

  it("is the same by way of weekly effects, which differing revenue per KPI needs", () => {
    const nearlyOne = Float64Array.from({ length: 52 }, (_, week) => (week === 0 ? 1 + 1e-12 : 1));
    const direct = mean(priorReturn(MODEL, 0, null, draws, createRandom(1, 0)));
    const weekly = mean(priorReturn(MODEL, 0, nearlyOne, draws, createRandom(2, 0)));
    expect(Math.abs(weekly / direct - 1)).toBeLessThan(2 * tolerance);
  });

  it("follows the revenue per KPI", () => {
    const one = mean(priorReturn(MODEL, 0, null, 500, createRandom(1, 0)));
    const eight = mean(priorReturn(MODEL, 0, new Float64Array(52).fill(8), 500, createRandom(1, 0)));
    expect(eight / one).toBeCloseTo(8, 12);
  });

  it("takes the coefficient's prior where that is the one in force: less than its ceiling's share", () => {
    const channels = MODEL.channels.map((channel) => ({
      ...channel,
      effect: { kind: "coefficient" as const, scale: 0.3 },
    }));
    const drawn = mean(priorReturn({ ...MODEL, channels }, 0, null, 2000, createRandom(1, 0)));
    const ceiling = 0.3 * Math.sqrt(2 / Math.PI) * (KPI / SPEND);
    expect(drawn).toBeGreaterThan(0.1 * ceiling);
    expect(drawn).toBeLessThan(ceiling);
  });
});
