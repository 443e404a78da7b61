/** Every custom function, in the order of the help: the one table from which all hosts register. */

import type { AuditRules } from "../audit/rules.ts";
import type { FunctionSpec } from "./function-spec.ts";
import { CARRYOVER } from "./table/carryover.ts";
import { dataChecks } from "./table/data-checks.ts";
import { FIT_MEASURES } from "./table/fit-measures.ts";
import { SATURATION } from "./table/saturation.ts";
import { WEEKS } from "./table/weeks.ts";

/** Thresholds that functions judge by, of the methodology. */
export interface FunctionRules {
  readonly audit: AuditRules;
}

/** The table under a methodology; names are unique and never change. */
export function functionTable({ audit }: FunctionRules): readonly FunctionSpec[] {
  return [...CARRYOVER, ...SATURATION, ...WEEKS, ...dataChecks(audit), ...FIT_MEASURES];
}
