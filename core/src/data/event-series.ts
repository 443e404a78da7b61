/** Events as weekly series: from 0/1 columns or from dates. */

import type { EventBrief } from "./brief.ts";
import { daysFromIso } from "./calendar.ts";

const WEEK = 7;

/**
 * The weekly series of an event given by its dates.
 *
 * @param event - start and end as ISO dates; without an end a pulse lasts one day, a step goes on, a ramp takes one week.
 * @param starts - [week] day number of each week's first day.
 * @returns [week] 0 to 1: a pulse is 1 in every week that it touches, a step is 1 from its first week to its end,
 * a ramp rises evenly from its start to its end and stays at 1. E.g. a ramp over 4 weeks is .25, .5, .75, 1, 1 …
 */
export function eventFromDates(event: EventBrief, starts: readonly number[]): Float64Array {
  const start = daysFromIso(event.start ?? "") ?? Number.POSITIVE_INFINITY;
  const end = event.end === null ? null : daysFromIso(event.end);
  return Float64Array.from(starts, (first) => {
    const last = first + WEEK - 1;
    if (event.shape === "ramp") return rampAt(last, start, end ?? start + WEEK - 1);
    const until = end ?? (event.shape === "step" ? Number.POSITIVE_INFINITY : start);
    return last >= start && first <= until ? 1 : 0;
  });
}

/** Share of the ramp's days that are over by the end of a day. */
function rampAt(day: number, start: number, end: number): number {
  return Math.max(0, Math.min(1, (day - start + 1) / (end - start + 1)));
}
