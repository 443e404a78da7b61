/** Functions of how spend goes on working: adstock, half-life, carry time. */

import { rawGeometricWeights } from "../../model/transforms/geometric-adstock.ts";
import { rawInfiniteAdstock } from "../../model/transforms/infinite-adstock.ts";
import { exp, log } from "../../numerics/elementary.ts";
import { series } from "../arguments/ranges.ts";
import { flag, number, optionalNumber } from "../arguments/single.ts";
import { defineFunction, type FunctionSpec } from "../function-spec.ts";
import { fault } from "../outcome.ts";

const DECAY = { min: 0, below: 1 };

/** Carried spend; what was carried in before the first week fades at the same pace, and is gone after the last lag. */
function carried(spend: Float64Array, decay: number, maxLag: number | null, carryIn: number): Float64Array {
  const own = maxLag === null ? rawInfiniteAdstock(spend, decay) : withinLags(spend, decay, maxLag);
  let left = carryIn;
  return own.map((value, week) => {
    left *= decay;
    return maxLag === null || week < maxLag ? value + left : value;
  });
}

function withinLags(spend: Float64Array, decay: number, maxLag: number): Float64Array {
  const weights = rawGeometricWeights(decay, maxLag);
  return spend.map((_, week) => {
    let sum = 0;
    for (let lag = 0; lag <= Math.min(week, maxLag); lag++)
      sum += (weights[lag] ?? 0) * (spend[week - lag] ?? 0);
    return sum;
  });
}

/** Sum of the weights that a constant spend would have. */
function weightSum(decay: number, maxLag: number | null): number {
  if (maxLag === null) return 1 / (1 - decay);
  return rawGeometricWeights(decay, maxLag).reduce((sum, weight) => sum + weight, 0);
}

export const CARRYOVER: readonly FunctionSpec[] = [
  defineFunction({
    name: "ADSTOCK",
    summary: "Spend as it goes on working in later weeks, by geometric decay.",
    parameters: [
      series("spend", "Weekly spend, oldest first, in currency"),
      number("decay", "Share of a week's effect that is left one week later, from 0 to below 1", DECAY),
      optionalNumber("max_lag", "Last week after the spend in which it still works; all if left out", null, {
        min: 0,
        whole: true,
      }),
      flag(
        "normalize",
        "TRUE divides by the sum of the weights, so that constant spend stays what it is",
        false,
      ),
      optionalNumber("carry_in", "What was carried at the end of the week before the range, in currency", 0, {
        min: 0,
      }),
    ],
    returns: "A column in the unit of spend.",
    spills: true,
    example: { formula: "=MMM.ADSTOCK({100;0;0}, 0.5)", result: "100, 50, 25" },
    source: "a(t) = x(t) + decay · a(t − 1); Broadbent (1979)",
    compute(spend, decay, maxLag, normalize, carryIn) {
      const values = carried(spend.values, decay, maxLag, carryIn);
      const total = normalize ? weightSum(decay, maxLag) : 1;
      return spend.shaped(values.map((value) => value / total));
    },
  }),
  defineFunction({
    name: "HALFLIFE",
    summary: "Weeks until half of a week's effect is gone.",
    parameters: [
      number("decay", "Share of a week's effect that is left one week later, above 0 and below 1", {
        above: 0,
        below: 1,
      }),
    ],
    returns: "Weeks.",
    spills: false,
    example: { formula: "=MMM.HALFLIFE(0.5)", result: "1" },
    source: "ln ½ / ln decay",
    compute: (decay) => log(0.5) / log(decay),
  }),
  defineFunction({
    name: "DECAY",
    summary: "The decay of an effect that halves in so many weeks.",
    parameters: [number("halflife", "Weeks until half of the effect is gone, above 0", { above: 0 })],
    returns: "A share between 0 and 1.",
    spills: false,
    example: { formula: "=MMM.DECAY(1)", result: "0.5" },
    source: "½^(1 / halflife)",
    compute: (halflife) => exp(log(0.5) / halflife),
  }),
  defineFunction({
    name: "CARRYTIME",
    summary: "Weeks until a share of a spend's whole effect is in.",
    parameters: [
      number("decay", "Share of a week's effect that is left one week later, from 0 to below 1", DECAY),
      optionalNumber("share", "Share of the whole effect, above 0 and below 1", 0.9, { above: 0, below: 1 }),
    ],
    returns: "Whole weeks.",
    spills: false,
    example: { formula: "=MMM.CARRYTIME(0.5, 0.9)", result: "4" },
    source: "the least n with 1 − decay^n ≥ share",
    compute(decay, share) {
      if (decay === 0) return 1;
      const weeks = log(1 - share) / log(decay);
      // rounding must not add a week where the share is met exactly
      const whole = Math.ceil(weeks - 1e-9);
      return Number.isFinite(whole) ? Math.max(1, whole) : fault("#NUM!", "decay is too close to 1");
    },
  }),
];
