/** Models whose export is compared with Stan: one with every combination of families, priors and evidence, one to sample. */

import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import type {
  Adstock,
  EffectPrior,
  MediaMixModel,
  ModelChannel,
  ModelLiftTest,
  Saturation,
} from "@mmm/core/model/media-mix-model.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { familyHistory } from "../../core/model/example-families.ts";

const RULES = defaultRules(MODEL_ROWS);
const RETENTION = { alpha: 2, beta: 3 };
const HALF = { logMedian: Math.log(0.5), logSd: 0.6 };

const ADSTOCKS: readonly Adstock[] = [
  { kind: "geometric", maxLag: 12, retention: RETENTION },
  { kind: "infinite", retention: RETENTION },
  { kind: "none" },
];

const SATURATIONS: readonly Saturation[] = [
  { kind: "hill", halfSaturation: HALF, slope: { logMedian: Math.log(1.3), logSd: 0.3 } },
  { kind: "logistic", halfSaturation: HALF },
  { kind: "tanh", halfSaturation: HALF },
  { kind: "michaelis-menten", halfSaturation: HALF },
  { kind: "power", exponent: { alpha: 2, beta: 2 } },
  { kind: "none" },
];

/** Per combination of carryover and curve; the scale keeps the sum of all channels below the KPI. */
const EFFECTS = (worth: Float64Array): readonly EffectPrior[] => [
  { kind: "contribution", scale: 0.01 },
  { kind: "coefficient", scale: 0.02 },
  { kind: "return", prior: { logMedian: 0.2, logSd: 0.5 }, perReturn: 0.008, weights: null },
  { kind: "return", prior: { logMedian: 0.2, logSd: 0.5 }, perReturn: 0.008, weights: worth },
];

/**
 * 3 carryovers × 6 curves × 4 priors of the effect: 72 channels, each with a lift test, with weeks before the window that
 * differ in number, and a spend that pauses.
 */
export function everyCombination(): MediaMixModel {
  const base = specifyModel(
    familyHistory([{}, {}, {}], { carryIn: 15, liftTests: false, worthVaries: false }),
    { ...RULES, trendKnots: 3, quarterlyPairs: 1 },
    36,
  );
  const worth = Float64Array.from({ length: base.fittedWeeks }, (_, week) => 0.75 + (week % 5) / 8);
  const channels = ADSTOCKS.flatMap((adstock) =>
    SATURATIONS.flatMap((saturation) => EFFECTS(worth).map((effect) => ({ adstock, saturation, effect }))),
  ).map((family, index): ModelChannel => {
    const { carryIn, ...like } = base.channels[index % base.channels.length];
    return {
      ...like,
      // the export must not mind what a name holds
      name: `Café ${index + 1}\n*/ "quoted"`,
      // a pause longer than the carryover: exposure is exactly 0 there
      spend: like.spend.map((week, at) => (at >= 16 && at < 31 && index % 2 === 0 ? 0 : week)),
      carryIn: carryIn.subarray(index % 16),
      ...family,
    };
  });
  return { ...base, channels, liftTests: channels.map(testOf) };
}

function testOf({ spend }: ModelChannel, channel: number): ModelLiftTest {
  const firstWeek = 3 + (channel % 20);
  const tested = spend.subarray(firstWeek, firstWeek + 2 + (channel % 4));
  return {
    channel,
    firstWeek,
    lastWeek: firstWeek + tested.length - 1,
    spendWithout: tested.map((week) => (channel % 3 === 0 ? 0 : 0.5 * week + 0.1 * (channel % 2))),
    lift: 0.01 + 0.001 * (channel % 7),
    standardError: 0.02,
  };
}

/** Three channels of different families and priors, one tested, with weeks before the window, to be sampled. */
export function modelToSample(): MediaMixModel {
  return specifyModel(
    familyHistory(
      [
        {},
        {
          adstock: { kind: "infinite" },
          saturation: "logistic",
          prior: { kind: "return", low: 0.5, high: 4, level: 0.9 },
        },
        { saturation: "michaelis-menten", prior: { kind: "coefficient" } },
      ],
      { carryIn: 15, liftTests: true, worthVaries: false },
    ),
    RULES,
  );
}

/** N(0, 1) positions of a model. */
export function positionsOf(dimension: number, count: number): Float64Array[] {
  const random = createRandom(11, 1);
  return Array.from({ length: count }, () => Float64Array.from({ length: dimension }, () => random.normal()));
}
