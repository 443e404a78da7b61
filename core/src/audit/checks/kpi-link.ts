/** Channels whose spend does not move with the KPI at all (B-18). */

import type { Finding } from "../../data/finding.ts";
import { listed } from "../../data/wording.ts";
import { type AuditView, judged } from "../audit-view.ts";

/** One warning that names them all. */
export function checkKpiLink(view: AuditView): Finding[] {
  const { facts, rules } = view;
  const low = facts.channels.filter(
    ({ kpiCorrelation }) => Math.abs(kpiCorrelation) < rules.kpiCorrelationLow,
  );
  if (low.length === 0) return [];
  const named = listed(low.map(({ name, kpiCorrelation }) => `${name} (r ${kpiCorrelation.toFixed(2)})`));
  return [
    judged(
      view,
      "warn",
      "B-18",
      `Spend does not move with the KPI week by week: ${named}. The data may say little about these effects.`,
      "Plan a test (a pause or a regional holdout) for the largest of them.",
    ),
  ];
}
