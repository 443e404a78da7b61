/** Limits that the workbook's own checks hold the numbers against. */

import type { RowsOf } from "../methodology-row.ts";

export interface ReportRules {
  /** Largest |fitted / observed − 1| over the window, a fraction. */
  readonly contributionGap: number;
  /** Largest relative difference at which two totals still foot, a fraction. */
  readonly footing: number;
  /** Largest relative difference at which a total still is what the run saw, a fraction. */
  readonly unchanged: number;
  /** Largest share of the KPI that media may claim before the report says so, a fraction. */
  readonly mediaShareMost: number;
  /** Least share of spend with which a channel may lead a title, a fraction. */
  readonly leadShare: number;
  /** Days between two rows of weekly data. */
  readonly weekDays: number;
}

export const REPORT_ROWS: RowsOf<ReportRules> = {
  contributionGap: {
    value: 0.02,
    unit: "fraction",
    min: 0,
    max: 0.1,
    source: "C-18",
    reason: "Baseline and channels must add up to what was observed, or the split is not of the real total.",
  },
  footing: {
    value: 1e-6,
    unit: "fraction",
    min: 0,
    max: 0.001,
    source: "requirements 4.1",
    reason: "Totals that are sums of the same cells may differ by rounding only.",
  },
  unchanged: {
    value: 1e-9,
    unit: "fraction",
    min: 0,
    max: 1e-6,
    source: "D-21",
    reason: "A cent moved in a total of ten million is seen; the rounding of a sum is not.",
  },
  mediaShareMost: {
    value: 0.8,
    unit: "fraction",
    min: 0.5,
    max: 1,
    source: "requirements 4.5",
    reason: "A finance reader rejects a model in which nearly all sales come from media.",
  },
  leadShare: {
    value: 0.01,
    unit: "fraction of spend",
    min: 0,
    max: 0.2,
    source: "B-27, E-02",
    reason: "A return of 150 on a thousandth of the spend is an accident of division, not a headline.",
  },
  weekDays: {
    value: 7,
    unit: "days",
    min: 7,
    max: 7,
    source: "X-01",
    reason: "The model reads one row per week, without gaps.",
  },
};
