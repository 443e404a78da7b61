import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { exampleHistory } from "./example-history.ts";

const RULES = defaultRules(MODEL_ROWS);
const HISTORY = exampleHistory({ weeks: 60, channels: 4, seed: 1 });
const MODEL = specifyModel(HISTORY, RULES);

function mean(series: Float64Array): number {
  return series.reduce((sum, value) => sum + value, 0) / series.length;
}

describe("specifying a model", () => {
  it("scales the KPI to mean 1 and every channel's largest week to 1", () => {
    expect(mean(MODEL.kpi)).toBeCloseTo(1, 12);
    for (const channel of MODEL.channels) expect(Math.max(...channel.spend)).toBe(1);
    expect(MODEL.kpiScale).toBeCloseTo(mean(HISTORY.kpi.values), 9);
  });

  it("expects all media together to bring 0.4 of the KPI: half-Normal means s √(2/π) sum to it", () => {
    const expected = MODEL.channels.reduce(
      (sum, { effect }) =>
        sum + (effect.kind === "contribution" ? effect.scale : Number.NaN) * Math.sqrt(2 / Math.PI),
      0,
    );
    expect(expected).toBeCloseTo(0.4, 12);
  });

  it("expects half by share of spend and half alike: 0.4 √(π/2) · ½ (share + 1/K)", () => {
    const totals = HISTORY.channels.map(({ spend }) => spend.reduce((sum, week) => sum + week, 0));
    const all = totals.reduce((sum, total) => sum + total, 0);
    MODEL.channels.forEach(({ effect }, channel) => {
      const scale = 0.4 * Math.sqrt(Math.PI / 2) * 0.5 * (totals[channel] / all + 1 / 4);
      expect(effect.kind).toBe("contribution");
      if (effect.kind === "contribution") expect(effect.scale).toBeCloseTo(scale, 12);
    });
  });

  it("carries the priors of decisions §3", () => {
    const [channel] = MODEL.channels;
    expect(channel.adstock).toEqual({ kind: "geometric", maxLag: 12, retention: { alpha: 2, beta: 2 } });
    // ln 0.5 and ln 1.3
    expect(channel.saturation).toEqual({
      kind: "hill",
      halfSaturation: { logMedian: expect.closeTo(-Math.LN2, 14), logSd: 0.6 },
      slope: { logMedian: expect.closeTo(0.262364264467491, 14), logSd: 0.3 },
    });
    const deviations = HISTORY.kpi.values.map((value) => (value - mean(HISTORY.kpi.values)) ** 2);
    const sd = Math.sqrt((mean(deviations) * 60) / 59);
    expect(MODEL.noiseScale * MODEL.kpiScale).toBeCloseTo(sd, 9);
  });

  it("takes every scale from the fitted weeks alone", () => {
    const changed = {
      ...HISTORY,
      kpi: {
        ...HISTORY.kpi,
        values: HISTORY.kpi.values.map((value, week) => (week < 52 ? value : 10 * value)),
      },
      channels: HISTORY.channels.map((channel) => ({
        ...channel,
        spend: channel.spend.map((value, week) => (week < 52 ? value : 10 * value)),
      })),
    };
    const [one, other] = [specifyModel(HISTORY, RULES, 52), specifyModel(changed, RULES, 52)];
    expect(other.kpiScale).toBe(one.kpiScale);
    expect(other.noiseScale).toBe(one.noiseScale);
    expect(other.channels.map(({ spendScale }) => spendScale)).toEqual(
      one.channels.map(({ spendScale }) => spendScale),
    );
    expect(other.columns).toEqual(one.columns);
  });

  it("does not depend on the units of KPI and spend", () => {
    const cents = {
      ...HISTORY,
      kpi: { ...HISTORY.kpi, values: HISTORY.kpi.values.map((value) => 128 * value) },
      channels: HISTORY.channels.map((channel) => ({
        ...channel,
        spend: channel.spend.map((value) => 64 * value),
      })),
    };
    // powers of two, so that scaling is exact and the models are equal to the last bit
    const model = specifyModel(cents, RULES);
    expect(model.kpi).toEqual(MODEL.kpi);
    expect(model.channels.map(({ spend }) => spend)).toEqual(MODEL.channels.map(({ spend }) => spend));
  });

  it("is plain data that a worker can be sent", () => {
    expect(structuredClone(MODEL)).toEqual(MODEL);
  });

  it("refuses what has nothing to explain or nothing to explain it with", () => {
    const withKpi = (values: Float64Array) => ({ ...HISTORY, kpi: { ...HISTORY.kpi, values } });
    expect(() => specifyModel(withKpi(new Float64Array(60).fill(5)), RULES)).toThrow("constant KPI");
    expect(() => specifyModel(withKpi(new Float64Array(60)), RULES)).toThrow(
      "the mean KPI must be above 0, not 0",
    );
    expect(() => specifyModel(HISTORY, RULES, 61)).toThrow("from 2 to 60, not 61");
    const dark = HISTORY.channels.map((channel, index) =>
      index === 1 ? { ...channel, spend: new Float64Array(60) } : channel,
    );
    expect(() => specifyModel({ ...HISTORY, channels: dark }, RULES)).toThrow(
      "Channel 2 spends nothing in the fitted weeks",
    );
  });
});
