/** Weeks in which KPI and spend jump together: the model would credit the spend with all of it (B-17, IN-58). */

import type { Finding } from "../../data/finding.ts";
import { type AuditView, judged } from "../audit-view.ts";
import { namedWeeks } from "../named-weeks.ts";

/** One proposal of an event per week and channel, unless an event names the week already. */
export function checkSynchronized(view: AuditView): Finding[] {
  const named = namedWeeks(view.history, view.rules);
  const open = view.facts.synchronized.filter(({ week }) => !named[view.history.weeks.indexOf(week)]);
  return open.map(({ week, column, kpiZ, spendZ }) =>
    judged(
      view,
      "warn",
      "IN-58",
      `In the week of ${week} the KPI (z ${kpiZ.toFixed(1)}) and the spend of ${column} (z ${spendZ.toFixed(1)}) jump together.`,
      `If a sale or launch stood behind both, add it to the brief: "events: [{ name: ..., start: ${week} }]".`,
    ),
  );
}
