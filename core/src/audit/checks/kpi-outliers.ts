/** Weeks in which the KPI is far from its mean (B-16, X-17). */

import type { Finding } from "../../data/finding.ts";
import { counted, listed } from "../../data/wording.ts";
import { type AuditView, judged } from "../audit-view.ts";
import { eventOffer, weekEvent } from "../event-offer.ts";
import { namedWeeks } from "../named-weeks.ts";

/** One warning with each week's z score and the events that would name them, but for weeks that an event names already. */
export function checkKpiOutliers(view: AuditView): Finding[] {
  const { history, facts, rules } = view;
  const named = namedWeeks(history, rules);
  const open = facts.kpiOutliers.filter(({ week }) => !named[history.weeks.indexOf(week)]);
  if (open.length === 0) return [];
  const weeks = listed(open.map(({ week, z }) => `${week} (z ${z.toFixed(2)})`));
  return [
    judged(
      view,
      "warn",
      "B-16",
      `The KPI is exceptional in ${counted(open.length, "week")}: ${weeks}. By the robust measure it is so in ${facts.kpiRobustOutlierWeeks}.`,
      remedyFor(
        open.map(({ week }) => week).filter((week) => !facts.synchronized.some((jump) => jump.week === week)),
      ),
    ),
  ];
}

/** Weeks in which spend jumps too have an offer of their own (IN-58). */
function remedyFor(weeks: readonly string[]): string {
  const kept = "no week is dropped";
  if (weeks.length === 0) return `Find out what happened; IN-58 has the event to add, and ${kept}.`;
  const offer = eventOffer([...weeks].sort().map(weekEvent));
  return `Find out what happened and name it as an event in the brief: ${offer}; ${kept}.`;
}
