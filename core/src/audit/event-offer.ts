/** The line of the brief that names an event: what the audit offers instead of dropping a week. */

import type { EventShape } from "../data/brief.ts";

export interface OfferedEvent {
  readonly name: string;
  /** ISO date. */
  readonly start: string;
  readonly shape: EventShape;
}

/**
 * What to paste into the brief.
 *
 * @param events - one or more; names without signs that YAML reads as its own.
 * @returns e.g. `events: [{ name: Sale, start: 2024-07-01, shape: pulse }]` in quotes, and what to do where the brief has
 * a list of events already.
 */
export function eventOffer(events: readonly OfferedEvent[]): string {
  const entries = events.map(
    ({ name, start, shape }) => `{ name: ${name}, start: ${start}, shape: ${shape} }`,
  );
  return `"events: [${entries.join(", ")}]" (where the brief has events already, add what is between the brackets)`;
}

/** An event of one exceptional week. */
export function weekEvent(week: string): OfferedEvent {
  return { name: `Week of ${week}`, start: week, shape: "pulse" };
}
