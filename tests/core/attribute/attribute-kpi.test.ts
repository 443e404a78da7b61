import { type AttributionInput, attributeKpi } from "@mmm/core/attribute/attribute-kpi.ts";
import type { MediaHistory } from "@mmm/core/data/media-history.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { ATTRIBUTE_ROWS } from "@mmm/core/govern/rows/attribute-rows.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { exampleHistory } from "../model/example-history.ts";
import { examplePosterior } from "./example-posterior.ts";

const HISTORY = exampleHistory({ weeks: 60, channels: 3, seed: 2 });
const MODEL = specifyModel(HISTORY, defaultRules(MODEL_ROWS));
const POSTERIOR = examplePosterior(MODEL, 150, 0.5);

/** Sums of a few hundred numbers of size 1e5 in doubles: 1e-9 leaves a thousandfold margin on rounding. */
const ROUNDING = 1e-9;

function input(changes: Partial<AttributionInput> = {}): AttributionInput {
  return {
    model: MODEL,
    history: HISTORY,
    posterior: POSTERIOR,
    rules: defaultRules(ATTRIBUTE_ROWS),
    margin: 0.5,
    roasWithheld: null,
    random: createRandom(1, 99),
    ...changes,
  };
}

function withRevenuePerKpi(kind: "money" | "count", value: number | null): MediaHistory {
  const revenuePerKpi = value === null ? null : new Float64Array(60).fill(value);
  return { ...HISTORY, kpi: { ...HISTORY.kpi, kind, revenuePerKpi } };
}

const RESULT = attributeKpi(input());

