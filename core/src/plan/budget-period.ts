/** Weeks in the period that the user budgets by. */

import type { BudgetPeriod } from "../data/brief.ts";
import type { PlanRules } from "./rules.ts";

/** Weeks in a period, e.g. 13.045 in a quarter (decisions §2). */
export function periodWeeks(period: BudgetPeriod, rules: PlanRules): number {
  switch (period) {
    case "week":
      return 1;
    case "month":
      return rules.weeksPerMonth;
    case "quarter":
      return rules.weeksPerQuarter;
    case "year":
      return rules.weeksPerYear;
  }
}
