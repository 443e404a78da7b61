/** Methodology rows of the scenario planner. */

import type { PlanRules } from "../../plan/rules.ts";
import type { MethodologyRow, RowsOf } from "../methodology-row.ts";

type Row = Omit<MethodologyRow, "key">;

function shift(source: string, group: string): Row {
  return {
    value: 0.25,
    unit: "fraction of the group's spend",
    min: 0.05,
    max: 1,
    source,
    reason: `What ${group} would bring at a quarter more money, the total held.`,
  };
}

function weeks(value: number, period: string): Row {
  return {
    value,
    unit: "weeks",
    min: 1,
    max: 53,
    source: "decisions §2",
    reason: `A ${period} of the calendar year in weeks, 365.25 / 7 in the year.`,
  };
}

function landing(value: number, reason: string): Row {
  return { value, unit: "weeks", min: 1, max: 52, source: "requirements §1Y", reason };
}

function undoing(value: number, reason: string): Row {
  return { value, unit: "retention", min: 0, max: 1, source: "requirements §1Y", reason };
}

export const PLAN_ROWS: RowsOf<PlanRules> = {
  brandShift: shift("A-29", "brand"),
  performanceShift: shift("A-30", "performance"),
  floorShare: {
    value: 0.7,
    unit: "fraction of current spend",
    min: 0,
    max: 1,
    source: "D-18, X-10",
    reason: "An offset takes at most 30 % of a channel in one period.",
  },
  level: {
    value: 0.8,
    unit: "probability",
    min: 0.5,
    max: 0.99,
    source: "X-06, A-32",
    reason: "Scenarios and forecasts carry 80 % intervals.",
  },
  weeksPerMonth: weeks(4.348, "month"),
  weeksPerQuarter: weeks(13.045, "quarter"),
  weeksPerYear: weeks(52.18, "year"),
  fastWeeks: landing(2, "Nine tenths of the effect inside two weeks is as good as at once."),
  slowWeeks: landing(6, "More than six weeks runs past a mid-quarter review."),
  easyRetention: undoing(0.4, "Half of what is left is gone within a week: undoing shows at once."),
  hardRetention: undoing(0.6, "Carry-over lasts a month or more: undoing takes as long."),
};
