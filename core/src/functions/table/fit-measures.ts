/** Functions of how well something fits, and how well it was drawn. */

import { essBulk, essTail } from "../../diagnose/ess.ts";
import { fitErrors } from "../../diagnose/fit-errors.ts";
import { rhat } from "../../diagnose/rhat.ts";
import { type Columns, columns, type Series, series } from "../arguments/ranges.ts";
import { choice, number, optionalNumber } from "../arguments/single.ts";
import { defineFunction, type FunctionSpec } from "../function-spec.ts";
import { type Fault, fault, type Outcome } from "../outcome.ts";

const LEAST_DRAWS = 4; // R-hat and ESS halve each chain (diagnose/split-scores.ts): two draws a half

const ACTUAL = series("actual", "Observed figures");
const EXPECTED = series("expected", "Figures of the model, as long as actual");

/** One of the errors of a fit; what is undefined says why. */
function errorOf(
  actual: Series,
  expected: Series,
  pick: (errors: ReturnType<typeof fitErrors>) => number,
  why: string,
): Outcome {
  const [observed, modeled] = [actual.values, expected.values];
  if (observed.length !== modeled.length)
    return fault("#VALUE!", `actual has ${observed.length} rows, expected ${modeled.length}`);
  const value = pick(fitErrors(observed, modeled));
  return Number.isFinite(value) ? value : fault("#DIV/0!", why);
}

function measure(
  name: string,
  summary: string,
  example: FunctionSpec["example"],
  source: string,
  pick: (errors: ReturnType<typeof fitErrors>) => number,
  why: string,
): FunctionSpec {
  return defineFunction({
    name,
    summary,
    parameters: [ACTUAL, EXPECTED],
    returns: "A number.",
    spills: false,
    example,
    source,
    compute: (actual, expected) => errorOf(actual, expected, pick, why),
  });
}

function tooShort({ columns: chains }: Columns): Fault | null {
  const draws = chains[0]?.length ?? 0;
  return draws < LEAST_DRAWS
    ? fault("#N/A", `at least ${LEAST_DRAWS} draws per chain are needed, not ${draws}`)
    : null;
}

const DRAWS = columns("draws", "One row per draw, one column per chain");

export const FIT_MEASURES: readonly FunctionSpec[] = [
  measure(
    "MAPE",
    "Mean absolute error as a share of each figure; weeks of zero are skipped.",
    { formula: "=MMM.MAPE({100;200}, {110;180})", result: "0.1" },
    "mean |error / actual|",
    ({ mape }) => mape,
    "every actual figure is zero",
  ),
  measure(
    "WMAPE",
    "Absolute error of all weeks as a share of all figures.",
    { formula: "=MMM.WMAPE({100;200}, {110;180})", result: "0.1" },
    "Σ|error| / Σ|actual|",
    ({ wmape }) => wmape,
    "all actual figures are zero",
  ),
  measure(
    "R2",
    "Share of the variance that the model explains.",
    { formula: "=MMM.R2({100;200}, {110;180})", result: "0.9" },
    "1 − SS(residual) / SS(total)",
    ({ r2 }) => r2,
    "actual never changes",
  ),
  measure(
    "DW",
    "Durbin–Watson: about 2 where misses are unrelated, below where they come in runs.",
    { formula: "=MMM.DW({100;200}, {110;180})", result: "1.8" },
    "Durbin & Watson (1950)",
    ({ durbinWatson }) => durbinWatson,
    "there is no error at all",
  ),
  defineFunction({
    name: "COVERAGE",
    summary: "Share of figures inside their interval, ends included.",
    parameters: [
      ACTUAL,
      series("lo", "Lower ends, as long as actual"),
      series("hi", "Upper ends, as long as actual"),
    ],
    returns: "A share from 0 to 1.",
    spills: false,
    example: { formula: "=MMM.COVERAGE({1;5}, {0;0}, {2;2})", result: "0.5" },
    source: "C-14",
    compute(actual, lo, hi) {
      const weeks = actual.values.length;
      if (lo.values.length !== weeks || hi.values.length !== weeks)
        return fault("#VALUE!", `lo and hi must have ${weeks} rows, as actual has`);
      const inside = actual.values.filter(
        (value, week) => value >= (lo.values[week] ?? 0) && value <= (hi.values[week] ?? 0),
      );
      return inside.length / weeks;
    },
  }),
  defineFunction({
    name: "RHAT",
    summary: "Whether chains agree: 1 when they do, above 1.01 they have not converged.",
    parameters: [DRAWS],
    returns: "A number from about 1.",
    spills: false,
    example: { formula: "=MMM.RHAT(draws)", result: "1.00 for chains of one distribution" },
    source: "Vehtari, Gelman, Simpson, Carpenter & Bürkner (2021), rank-normalized split R-hat",
    compute: (draws) => tooShort(draws) ?? rhat(draws.columns),
  }),
  defineFunction({
    name: "ESS",
    summary: "How many independent draws the draws are worth.",
    parameters: [DRAWS, choice("kind", "Of the middle, or of the ends", ["bulk", "tail"])],
    returns: "A number of draws.",
    spills: false,
    example: { formula: "=MMM.ESS(draws)", result: "about the number of draws for independent ones" },
    source: "Vehtari et al. (2021)",
    compute: (draws, kind) =>
      tooShort(draws) ?? (kind === "bulk" ? essBulk(draws.columns) : essTail(draws.columns)),
  }),
  defineFunction({
    name: "BREAKEVEN",
    summary: "The return on ad spend at which a channel pays for itself.",
    parameters: [number("margin", "Contribution margin, above 0 and at most 1", { above: 0, max: 1 })],
    returns: "Revenue per unit of spend.",
    spills: false,
    example: { formula: "=MMM.BREAKEVEN(0.4)", result: "2.5" },
    source: "1 / margin; requirements §6.3",
    compute: (margin) => 1 / margin,
  }),
  defineFunction({
    name: "LIFTROI",
    summary: "Return of a lift test, with its interval where the test has one.",
    parameters: [
      number("lift_kpi", "KPI that the test added, in money"),
      number("spend", "Spend that the test added, above 0", { above: 0 }),
      optionalNumber("lo", "Lower end of the lift", null),
      optionalNumber("hi", "Upper end of the lift", null),
    ],
    returns: "One row: return, and its lower and upper end where given.",
    spills: true,
    example: { formula: "=MMM.LIFTROI(300, 100, 200, 400)", result: "3, 2, 4" },
    source: "lift / spend",
    compute(lift, spend, lo, hi) {
      if (lo === null || hi === null) return lift / spend;
      return lo > hi
        ? fault("#NUM!", `lo (${lo}) is above hi (${hi})`)
        : [[lift / spend, lo / spend, hi / spend]];
    },
  }),
];
