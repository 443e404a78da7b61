/** Whether a channel's contribution is the work of one single week. */

import type { AttributeRules } from "./rules.ts";

/** The week that decides. */
export interface OneWeek {
  /** ISO date. */
  readonly week: string;
  /** Of the contribution, a fraction. */
  readonly share: number;
}

/**
 * The week in which most of a contribution falls.
 *
 * @param weeks - [week] ISO dates.
 * @param effect - [week] mean effect of the channel, at least 0.
 * @param rules - the share from which one week decides.
 * @returns null where no week has that share: e.g. 100 weeks alike have 1 % each. What such a week shows is one
 *   observation, however narrow the interval: whatever else happened in it is credited to the channel.
 */
export function oneWeekOf(
  weeks: readonly string[],
  effect: Float64Array,
  rules: Pick<AttributeRules, "oneWeekShare">,
): OneWeek | null {
  const total = effect.reduce((sum, value) => sum + value, 0);
  const largest = effect.reduce((best, value, week) => (value > effect[best] ? week : best), 0);
  const share = effect[largest] / total;
  return share >= rules.oneWeekShare ? { week: weeks[largest], share } : null;
}