describe("attribution", () => {
  it("foots: the fitted KPI of every week is baseline plus every channel, to the last bit (C-18)", () => {
    for (let week = 0; week < 60; week++) {
      const parts = RESULT.channels.reduce(
        (sum, channel) => sum + channel.weekly.mean[week],
        RESULT.baseline.weekly.mean[week],
      );
      expect(RESULT.fitted.mean[week]).toBe(parts);
    }
  });

  it("gives weekly contributions that sum to the channel's total", () => {
    for (const channel of RESULT.channels) {
      const total = channel.weekly.mean.reduce((sum, week) => sum + week, 0);
      expect(Math.abs(total / channel.contribution.mean - 1)).toBeLessThan(ROUNDING);
    }
  });

  it("gives the totals that the sampler itself recorded", () => {
    RESULT.channels.forEach((channel) => {
      const index = POSTERIOR.quantities.indexOf(`contribution[${channel.name}]`);
      const width = POSTERIOR.quantities.length;
      let sum = 0;
      for (const chain of POSTERIOR.chains)
        for (let draw = 0; draw < chain.draws; draw++) sum += chain.quantities[draw * width + index];
      expect(Math.abs(channel.contribution.mean / (sum / 300) - 1)).toBeLessThan(ROUNDING);
    });
  });

  it("adds up media and channels, baseline and fitted total", () => {
    const channels = RESULT.channels.reduce((sum, channel) => sum + channel.contribution.mean, 0);
    expect(Math.abs(RESULT.media.total.mean / channels - 1)).toBeLessThan(ROUNDING);
    const fitted = RESULT.fitted.mean.reduce((sum, week) => sum + week, 0);
    expect(Math.abs((RESULT.media.total.mean + RESULT.baseline.total.mean) / fitted - 1)).toBeLessThan(
      ROUNDING,
    );
    const observed = HISTORY.kpi.values.reduce((sum, week) => sum + week, 0);
    expect(Math.abs(RESULT.gapShare - (fitted / observed - 1))).toBeLessThan(ROUNDING);
  });

  it("divides: share by the observed KPI, ROAS by the spend, in mean and interval alike", () => {
    const observed = HISTORY.kpi.values.reduce((sum, week) => sum + week, 0);
    for (const { contribution, share, roas, spend } of RESULT.channels) {
      for (const part of ["mean", "lo", "hi"] as const) {
        expect(Math.abs((share[part] * observed) / contribution[part] - 1)).toBeLessThan(ROUNDING);
        expect(Math.abs(((roas?.[part] ?? 0) * spend) / contribution[part] - 1)).toBeLessThan(ROUNDING);
      }
    }
  });

  it("keeps every interval around its mean curve: lo ≤ mean ≤ hi for curves, which are nowhere extreme", () => {
    for (const { curve } of RESULT.channels) {
      for (let point = 1; point < curve.spend.length; point++) {
        expect(curve.value.lo[point]).toBeLessThan(curve.value.mean[point]);
        expect(curve.value.mean[point]).toBeLessThan(curve.value.hi[point]);
      }
    }
  });

  it("has a wider interval for the KPI than for its expectation: noise is in it", () => {
    for (let week = 0; week < 60; week++) {
      expect(RESULT.predictive.hi[week]).toBeGreaterThan(RESULT.fitted.hi[week]);
      expect(RESULT.predictive.lo[week]).toBeLessThan(RESULT.fitted.lo[week]);
    }
  });

  it("starts every response curve at nothing and ends it at the largest week", () => {
    RESULT.channels.forEach(({ curve }, index) => {
      expect(curve.spend[0]).toBe(0);
      expect(curve.value.hi[0]).toBe(0);
      expect(curve.spend[40]).toBeCloseTo(Math.max(...HISTORY.channels[index].spend), 9);
      for (let point = 1; point <= 40; point++)
        expect(curve.value.mean[point]).toBeGreaterThan(curve.value.mean[point - 1]);
    });
  });

  it("has the marginal ROAS that a small step along the drawn curves gives", () => {
    RESULT.channels.forEach(({ marginalRoas }, index) => {
      const response = RESULT.responses[index];
      const step = 1e-4 * response.currentWeekly;
      const valueAt = (spend: number): number =>
        response.ceiling.reduce((sum, ceiling, draw) => {
          const ratio = (response.scale[draw] / spend) ** response.steepness[draw];
          return sum + ceiling / (1 + ratio) / response.ceiling.length;
        }, 0);
      const slope =
        (valueAt(response.currentWeekly + step) - valueAt(response.currentWeekly - step)) / (2 * step);
      // the central difference errs by step² times a third derivative: about 1e-8 relative
      expect(Math.abs((marginalRoas?.mean ?? 0) / slope - 1)).toBeLessThan(1e-6);
    });
  });

  it("reports nearly the prior's ROAS, and 'prior', where draws are the prior", () => {
    const result = attributeKpi(input({ posterior: examplePosterior(MODEL, 1000, 1) }));
    for (const { roas, priorRoas, learned } of result.channels) {
      expect(learned).toBe("prior");
      // both are means of 2000 draws of a half-normal, sd 0.76 of its mean: 5 errors are 5 · √2 · 0.76 / √2000 = 0.12
      expect(Math.abs((roas?.mean ?? 0) / (priorRoas?.mean ?? 1) - 1)).toBeLessThan(0.12);
    }
  });

  it("gives every rank once", () => {
    expect(RESULT.channels.map(({ rank }) => rank).sort()).toEqual([1, 2, 3]);
  });

  it("counts the draws above break-even, which is 1 / margin", () => {
    const [certain] = attributeKpi(input({ margin: null })).channels;
    const [half] = RESULT.channels;
    expect(certain.probabilityAboveBreakEven).toBeGreaterThanOrEqual(half.probabilityAboveBreakEven ?? 1);
    const none = attributeKpi(input({ margin: 1e-6 })).channels[0];
    expect(none.probabilityAboveBreakEven).toBe(0);
  });

  it("is the same for the same seed", () => {
    expect(attributeKpi(input())).toEqual(RESULT);
  });

  it("refuses a posterior of another model", () => {
    const other = specifyModel(exampleHistory({ weeks: 60, channels: 2, seed: 2 }), defaultRules(MODEL_ROWS));
    expect(() => attributeKpi(input({ model: other }))).toThrow(RangeError);
  });
});

