/** A KPI that is a channel's own spend in another form (IN-51, D-04). */

import type { Finding } from "../../data/finding.ts";
import { correlation } from "../../numerics/moments.ts";
import { type AuditView, judged } from "../audit-view.ts";

/** Share of the KPI's variance that a straight line in the spend leaves, below which the KPI is that spend. */
const RESIDUE = 1e-6; // rounding of cents in figures of a million leaves this much

/** Share of the KPI's variance that a straight line in the channel's spend leaves. */
export function unexplainedBy(spend: Float64Array, kpi: Float64Array): number {
  return 1 - correlation(spend, kpi) ** 2;
}

/** True where the KPI follows from the spend by a straight line. */
export function isIncluded(spend: Float64Array, kpi: Float64Array): boolean {
  return unexplainedBy(spend, kpi) < RESIDUE;
}

/** A stop per such channel: a model would explain the KPI by itself. */
export function checkInclusion(view: AuditView): Finding[] {
  const { channels, kpi } = view.history;
  return channels
    .filter(({ spend }) => isIncluded(spend, kpi.values))
    .map(({ name }) =>
      judged(
        view,
        "stop",
        "IN-51",
        `The KPI ${kpi.name} follows from the spend of ${name} by a straight line: it seems to contain it.`,
        "Take that spend out of the KPI, or the channel out of the brief.",
      ),
    );
}
