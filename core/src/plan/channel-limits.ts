/** The user's limits per budget period as currency per week. */

import type { MediaHistory } from "../data/media-history.ts";
import type { ChannelLimits } from "../optimize/spend-limits.ts";

/**
 * What the brief allows each channel from the week after the data on.
 *
 * @param weeks - weeks in the budget period that `min` and `max` are stated for.
 * @returns [channel] e.g. a maximum of 26,090 a quarter of 13.045 weeks is 2,000 a week; a contract that ends after
 *   the last week of data locks the channel.
 */
export function channelLimits(history: MediaHistory, weeks: number): ChannelLimits[] {
  const lastWeek = history.weeks[history.weeks.length - 1];
  return history.channels.map(({ min, max, lockedUntil }) => ({
    min: min === null ? null : min / weeks,
    max: max === null ? null : max / weeks,
    // ISO dates compare as text
    locked: lockedUntil !== null && lockedUntil > lastWeek,
  }));
}
