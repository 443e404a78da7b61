/** Functions that judge columns: outliers, collinearity, sparsity, length, reconciliation. */

import { outliersOf, robustScores } from "../../audit/outliers.ts";
import type { AuditRules } from "../../audit/rules.ts";
import { tierOf } from "../../audit/tier.ts";
import { varianceInflation } from "../../audit/vif.ts";
import { correlation, isConstant } from "../../numerics/moments.ts";
import { type Columns, columns, series } from "../arguments/ranges.ts";
import { choice, number, optionalNumber } from "../arguments/single.ts";
import { defineFunction, type FunctionSpec } from "../function-spec.ts";
import { type Fault, fault, type Outcome } from "../outcome.ts";

const TIERS = {
  blocked: "Not enough weeks",
  "prior-driven": "Starting assumptions only",
  directional: "Directional only",
  caveat: "With a caveat",
  full: "Full",
} as const;

/** Null where the columns can be compared; else why not. */
function incomparable({ headers, columns: all }: Columns): Fault | null {
  const flat = all.findIndex((values) => isConstant(values));
  if (flat >= 0) return fault("#NUM!", `${headers[flat] ?? ""} never changes`);
  return (all[0]?.length ?? 0) <= all.length ? fault("#N/A", "more rows than columns are needed") : null;
}

function outliers(values: Float64Array, z: number, method: "sd" | "mad"): Outcome {
  const places = Array.from(values, (_, row) => String(row + 1));
  const found =
    method === "sd"
      ? outliersOf("", places, values, z).map(({ week, value, z: score }) => [Number(week), value, score])
      : Array.from(robustScores(values), (score, row) => [row + 1, values[row] ?? 0, score])
          .filter(([, , score = 0]) => Math.abs(score) > z)
          .sort((first, second) => Math.abs(second[2] ?? 0) - Math.abs(first[2] ?? 0));
  return found.length === 0 ? "" : found;
}

const tierFunction = (rules: AuditRules): FunctionSpec =>
  defineFunction({
    name: "TIER",
    summary: "What may be shown of a model on so many weeks.",
    parameters: [number("weeks", "Weeks of history, a whole number", { min: 0, whole: true })],
    returns: "Not enough weeks, Directional only, With a caveat, or Full.",
    spills: false,
    example: { formula: "=MMM.TIER(59)", result: "Directional only" },
    source: "X-01, D-02",
    compute: (weeks) => TIERS[tierOf(weeks, rules)],
  });

const VIF: FunctionSpec = defineFunction({
  name: "VIF",
  summary: "Variance inflation of each column: how much the others already say of it, intercept included.",
  parameters: [columns("x", "One column per channel, with or without names above")],
  returns: "Two columns: name and variance inflation, from 1.",
  spills: true,
  example: { formula: "=MMM.VIF({1,2;2,1;3,4;4,3})", result: "1.5625 for both (r = 0.6)" },
  source: "1 / (1 − R²); Belsley, Kuh & Welsch (1980); X-16",
  compute(x) {
    const wrong = incomparable(x);
    if (wrong !== null) return wrong;
    const inflation = varianceInflation(
      x.columns.map((one) => x.columns.map((other) => (one === other ? 1 : correlation(one, other)))),
    );
    return x.headers.map((header, place) => [header, inflation[place] ?? 1]);
  },
});

const COLLINEAR: FunctionSpec = defineFunction({
  name: "COLLINEAR",
  summary: "Pairs of columns that rise and fall together.",
  parameters: [
    columns("x", "One column per channel, with or without names above"),
    optionalNumber("threshold", "Least |r| that is listed, from 0 to 1", 0.7, { min: 0, max: 1 }),
  ],
  returns:
    "Three columns: first, second, r, farthest from 0 first; one empty cell where there is no such pair.",
  spills: true,
  example: { formula: "=MMM.COLLINEAR({1,2;2,4;3,7})", result: "column 1, column 2, 0.9934" },
  source: "Pearson (1895); X-16",
  compute(x, threshold) {
    const pairs = x.columns.flatMap((first, row) =>
      x.columns
        .slice(row + 1)
        .map(
          (second, step) =>
            [x.headers[row] ?? "", x.headers[row + 1 + step] ?? "", correlation(first, second)] as const,
        ),
    );
    const found = pairs
      .filter(([, , r]) => Math.abs(r) >= threshold)
      .sort((one, other) => Math.abs(other[2]) - Math.abs(one[2]));
    return found.length === 0 ? "" : found;
  },
});

