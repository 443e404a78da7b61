/** All checks, in the order in which they are read. */

import type { Finding } from "../data/finding.ts";
import type { AuditView } from "./audit-view.ts";
import { checkCollinearity } from "./checks/collinearity.ts";
import { checkExposure } from "./checks/exposure-drift.ts";
import { checkInclusion } from "./checks/inclusion.ts";
import { checkKpiLink } from "./checks/kpi-link.ts";
import { checkKpiOutliers } from "./checks/kpi-outliers.ts";
import { checkMediators } from "./checks/mediators.ts";
import { checkOrderValue } from "./checks/order-value.ts";
import { checkPlannedSpend } from "./checks/planned-spend.ts";
import { checkScaleJumps } from "./checks/scale-jump.ts";
import { checkSparsity } from "./checks/sparsity.ts";
import { checkSpendShares } from "./checks/spend-shares.ts";
import { checkStructuralBreak } from "./checks/structural-break.ts";
import { checkSynchronized } from "./checks/synchronized-outliers.ts";
import { checkThinData } from "./checks/thin-data.ts";

const CHECKS = [
  checkInclusion,
  checkOrderValue,
  checkSynchronized,
  checkKpiOutliers,
  checkStructuralBreak,
  checkScaleJumps,
  checkCollinearity,
  checkMediators,
  checkSparsity,
  checkKpiLink,
  checkSpendShares,
  checkPlannedSpend,
  checkExposure,
  checkThinData,
] as const;

/** What the checks found; an empty list is a clean table. */
export function auditFindings(view: AuditView): Finding[] {
  return CHECKS.flatMap((check) => check(view));
}
