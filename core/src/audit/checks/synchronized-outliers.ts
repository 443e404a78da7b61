/** Weeks in which KPI and spend jump together: the model would credit the spend with all of it (B-17, IN-58). */

import type { Finding } from "../../data/finding.ts";
import { type AuditView, judged } from "../audit-view.ts";
import { eventOffer, weekEvent } from "../event-offer.ts";
import { namedWeeks } from "../named-weeks.ts";

/** One proposal of an event per week, unless an event names the week already. */
export function checkSynchronized(view: AuditView): Finding[] {
  const { history, facts, rules } = view;
  const named = namedWeeks(history, rules);
  const open = history.weeks.filter((_, week) => !named[week]);
  return open.flatMap((week) => {
    const jumps = facts.synchronized.filter((jump) => jump.week === week);
    if (jumps.length === 0) return [];
    const spends = jumps.map(({ column, spendZ }) => `${column} (z ${spendZ.toFixed(1)})`).join(" and ");
    return [
      judged(
        view,
        "warn",
        "IN-58",
        `In the week of ${week} the KPI (z ${(jumps[0]?.kpiZ ?? 0).toFixed(1)}) and the spend of ${spends} jump together.`,
        `If a sale or launch stood behind both, add it to the brief: ${eventOffer([weekEvent(week)])}.`,
      ),
    ];
  });
}
