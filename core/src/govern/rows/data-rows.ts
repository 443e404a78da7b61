/** Methodology rows of the data room. */

import type { DataRules } from "../../data/rules.ts";
import type { RowsOf } from "../methodology-row.ts";

export const DATA_ROWS: RowsOf<DataRules> = {
  channelWaitWeeks: {
    value: 13,
    unit: "weeks",
    min: 4,
    max: 52,
    source: "A-56, IN-49, X-01",
    reason: "with fewer live weeks a channel's effect has the wrong sign in about one fit of four",
  },
  perfectCorrelation: {
    value: 0.999999,
    unit: "absolute correlation",
    min: 0.999,
    max: 1,
    source: "IN-52",
    reason: "rounding to cents leaves copies of a column this close to 1; no data can tell them apart",
  },
  dateShare: {
    value: 0.8,
    unit: "share of cells",
    min: 0.5,
    max: 1,
    source: "IN-14",
    reason: "a date column may hold a few bad cells that are then named one by one",
  },
  missingShareMax: {
    value: 0.5,
    unit: "share of weeks",
    min: 0.05,
    max: 0.9,
    source: "IN-23, X-05",
    reason: "a table with most of its weeks absent is not a weekly table",
  },
  inverseCausationVariation: {
    value: 0.02,
    unit: "coefficient of variation",
    min: 0,
    max: 0.1,
    source: "IN-53",
    reason: "spend that is a fixed share of the KPI is caused by it (affiliate commissions)",
  },
  twoDigitYearPivot: {
    value: 70,
    unit: "year",
    min: 30,
    max: 99,
    source: "IN-18",
    reason: "years 1970 to 2069, as spreadsheets read them",
  },
  rowsMax: {
    value: 10_000,
    unit: "rows",
    min: 500,
    max: 1_000_000,
    source: "IN-65",
    reason: "weekly data of 190 years; more means a raw export",
  },
  columnsMax: {
    value: 60,
    unit: "columns",
    min: 10,
    max: 1000,
    source: "IN-65",
    reason: "more columns than a weekly model can use",
  },
  microsRatio: {
    value: 1000,
    unit: "ratio",
    min: 100,
    max: 1_000_000,
    source: "IN-42",
    reason:
      "ad platforms export cost in millionths; real prices per exposure differ less than a thousandfold",
  },
  weekdaySlackDays: {
    value: 3,
    unit: "days",
    min: 0,
    max: 3,
    source: "IN-24",
    reason: "a week's date moves to the nearest common weekday, at most half a week",
  },
  immatureDays: {
    value: 28,
    unit: "days",
    min: 0,
    max: 90,
    source: "IN-60, requirements §5.1",
    reason: "platforms restate conversions for 7 to 28 days after the date",
  },
  liftLevelMin: {
    value: 0.8,
    unit: "probability",
    min: 0.5,
    max: 0.99,
    source: "IN-62; requirements §4.2; Robyn's check of calibration input",
    reason: "a result stated with less confidence says little; it is used, and said to be weak",
  },
};
