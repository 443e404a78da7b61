/** What a brief sets otherwise in the methodology: the change is a row's value, so that version and sheet show it. */

import type { Brief } from "../data/brief.ts";

/**
 * The rows that a brief changes.
 *
 * @returns row key → value, for `methodology`; e.g. `baseline: {trendKnots: 4}` gives `{"model.trendKnots": 4}`.
 */
export function briefChanges({ baseline }: Brief): Record<string, number> {
  const { trendKnots, quarterlyPairs } = baseline;
  return {
    ...(trendKnots === null ? {} : { "model.trendKnots": trendKnots }),
    ...(quarterlyPairs === null ? {} : { "model.quarterlyPairs": quarterlyPairs }),
  };
}
