/** Methodology rows of the audit room. */

import type { AuditRules } from "../../audit/rules.ts";
import type { RowsOf } from "../methodology-row.ts";
import { AUDIT_CHECK_ROWS } from "./audit-check-rows.ts";
import { AUDIT_COST_ROWS } from "./audit-cost-rows.ts";
import { AUDIT_SCORE_ROWS } from "./audit-score-rows.ts";

export const AUDIT_ROWS: RowsOf<AuditRules> = {
  ...AUDIT_SCORE_ROWS,
  ...AUDIT_CHECK_ROWS,
  ...AUDIT_COST_ROWS,
};
