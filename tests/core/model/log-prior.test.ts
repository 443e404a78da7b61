import { statedLogPrior } from "@mmm/core/model/log-prior.ts";
import type { EffectPrior, ModelChannel } from "@mmm/core/model/media-mix-model.ts";

const BETA = { alpha: 2, beta: 2 };
const LOG_NORMAL = { logMedian: 0, logSd: 0.5 };
const CHANNEL: ModelChannel = {
  name: "TV",
  group: "other",
  spend: Float64Array.of(1),
  carryIn: new Float64Array(0),
  spendScale: 100,
  adstock: { kind: "geometric", maxLag: 12, retention: BETA },
  saturation: { kind: "hill", halfSaturation: LOG_NORMAL, slope: LOG_NORMAL },
  effect: { kind: "contribution", scale: 0.2 },
};
/** In the second four of eight coordinates. */
const PLACES = { retention: 4, halfSaturation: 5, steepness: 6, effect: 7 };

/** The 75 % point of a standard normal: the median of a half-normal. */
const HALF_NORMAL_MEDIAN = 0.6744897501960817;

describe("the log prior of a channel", () => {
  it("is log ¼ − ½ · 0.6745² at all medians under Beta(2, 2), by hand", () => {
    expect(statedLogPrior(CHANNEL, PLACES, new Float64Array(8))).toBeCloseTo(
      Math.log(0.25) - 0.5 * HALF_NORMAL_MEDIAN ** 2,
      12,
    );
  });

  it("falls by ½ z² at z standard deviations of half-saturation or slope, and looks at its own coordinates only", () => {
    const position = Float64Array.of(9, 9, 9, 9, 0, 2, -1, 0);
    const atMedians = statedLogPrior(CHANNEL, PLACES, new Float64Array(8));
    expect(statedLogPrior(CHANNEL, PLACES, position) - atMedians).toBeCloseTo(-2 - 0.5, 12);
  });

  it("knows the half-normal's 95 % point: the coordinate 1.6449 stands for 1.96 scales", () => {
    const position = Float64Array.of(0, 0, 0, 0, 0, 0, 0, 1.6448536269514722);
    expect(statedLogPrior(CHANNEL, PLACES, position)).toBeCloseTo(
      Math.log(0.25) - 0.5 * 1.959963984540054 ** 2,
      10,
    );
  });

  it("takes a return's logarithm for normal, and an exponent for a Beta", () => {
    const effect: EffectPrior = { kind: "return", prior: LOG_NORMAL, perReturn: 0.1, weights: null };
    const bent: ModelChannel = {
      ...CHANNEL,
      adstock: { kind: "none" },
      saturation: { kind: "power", exponent: BETA },
      effect,
    };
    const places = { retention: null, halfSaturation: null, steepness: 0, effect: 1 };
    expect(statedLogPrior(bent, places, Float64Array.of(0, 2))).toBeCloseTo(Math.log(0.25) - 2, 12);
  });

  it("is the effect's alone where nothing else is unknown", () => {
    const linear: ModelChannel = { ...CHANNEL, adstock: { kind: "none" }, saturation: { kind: "none" } };
    const places = { retention: null, halfSaturation: null, steepness: null, effect: 0 };
    expect(statedLogPrior(linear, places, Float64Array.of(0))).toBeCloseTo(
      -0.5 * HALF_NORMAL_MEDIAN ** 2,
      12,
    );
  });
});
