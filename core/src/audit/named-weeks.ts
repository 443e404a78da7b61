/** Weeks that an event of the brief already names: the model gives them an effect of their own. */

import type { MediaHistory } from "../data/media-history.ts";
import type { AuditRules } from "./rules.ts";

/**
 * Which weeks a short event covers.
 *
 * @returns [week] true where an event of at most `eventWeeksMax` weeks is on; a step over half a year names no week.
 */
export function namedWeeks({ events, weeks }: MediaHistory, rules: AuditRules): boolean[] {
  const short = events.filter(
    ({ values }) => values.filter((value) => value !== 0).length <= rules.eventWeeksMax,
  );
  return weeks.map((_, week) => short.some(({ values }) => values[week] !== 0));
}
