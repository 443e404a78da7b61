/** Functions that judge results: agreement of two models, spread of several, an exponent, a prior from a test, a move. */

import { exp } from "../../numerics/elementary.ts";
import { logNormalFromRange, logNormalRange } from "../../numerics/log-normal.ts";
import { mean, sampleSd } from "../../numerics/moments.ts";
import { columns, series } from "../arguments/ranges.ts";
import { number, optionalNumber } from "../arguments/single.ts";
import { defineFunction, type FunctionSpec } from "../function-spec.ts";
import { column, fault } from "../outcome.ts";

/** Spread of MMM and attribution up to which it is called so (A-48, A-61, A-64, J8). */
const AGREEMENT: ReadonlyArray<readonly [number, string]> = [
  [0.2, "ok"],
  [0.3, "watch"],
  [0.5, "joint"],
];
/** Variation of several models' returns below which confidence is so (requirements §1Y, A-36). */
const CONFIDENCE: ReadonlyArray<readonly [number, string]> = [
  [0.2, "high"],
  [0.5, "moderate"],
];
/** Exponents of the concave curve up to which it is read so (D-09). */
const EXPONENTS: ReadonlyArray<readonly [number, string]> = [
  [0.2, "saturated"],
  [0.4, "strong"],
  [0.7, "healthy"],
  [1, "near-linear"],
];

export const JUDGMENTS: readonly FunctionSpec[] = [
  defineFunction({
    name: "READR",
    summary: "What an exponent of the concave curve means.",
    parameters: [number("r", "Exponent of β · x^r, at least 0", { min: 0 })],
    returns: "saturated, strong, healthy, near-linear, or WRONG from 1 on.",
    spills: false,
    example: { formula: "=MMM.READR(0.458)", result: "healthy" },
    source: "D-09",
    compute: (r) => EXPONENTS.find(([below]) => r < below)?.[1] ?? "WRONG",
  }),
  defineFunction({
    name: "AGREE",
    summary:
      "How far a model and attribution are apart on one channel; both numbers stay, nothing is blended.",
    parameters: [
      number("mmm", "The model's figure, not 0"),
      number("attribution", "Attribution's figure in the same unit"),
    ],
    returns: "One row: spread as a share of the model's figure, and ok, watch, joint or escalate.",
    spills: true,
    example: { formula: "=MMM.AGREE(100, 73)", result: "0.27, watch" },
    source: "A-48, A-61, A-64, A-73",
    compute(mmm, attribution) {
      if (mmm === 0) return fault("#DIV/0!", "the model's figure is zero");
      const spread = Math.abs(mmm - attribution) / Math.abs(mmm);
      return [[spread, AGREEMENT.find(([most]) => spread <= most)?.[1] ?? "escalate"]];
    },
  }),
  defineFunction({
    name: "CVMODELS",
    summary: "How far several models' returns of one channel are apart.",
    parameters: [columns("roi_matrix", "One row per channel, one column per model, at least two")],
    returns:
      "Per channel: mean, sample standard deviation, their ratio, confidence, and whether signs differ.",
    spills: true,
    example: { formula: "=MMM.CVMODELS({2,3})", result: "2.5, 0.7071, 0.2828, moderate, FALSE" },
    source: "requirements §1Y",
    compute(matrix) {
      if (matrix.columns.length < 2) return fault("#N/A", "at least two models are needed");
      const channels = matrix.columns[0]?.length ?? 0;
      return Array.from({ length: channels }, (_, row) => {
        const values = Float64Array.from(matrix.columns, (model) => model[row] ?? 0);
        const [middle, spread] = [mean(values), sampleSd(values)];
        const ratio = middle === 0 ? "" : spread / Math.abs(middle);
        const confidence = ratio === "" ? "low" : (CONFIDENCE.find(([below]) => ratio < below)?.[1] ?? "low");
        const conflict = values.some((value) => value < 0) && values.some((value) => value > 0);
        return [middle, spread, ratio, confidence, conflict];
      });
    },
  }),
  defineFunction({
    name: "LIFTPRIOR",
    summary: "A lift test's return as a log-normal prior.",
    parameters: [
      number("ci_lower", "Lower end of the return, above 0", { above: 0 }),
      number("ci_upper", "Upper end of the return"),
      optionalNumber("level", "Confidence of the interval, above 0 and below 1", 0.95, {
        above: 0,
        below: 1,
      }),
    ],
    returns: "One row: mean and standard deviation of the logarithm, median, and the 90 % range.",
    spills: true,
    example: { formula: "=MMM.LIFTPRIOR(1, 4, 0.9)", result: "0.6931, 0.4214, 2, 1, 4" },
    source: "quantiles of the log-normal; C-09",
    compute(low, high, level) {
      if (high <= low) return fault("#NUM!", `ci_upper (${high}) must be above ci_lower (${low})`);
      const prior = logNormalFromRange(low, high, level);
      return [[prior.logMean, prior.logSd, exp(prior.logMean), ...logNormalRange(prior, 0.9)]];
    },
  }),
  defineFunction({
    name: "SHIFT",
    summary: "Moves a share of one channel's spend to another; the total stays what it is.",
    parameters: [
      series("current", "Spend per channel"),
      number("from", "Place of the channel that gives, from 1", { min: 1, whole: true }),
      number("to", "Place of the channel that takes, from 1", { min: 1, whole: true }),
      number("pct", "Share of the giver's spend, from 0 to 1", { min: 0, max: 1 }),
    ],
    returns: "A column of spend per channel with the same sum.",
    spills: true,
    example: { formula: "=MMM.SHIFT({100;50}, 1, 2, 0.25)", result: "75, 75" },
    source: "A-29, A-30",
    compute(current, from, to, share) {
      const count = current.values.length;
      if (from > count || to > count)
        return fault("#NUM!", `there are ${count} channels, not ${Math.max(from, to)}`);
      const moved = (current.values[from - 1] ?? 0) * share;
      const by = (place: number) => (place === from - 1 ? -moved : 0) + (place === to - 1 ? moved : 0);
      return column(current.values.map((value, place) => value + by(place)));
    },
  }),
];
