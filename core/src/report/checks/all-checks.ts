/** Every check that a workbook makes of itself, in the order of the Checks sheet. */

import { defensePlaces } from "../places/defense-places.ts";
import type { ReportContext, RunContext } from "../report-context.ts";
import { defenseCheck } from "./defense-check.ts";
import { fitChecks, verdictChecks } from "./fit-checks.ts";
import { effectChecks, spendChecks } from "./footing-checks.ts";
import { approverCheck, errorCheck, rankCheck } from "./frame-checks.ts";
import { intervalCheck } from "./interval-check.ts";
import { planChecks } from "./plan-checks.ts";
import { tableChecks } from "./table-checks.ts";
import type { WorkbookCheck } from "./workbook-check.ts";

/** The checks of a run that may be shown; those of amounts only where amounts are shown. */
export function allChecks(context: ReportContext): WorkbookCheck[] {
  const ranks = context.shows === "ranks";
  return [
    ...tableChecks(context),
    ...spendChecks(context),
    ...(ranks ? [] : [...effectChecks(context), ...planChecks(context), intervalCheck(context)]),
    ...fitChecks(context),
    ranks ? rankCheck(context) : defenseCheck(context, defensePlaces(context)),
    errorCheck(context),
    approverCheck(context),
  ];
}

/** The checks of a refused run: the gates, no errors, an approver. */
export function refusedChecks(context: RunContext): WorkbookCheck[] {
  const gates = context.health === null ? [] : verdictChecks(context.health);
  return [...gates, errorCheck(context), approverCheck(context)];
}
