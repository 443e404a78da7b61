import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { adstockOf, effectPriorOf, saturationOf } from "@mmm/core/model/channel-priors.ts";
import { channelOf } from "../../fixtures/histories.ts";

const RULES = defaultRules(MODEL_ROWS);
const CHANNEL = channelOf("TV", Float64Array.of(1, 2, 3));
const SCALES = { spendShare: 0.5, channels: 2, perReturn: 0.1, weights: null, testedReturn: null };

describe("a channel's family", () => {
  it("is geometric adstock over 12 lags and Hill where the brief chooses nothing", () => {
    expect(adstockOf(CHANNEL, RULES)).toMatchObject({ kind: "geometric", maxLag: 12 });
    expect(saturationOf(CHANNEL, RULES).kind).toBe("hill");
  });

  it("is what the brief chose, with the methodology's priors", () => {
    expect(adstockOf({ ...CHANNEL, adstock: { kind: "geometric", maxLag: 4 } }, RULES)).toMatchObject({
      maxLag: 4,
    });
    expect(adstockOf({ ...CHANNEL, adstock: { kind: "infinite" } }, RULES)).toEqual({
      kind: "infinite",
      retention: { alpha: 2, beta: 2 },
    });
    expect(adstockOf({ ...CHANNEL, adstock: { kind: "none" } }, RULES)).toEqual({ kind: "none" });
    expect(saturationOf({ ...CHANNEL, saturation: "power" }, RULES)).toEqual({
      kind: "power",
      exponent: { alpha: 2, beta: 2 },
    });
    expect(saturationOf({ ...CHANNEL, saturation: "none" }, RULES)).toEqual({ kind: "none" });
    expect(saturationOf({ ...CHANNEL, saturation: "tanh" }, RULES)).not.toHaveProperty("slope");
  });
});

describe("the prior of an effect", () => {
  it("from a range is the log-normal with that range: 0.5 to 4 at 90 % has median √2 and logSd ln 8 / 3.2897", () => {
    const prior = { kind: "return", low: 0.5, high: 4, level: 0.9 } as const;
    const effect = effectPriorOf({ ...CHANNEL, prior }, SCALES, RULES);
    if (effect.kind !== "return") throw new Error(`not a return but a ${effect.kind}`);
    expect(Math.exp(effect.prior.logMedian)).toBeCloseTo(Math.SQRT2, 13);
    // the 95 % quantile of a standard normal, from a table, to 4 digits after the point
    expect(effect.prior.logSd).toBeCloseTo(Math.log(8) / 3.2897, 4);
    expect(effect.perReturn).toBe(0.1);
  });

  it("from lift tests is what they found, and the default where they found nothing above 0", () => {
    const asked = { ...CHANNEL, prior: { kind: "lift-tests" } as const };
    const testedReturn = { logMedian: 0.7, logSd: 0.2 };
    expect(effectPriorOf(asked, { ...SCALES, testedReturn }, RULES)).toMatchObject({
      kind: "return",
      prior: testedReturn,
    });
    expect(effectPriorOf(asked, SCALES, RULES).kind).toBe("contribution");
  });

  it("of a coefficient has the scale of the mean contribution: 0.4 √(π/2) · ½ for half of the spend of two channels", () => {
    const effect = effectPriorOf({ ...CHANNEL, prior: { kind: "coefficient" } }, SCALES, RULES);
    expect(effect).toEqual({
      kind: "coefficient",
      scale: expect.closeTo(0.4 * Math.sqrt(Math.PI / 2) * 0.5, 12),
    });
  });
});
