/** Methodology rows of the model: the default priors with their reasons (decisions §3). */

import type { ModelRules } from "../../model/rules.ts";
import type { MethodologyRow, RowsOf } from "../methodology-row.ts";

type Row = Omit<MethodologyRow, "key">;

/** A row whose source is the table of default priors. */
function prior(value: number, unit: string, range: readonly [number, number], reason: string): Row {
  return { value, unit, min: range[0], max: range[1], source: "decisions §3", reason };
}

function season(value: number, unit: string, range: readonly [number, number], reason: string): Row {
  return { value, unit, min: range[0], max: range[1], source: "issue 2, model", reason };
}

function family(value: number, unit: string, range: readonly [number, number], reason: string): Row {
  return { value, unit, min: range[0], max: range[1], source: "issue 3, families", reason };
}

export const MODEL_ROWS: RowsOf<ModelRules> = {
  maxLag: {
    value: 12,
    unit: "weeks",
    min: 0,
    max: 26,
    source: "decisions §2",
    reason: "Thirteen weekly weights: a quarter. At retention 0.8 they hold 95 % of the endless series.",
  },
  retentionAlpha: prior(2, "shape", [0.5, 20], "Beta(2, 2): any carryover is possible, none or all is not."),
  retentionBeta: prior(2, "shape", [0.5, 20], "Beta(2, 2): symmetric about one half."),
  halfSaturationMedian: prior(
    0.5,
    "fraction of the largest weekly spend",
    [0.05, 5],
    "The half-way point most likely lies inside the spend that the data have seen.",
  ),
  halfSaturationLogSd: prior(0.6, "log units", [0.1, 2], "90 % between 0.19 and 1.34 of the largest week."),
  slopeMedian: prior(1.3, "dimensionless", [0.5, 3], "Slightly S-shaped: small weekly spends may not show."),
  slopeLogSd: prior(0.3, "log units", [0.05, 1], "90 % between 0.79 and 2.13: concave or S-shaped, no step."),
  exponentAlpha: family(
    2,
    "shape",
    [0.5, 20],
    "Beta(2, 2), as for retention: neither a step nor a straight line.",
  ),
  exponentBeta: family(2, "shape", [0.5, 20], "Beta(2, 2): symmetric about the square root."),
  mediaShare: prior(
    0.4,
    "fraction of the mean KPI",
    [0.05, 0.9],
    "Media bring 20-60 % of the KPI as a rule.",
  ),
  spendShareWeight: prior(
    0.5,
    "weight in 0…1",
    [0, 1],
    "Half by spend, half equal: big spenders may expect more, small ones are not ruled out.",
  ),
  interceptMean: prior(
    0.7,
    "fraction of the mean KPI",
    [0, 1.5],
    "Most sales need no advertising that week.",
  ),
  interceptSd: prior(0.5, "fraction of the mean KPI", [0.05, 2], "Wide: 0 and all of the KPI stay possible."),
  trendSd: prior(0.3, "fraction of the mean KPI over the window", [0.02, 2], "A third up or down is usual."),
  trendKnots: family(0, "knots", [0, 24], "A straight trend; baseline.trendKnots in the brief lets it bend."),
  trendKnotSd: family(
    0.3,
    "fraction of the mean KPI over the window",
    [0.01, 2],
    "All bends together may turn the trend by as much as the trend itself; more knots bend less each.",
  ),
  columnSd: prior(
    0.5,
    "standard deviations of the KPI",
    [0.05, 3],
    "A control, event or season may explain about half the swing of the KPI.",
  ),
  noiseSd: prior(
    1,
    "standard deviations of the KPI",
    [0.1, 3],
    "The noise is at most of the KPI's own size.",
  ),
  fourierPairs: season(2, "pairs", [0, 6], "A yearly wave and its half-year overtone."),
  fourierPairsUnderYear: season(
    1,
    "pairs",
    [0, 6],
    "Below a year the season is not seen once through: its slow part stays in, with its prior, so that media are not credited with it.",
  ),
  quarterlyPairs: family(
    0,
    "pairs",
    [0, 3],
    "Only where the business has a quarter's rhythm: baseline.quarterlyPairs in the brief.",
  ),
  yearWeeks: season(52, "weeks", [26, 104], "One seasonal cycle seen in full."),
  seasonDays: season(365.25, "days", [360, 372], "The mean length of a calendar year."),
};
