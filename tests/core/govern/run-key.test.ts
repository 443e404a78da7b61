import type { MediaHistory } from "@mmm/core/data/media-history.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { dataHash, methodologyVersion, modelKey, runKey } from "@mmm/core/govern/run-key.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { exampleHistory } from "../model/example-history.ts";

const history: MediaHistory = {
  file: "a.csv",
  sheet: null,
  company: null,
  currency: "USD",
  weeks: ["2026-01-05", "2026-01-12"],
  kpi: {
    name: "revenue",
    kind: "money",
    values: Float64Array.of(10, 20),
    revenuePerKpi: Float64Array.of(1, 1),
  },
  channels: [
    {
      name: "TV",
      group: "brand",
      column: "tv",
      spend: Float64Array.of(1, 2),
      exposure: null,
      min: null,
      max: null,
      lockedUntil: null,
      carryIn: new Float64Array(0),
      adstock: null,
      saturation: null,
      prior: null,
    },
  ],
  controls: [],
  events: [],
  liftTests: [],
  leftOut: [],
  imputed: [],
};

describe("fingerprints", () => {
  it("keeps the data hash when the file is renamed and changes it with one cell", () => {
    expect(dataHash({ ...history, file: "b.csv" })).toBe(dataHash(history));
    const changed = { ...history, kpi: { ...history.kpi, values: Float64Array.of(10, 20.01) } };
    expect(dataHash(changed)).not.toBe(dataHash(history));
    expect(dataHash(history)).toMatch(/^[0-9a-f]{64}$/);
  });

  it("changes the data hash with what was spent before the window and with what the brief says of a channel", () => {
    const [tv] = history.channels;
    const said = [
      { ...tv, carryIn: Float64Array.of(3) },
      { ...tv, adstock: { kind: "infinite" } },
      { ...tv, saturation: "tanh" },
      { ...tv, prior: { kind: "coefficient" } },
    ] as const;
    const hashes = said.map((channel) => dataHash({ ...history, channels: [channel] }));
    expect(new Set([...hashes, dataHash(history)]).size).toBe(5);
  });

  it("changes the data hash with a lift test and with each of its figures", () => {
    const spendWithout = Float64Array.of(0.5);
    const test = {
      channel: "TV",
      firstWeek: 0,
      lastWeek: 0,
      spendWithout,
      spendDelta: 0.5,
      lift: 3,
      standardError: 1,
    };
    const tests = [test, { ...test, lift: 4 }, { ...test, spendWithout: Float64Array.of(0.6) }];
    const hashes = tests.map((one) => dataHash({ ...history, liftTests: [one] }));
    expect(new Set([...hashes, dataHash(history)]).size).toBe(4);
  });

  it("changes the methodology version with a value, not with the rows' order", () => {
    const row = (key: string, value: number) => ({
      key,
      value,
      unit: "",
      min: 0,
      max: 1,
      source: "",
      reason: "",
    });
    const version = methodologyVersion("1.0", [row("a", 1), row("b", 2)]);
    expect(methodologyVersion("1.0", [row("b", 2), row("a", 1)])).toBe(version);
    expect(methodologyVersion("1.0", [row("a", 1), row("b", 3)])).not.toBe(version);
  });

  it("changes the run key with every ingredient", () => {
    const base = {
      dataHash: "d",
      methodologyVersion: "m",
      baseline: { trendKnots: null, quarterlyPairs: null },
      seed: 1,
      chains: 4,
      maxDraws: 2000,
      engineVersion: "0.1.0",
      kernel: "typescript-1",
    };
    const keys = [
      base,
      { ...base, dataHash: "e" },
      { ...base, methodologyVersion: "n" },
      { ...base, baseline: { trendKnots: 4, quarterlyPairs: null } },
      { ...base, baseline: { trendKnots: null, quarterlyPairs: 4 } },
      { ...base, seed: 2 },
      { ...base, chains: 2 },
      { ...base, maxDraws: 1000 },
      { ...base, engineVersion: "0.2.0" },
      { ...base, kernel: "wasm-1" },
    ].map(runKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("changes the model's key with one spend, one prior and one name, and with nothing else", () => {
    const model = specifyModel(exampleHistory({ weeks: 60, channels: 2, seed: 1 }), defaultRules(MODEL_ROWS));
    expect(modelKey(structuredClone(model))).toBe(modelKey(model));
    const [first, second] = model.channels;
    const spend = first.spend.slice();
    spend[59] += 1e-12;
    const others = [
      { ...first, spend },
      { ...first, effect: { kind: "contribution" as const, scale: 0.31 } },
      { ...first, name: "another" },
    ].map((channel) => modelKey({ ...model, channels: [channel, second] }));
    expect(new Set([modelKey(model), ...others]).size).toBe(4);
  });
});
