/** Weeks in which the KPI is far from its mean (B-16, X-17). */

import type { Finding } from "../../data/finding.ts";
import { counted, listed } from "../../data/wording.ts";
import { type AuditView, judged } from "../audit-view.ts";

/** One warning with each week's z score; weeks are never dropped. */
export function checkKpiOutliers(view: AuditView): Finding[] {
  const { kpiOutliers, kpiRobustOutlierWeeks } = view.facts;
  if (kpiOutliers.length === 0) return [];
  const weeks = listed(kpiOutliers.map(({ week, z }) => `${week} (z ${z.toFixed(2)})`));
  return [
    judged(
      view,
      "warn",
      "B-16",
      `The KPI is exceptional in ${counted(kpiOutliers.length, "week")}: ${weeks}. By the robust measure it is so in ${kpiRobustOutlierWeeks}.`,
      "Find out what happened and name it as an event in the brief; no week is dropped.",
    ),
  ];
}