const OUTLIERS: FunctionSpec = defineFunction({
  name: "OUTLIERS",
  summary: "Values far from their column.",
  parameters: [
    series("values", "Weekly figures, oldest first"),
    optionalNumber("z", "Least distance, in standard deviations or robust ones", 3, { above: 0 }),
    choice("method", "Sample standard deviation, or median absolute deviation", ["sd", "mad"]),
  ],
  returns: "Three columns: place in the range, value, distance; one empty cell where there is none.",
  spills: true,
  example: { formula: '=MMM.OUTLIERS({1;2;3;4;100}, 3, "mad")', result: "5, 100, 65.4" },
  source: "B-16, X-17; Iglewicz & Hoaglin (1993)",
  compute: (values, z, method) => outliers(values.values, z, method),
});

const SPARSITY: FunctionSpec = defineFunction({
  name: "SPARSITY",
  summary: "Share of weeks without anything, per column.",
  parameters: [columns("x", "One column per channel, with or without names above")],
  returns: "Two columns: name and share from 0 to 1.",
  spills: true,
  example: { formula: "=MMM.SPARSITY({0;5;0;5})", result: "column 1, 0.5" },
  source: "B-19, IN-48",
  compute: (x) =>
    x.headers.map((header, place) => [
      header,
      (x.columns[place]?.filter((value) => value === 0).length ?? 0) / (x.columns[place]?.length ?? 1),
    ]),
});

const obsperparamFunction = (rules: AuditRules): FunctionSpec =>
  defineFunction({
    name: "OBSPERPARAM",
    summary: "Weeks per quantity that a model of so many channels estimates.",
    parameters: [
      number("n", "Weeks of history", { min: 1, whole: true }),
      number("k", "Channels", { min: 1, whole: true }),
    ],
    returns: `A ratio: ${rules.parametersPerChannel} quantities per channel and ${rules.parametersFixed} more.`,
    spills: false,
    example: {
      formula: "=MMM.OBSPERPARAM(132, 8)",
      result: (132 / (rules.parametersFixed + rules.parametersPerChannel * 8)).toFixed(2),
    },
    source: "X-01, D-25; Robyn asks for 10",
    compute: (weeks, channels) => weeks / (rules.parametersFixed + rules.parametersPerChannel * channels),
  });

const reconFunction = (rules: AuditRules): FunctionSpec =>
  defineFunction({
    name: "RECON",
    summary: "How far two books of the same money are apart.",
    parameters: [
      series("left", "Figures of one book, e.g. the platform's"),
      series("right", "Figures of the other, as long as left"),
      optionalNumber("tol", "Share from which a line is flagged", rules.reconciliationGap, { min: 0 }),
    ],
    returns: "Three columns: difference, share of right, ok or off.",
    spills: true,
    example: { formula: "=MMM.RECON({106;100}, {100;100})", result: "6 0.06 off; 0 0 ok" },
    source: "A-51",
    compute(left, right, tolerance) {
      if (left.values.length !== right.values.length)
        return fault("#VALUE!", `left has ${left.values.length} rows, right ${right.values.length}`);
      const zero = right.values.indexOf(0);
      if (zero >= 0) return fault("#DIV/0!", `right is zero at row ${zero + 1}`);
      return Array.from(left.values, (value, row) => {
        const other = right.values[row] ?? 1;
        const share = (value - other) / other;
        return [value - other, share, Math.abs(share) > tolerance ? "off" : "ok"];
      });
    },
  });

/** @param rules - thresholds of the methodology. */
export function dataChecks(rules: AuditRules): readonly FunctionSpec[] {
  return [
    tierFunction(rules),
    VIF,
    COLLINEAR,
    OUTLIERS,
    SPARSITY,
    obsperparamFunction(rules),
    reconFunction(rules),
  ];
}
