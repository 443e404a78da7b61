/** Row 2 of every sheet: status, run, data window, methodology, approver and checks, bound to their cells. */

import { CHECKS, COVER, COVER_FACTS } from "../places/run-places.ts";
import type { RunContext } from "../report-context.ts";
import type { PlannedCell } from "../workbook-plan.ts";
import { cellAt, fixed } from "./address.ts";
import { live } from "./cells.ts";
import { dateText } from "./dates.ts";
import { GENERAL } from "./number-formats.ts";
import { type Part, plainWords, quoted, sentence } from "./sentence.ts";

/** The cell of Checks that says in words how many checks are met. */
const CHECKS_VERDICT: string = cellAt(CHECKS, 4, 1);

const APPROVER: string = fixed(COVER_FACTS.approver, 1);
const APPROVED_ON: string = fixed(COVER_FACTS.approvedOn, 1);
const IS_APPROVED: string = `AND(LEN(TRIM(${APPROVER}))>0,LEN(${APPROVED_ON})>0)`;

/** The stamp line as a formula, for Cover; other sheets fetch it. */
export function stampLine(context: RunContext): PlannedCell {
  return sentence(stampParts(context), "stamp");
}

/** The stamp line as it reads when the workbook is written. */
export function stampLineText(context: RunContext): string {
  return plainWords(stampParts(context));
}

/** The status cell of Cover: DRAFT until a name and a date stand beside it. */
export function stampCell(context: RunContext): PlannedCell {
  const [approved, draft] = stampWords(context);
  const formula = `IF(${IS_APPROVED},${quoted(approved)},${quoted(draft)})`;
  return live(formula, stampNow(context), GENERAL, "labelStrong");
}

/** The status as it stands when the workbook is written. */
export function stampNow(context: RunContext): string {
  const [approved, draft] = stampWords(context);
  return isApproved(context) ? approved : draft;
}

/** True when both a name and a date are given. */
export function isApproved({ run }: RunContext): boolean {
  return (run.approvedBy ?? "").trim() !== "" && run.approvedOn !== null;
}

function stampWords({ run }: RunContext): readonly [string, string] {
  if (run.stamp === "DRAFT" || run.stamp === "APPROVED") return ["APPROVED", "DRAFT - not approved"];
  return [run.stamp, `${run.stamp} - DRAFT`];
}

function stampParts(context: RunContext): readonly Part[] {
  const { run } = context;
  return [
    { formula: fixed(COVER_FACTS.stamp, 1), text: stampNow(context) },
    ` · Run ${run.runId} · Data ${run.dataStart} to ${run.dataEnd} (${run.weeks} weeks)` +
      ` · Methodology ${run.methodologyVersion} · `,
    approverPart(context),
    " · ",
    { formula: CHECKS_VERDICT, text: context.checksVerdict },
  ];
}

function approverPart(context: RunContext): Part {
  const formula = `IF(${IS_APPROVED},"Approved by "&${APPROVER}&" on "&${dateText(APPROVED_ON)},"No approver yet")`;
  const { approvedBy, approvedOn } = context.run;
  return {
    formula,
    text: isApproved(context) ? `Approved by ${approvedBy} on ${approvedOn}` : "No approver yet",
  };
}

/** The address of Cover's status cell, for other sheets. */
export const STAMP_CELL: string = cellAt(COVER, COVER_FACTS.stamp, 1);
