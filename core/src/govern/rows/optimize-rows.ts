/** Methodology rows of the optimizer. */

import type { OptimizeRules } from "../../optimize/rules.ts";
import type { RowsOf } from "../methodology-row.ts";

export const OPTIMIZE_ROWS: RowsOf<OptimizeRules> = {
  capShare: {
    value: 0.3,
    unit: "fraction of current spend",
    min: 0.05,
    max: 1,
    source: "D-17, X-09",
    reason:
      "A plan that moves a channel by more than 30 % in one period has left what the data can vouch for.",
  },
  floorShare: {
    value: 0.7,
    unit: "fraction of current spend",
    min: 0,
    max: 1,
    source: "D-18, X-10",
    reason: "One window is no ground for switching a channel off.",
  },
  extrapolateMax: {
    value: 1,
    unit: "multiple of the largest observed weekly spend",
    min: 1,
    max: 1.5,
    source: "A-74, X-08",
    reason: "Beyond the largest week seen the curve is a guess, not an estimate.",
  },
  level: {
    value: 0.8,
    unit: "probability",
    min: 0.5,
    max: 0.99,
    source: "X-06",
    reason: "Scenarios and forecasts carry 80 % intervals.",
  },
};
