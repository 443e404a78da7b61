/** Methodology rows of what closing a gap costs: assumptions, to be replaced by the company's own figures. */

import type { AuditCostRules } from "../../audit/rules.ts";
import type { RowsOf } from "../methodology-row.ts";

export const AUDIT_COST_ROWS: RowsOf<AuditCostRules> = {
  dayRate: {
    value: 500,
    unit: "currency per day",
    min: 0,
    max: 10_000,
    source: "A-24, our assumption",
    reason: "100,000 a year over 200 working days; nobody gave a rate, so put the company's own here",
  },
  weekDays: {
    value: 5,
    unit: "days",
    min: 1,
    max: 7,
    source: "A-24",
    reason: "efforts are given in working weeks",
  },
  planDays: {
    value: 60,
    unit: "days",
    min: 7,
    max: 365,
    source: "A-25",
    reason: "the plan that was asked for ends after 60 days",
  },
};
