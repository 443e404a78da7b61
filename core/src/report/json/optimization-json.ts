/** mmm_budget_optimization.json: the split, its gain, and the scenarios beside it (C-23, D-17). */

import type { AllocationOutcome } from "../../optimize/allocation.ts";
import type { PlanComparison } from "../../plan/scenario.ts";
import type { DefenseResults } from "../defense-results.ts";
import { type ContractHead, contractHead } from "./contract-head.ts";

export interface OptimizationJson extends ContractHead {
  /** Currency per week; null where the tier carries no estimates, with the reason. */
  readonly allocation: AllocationOutcome | null;
  /** Currency per budget period. */
  readonly scenarios: PlanComparison | null;
  readonly valueUnit: "money" | "kpi";
  readonly reason: string | null;
}

/** The optimization contract of a run. */
export function optimizationJson({ run, attribution, allocation, plans }: DefenseResults): OptimizationJson {
  return {
    ...contractHead(run),
    allocation,
    scenarios: plans,
    valueUnit: attribution.valueUnit,
    reason: allocation === null ? `the ${run.tier} tier orders channels and moves no money` : null,
  };
}
