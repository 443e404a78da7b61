/** Methodology rows of the attribution. */

import type { AttributeRules } from "../../attribute/rules.ts";
import type { RowsOf } from "../methodology-row.ts";

export const ATTRIBUTE_ROWS: RowsOf<AttributeRules> = {
  level: {
    value: 0.9,
    unit: "probability",
    min: 0.5,
    max: 0.99,
    source: "decisions §2",
    reason: "90 % equal-tailed: the level is in every header.",
  },
  reportWeeks: {
    value: 13,
    unit: "weeks",
    min: 4,
    max: 52,
    source: "decisions §2",
    reason: "Today's spend is the mean of the last quarter: one week is noise, a year is history.",
  },
  curvePoints: {
    value: 41,
    unit: "points",
    min: 11,
    max: 201,
    source: "issue 2, attribute",
    reason: "Steps of 2.5 % of the largest weekly spend: lines between them are within 0.1 % of the curve.",
  },
  weeklyDraws: {
    value: 1000,
    unit: "draws",
    min: 200,
    max: 10000,
    source: "sampler.md §9",
    reason: "Enough for 5 % and 95 % of one week, and small enough for a browser's memory.",
  },
  priorDraws: {
    value: 2000,
    unit: "draws",
    min: 500,
    max: 20000,
    source: "decisions §2",
    reason: "The prior's interval stands beside the posterior's and needs the same resolution.",
  },
  learnedFromData: {
    value: 0.75,
    unit: "1 − posterior variance of the N(0, 1) coordinate",
    min: 0.5,
    max: 0.95,
    source: "decisions §2",
    reason: "Three quarters of the prior's uncertainty are gone.",
  },
  learnedMixed: {
    value: 0.25,
    unit: "1 − posterior variance of the N(0, 1) coordinate",
    min: 0.05,
    max: 0.5,
    source: "decisions §2",
    reason: "Below a quarter the number is mostly what was assumed.",
  },
  alikeCorrelation: {
    value: 0.9,
    unit: "correlation",
    min: 0.7,
    max: 1,
    source: "X-16, IN-52",
    reason:
      "Where the audit calls channels hardly told apart, the result says what is known of their sum and their division.",
  },
  oneWeekShare: {
    value: 1 / 3,
    unit: "fraction of a channel's contribution",
    min: 0.1,
    max: 1,
    source: "issue 3, hard cases",
    reason:
      "A third of the effect in one week is one observation: what else happened in it is credited to the channel.",
  },
  landedShare: {
    value: 0.9,
    unit: "fraction of a week's effect",
    min: 0.5,
    max: 0.99,
    source: "requirements §1Y",
    reason: "Time to materialize: weeks until 90 % of the effect has landed.",
  },
};
