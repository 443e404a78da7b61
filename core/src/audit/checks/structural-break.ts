/** A lasting shift of the KPI's level (IN-59): a choice of step or shorter table, a warning headless (decisions §5). */

import type { Finding } from "../../data/finding.ts";
import { plainNumber } from "../../data/wording.ts";
import { type AuditView, judged } from "../audit-view.ts";
import { eventOffer } from "../event-offer.ts";
import { levelShift } from "../level-shift.ts";

/**
 * One warning at the likeliest week, when the shift is both unlikely by chance and large, with the step that would explain
 * it. Events of the brief are taken for known, so that a step once taken is not offered again.
 */
export function checkStructuralBreak(view: AuditView): Finding[] {
  const { history, facts, rules } = view;
  if (facts.weeks < rules.breakWeeksMin) return [];
  const shift = levelShift(
    history.kpi.values,
    rules.breakTrim,
    history.events.map(({ values }) => values),
  );
  if (shift === null || shift.statistic < rules.breakStatistic) return [];
  if (Math.abs(shift.shift) < rules.breakShift * Math.abs(facts.kpi.mean)) return [];
  const next = history.weeks[shift.week + 1] ?? "";
  const step = { name: `Level shift ${next}`, start: next, shape: "step" } as const;
  return [
    judged(
      view,
      "warn",
      "IN-59",
      `The KPI's level ${shift.shift > 0 ? "rises" : "falls"} by about ${plainNumber(Math.abs(shift.shift))} from the week of ${next} on, beyond trend and season.`,
      `If something changed for good, add it to the brief: ${eventOffer([step])}; or, if what was before no longer counts, leave the weeks before ${next} out of the table.`,
    ),
  ];
}
