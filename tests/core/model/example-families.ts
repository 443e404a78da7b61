/** One small model per family, prior and kind of evidence, and one that holds them all. */

import type { AdstockChoice, PriorChoice, SaturationChoice } from "@mmm/core/data/brief.ts";
import type { MediaHistory } from "@mmm/core/data/media-history.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import type { ModelRules } from "@mmm/core/model/rules.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { exampleHistory } from "./example-history.ts";

export interface FamilyModel {
  readonly name: string;
  readonly model: MediaMixModel;
}

interface Choices {
  readonly adstock?: AdstockChoice;
  readonly saturation?: SaturationChoice;
  readonly prior?: PriorChoice;
}

const WEEKS = 40;
const RULES = defaultRules(MODEL_ROWS);

/** The example history whose channels take the choices in turn; lift tests on the first and last channel. */
export function familyHistory(
  choices: readonly Choices[],
  evidence: { readonly carryIn: number; readonly liftTests: boolean; readonly worthVaries: boolean },
): MediaHistory {
  const history = exampleHistory({ weeks: WEEKS, channels: choices.length, seed: 1 });
  const random = createRandom(3, 9);
  const channels = history.channels.map((channel, index) => ({
    ...channel,
    carryIn: Float64Array.from({ length: evidence.carryIn }, () => 60 * random.uniform()),
    adstock: choices[index].adstock ?? null,
    saturation: choices[index].saturation ?? null,
    prior: choices[index].prior ?? null,
  }));
  const tests = evidence.liftTests ? [channels[0], channels[channels.length - 1]] : [];
  return {
    ...history,
    channels,
    kpi: {
      ...history.kpi,
      revenuePerKpi: evidence.worthVaries
        ? Float64Array.from({ length: WEEKS }, (_, week) => 2 + (week % 5) / 4)
        : history.kpi.revenuePerKpi,
    },
    liftTests: tests.map(({ name, spend }, index) => {
      const tested = spend.subarray(10 + index, 14 + index);
      return {
        channel: name,
        firstWeek: 10 + index,
        lastWeek: 13 + index,
        spendWithout: tested.map((week) => (index === 0 ? 0.4 * week : week + 20)),
        spendDelta: index === 0 ? 0.6 * tested.reduce((sum, week) => sum + week, 0) : -80,
        lift: index === 0 ? 90 : -60,
        standardError: 30,
      };
    }),
  };
}

function familyModel(
  name: string,
  choice: Choices,
  evidence: Partial<Parameters<typeof familyHistory>[1]> = {},
  rules: Partial<ModelRules> = {},
): FamilyModel {
  const history = familyHistory([choice, choice], {
    carryIn: 0,
    liftTests: false,
    worthVaries: false,
    ...evidence,
  });
  return { name, model: specifyModel(history, { ...RULES, ...rules }, WEEKS - 4) };
}

const INFINITE: AdstockChoice = { kind: "infinite" };
const RETURN: PriorChoice = { kind: "return", low: 0.5, high: 4, level: 0.9 };

/** Every family, prior and kind of evidence; some at once. */
const MIXED: readonly Choices[] = [
  {},
  { adstock: INFINITE, saturation: "logistic", prior: RETURN },
  { adstock: { kind: "none" }, saturation: "power", prior: { kind: "coefficient" } },
  { adstock: { kind: "geometric", maxLag: 4 }, saturation: "none", prior: RETURN },
  { adstock: INFINITE, saturation: "michaelis-menten" },
  { adstock: { kind: "geometric", maxLag: 20 }, saturation: "tanh", prior: { kind: "coefficient" } },
  { adstock: { kind: "none" }, saturation: "hill", prior: RETURN },
];

export const ALL_FAMILIES: FamilyModel = {
  name: "every family at once",
  model: specifyModel(
    familyHistory(MIXED, { carryIn: 15, liftTests: true, worthVaries: true }),
    { ...RULES, trendKnots: 3, quarterlyPairs: 1 },
    WEEKS - 4,
  ),
};

export const FAMILY_MODELS: readonly FamilyModel[] = [
  familyModel("logistic saturation", { saturation: "logistic" }),
  familyModel("tanh saturation", { saturation: "tanh" }),
  familyModel("Michaelis–Menten saturation", { saturation: "michaelis-menten" }),
  familyModel("a concave power", { saturation: "power" }),
  familyModel("no saturation", { saturation: "none" }),
  familyModel("endless adstock", { adstock: INFINITE }),
  familyModel("no adstock", { adstock: { kind: "none" } }),
  familyModel("nothing but a coefficient", {
    adstock: { kind: "none" },
    saturation: "none",
    prior: { kind: "coefficient" },
  }),
  familyModel("the coefficient's prior", { prior: { kind: "coefficient" } }),
  familyModel("a prior on the return", { prior: RETURN }),
  familyModel(
    "a prior on the return when a KPI unit's worth varies",
    { prior: RETURN },
    { worthVaries: true },
  ),
  familyModel("a prior made from lift tests", { prior: { kind: "lift-tests" } }, { liftTests: true }),
  familyModel("lift tests", {}, { liftTests: true }),
  familyModel("lift tests and endless adstock", { adstock: INFINITE }, { liftTests: true, carryIn: 6 }),
  familyModel("history before the window", {}, { carryIn: 20 }),
  familyModel("a bent trend and quarters", {}, {}, { trendKnots: 4, quarterlyPairs: 1 }),
  ALL_FAMILIES,
];