describe("the money value of the KPI", () => {
  it("scales ROAS, curves and marginal ROAS, and leaves contributions alone", () => {
    const tripled = attributeKpi(input({ history: withRevenuePerKpi("count", 3) }));
    tripled.channels.forEach((channel, index) => {
      const plain = RESULT.channels[index];
      expect(channel.contribution).toEqual(plain.contribution);
      for (const part of ["mean", "lo", "hi"] as const) {
        expect(Math.abs((channel.roas?.[part] ?? 0) / (plain.roas?.[part] ?? 1) - 3)).toBeLessThan(ROUNDING);
        expect(
          Math.abs((channel.marginalRoas?.[part] ?? 0) / (plain.marginalRoas?.[part] ?? 1) - 3),
        ).toBeLessThan(ROUNDING);
        expect(Math.abs(channel.curve.value[part][20] / plain.curve.value[part][20] - 3)).toBeLessThan(
          ROUNDING,
        );
      }
    });
    expect(tripled.valueUnit).toBe("money");
  });

  it("weighs every week by its own revenue per KPI", () => {
    const rising = Float64Array.from({ length: 60 }, (_, week) => 1 + week);
    const history = { ...HISTORY, kpi: { ...HISTORY.kpi, revenuePerKpi: rising } };
    const [channel] = attributeKpi(input({ history })).channels;
    const value = channel.weekly.mean.reduce((sum, kpi, week) => sum + kpi * rising[week], 0);
    expect(Math.abs((channel.roas?.mean ?? 0) / (value / channel.spend) - 1)).toBeLessThan(ROUNDING);
  });

  it("is missing for leads without revenue: cost per lead instead, in KPI units, with the reason", () => {
    const result = attributeKpi(input({ history: withRevenuePerKpi("count", null) }));
    for (const channel of result.channels) {
      expect(channel.roas).toBeNull();
      expect(channel.marginalRoas).toBeNull();
      expect(channel.reason).toMatch(/No revenue per/);
      expect(
        Math.abs(((channel.cpik?.mean ?? 0) * channel.contribution.mean) / channel.spend - 1),
      ).toBeLessThan(ROUNDING);
      expect(channel.cpik?.lo).toBeLessThan(channel.cpik?.hi ?? 0);
    }
    expect(result.valueUnit).toBe("kpi");
    expect(result.media.roas).toBeNull();
  });

  it("gives no ROAS at all where the tier forbids it, only ranks (D-02)", () => {
    const result = attributeKpi(input({ roasWithheld: "45 weeks are too few for ROAS." }));
    for (const channel of result.channels) {
      expect([channel.roas, channel.cpik, channel.marginalRoas, channel.priorRoas]).toEqual([
        null,
        null,
        null,
        null,
      ]);
      expect(channel.reason).toBe("45 weeks are too few for ROAS.");
      expect(channel.rankProbability).toBeGreaterThan(0);
    }
  });

  it("has no marginal ROAS for a channel that spent nothing in the last 13 weeks, and says so", () => {
    const dark = {
      ...HISTORY,
      channels: HISTORY.channels.map((channel, index) =>
        index === 1 ? { ...channel, spend: channel.spend.map((week, at) => (at < 47 ? week : 0)) } : channel,
      ),
    };
    const model = specifyModel(dark, defaultRules(MODEL_ROWS));
    const result = attributeKpi(input({ model, history: dark, posterior: examplePosterior(model, 50, 0.5) }));
    expect(result.channels[1].marginalRoas).toBeNull();
    expect(result.channels[1].reason).toBe(
      "Channel 2 spent nothing in the last 13 weeks: there is no current spend to add to.",
    );
    expect(result.channels[0].marginalRoas).not.toBeNull();
  });
});
