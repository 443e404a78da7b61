/** The channel whose number is least certain for the money in it: where a test tells most. */

import type { ReportContext } from "../report-context.ts";

/**
 * The name of the channel with the widest relative interval weighed by its spend; null without channels.
 *
 * Width is (high − low) / mean of the contribution: e.g. 10 ± 8 at a spend of 100 outweighs 10 ± 2 at 300.
 */
export function leastCertain({ results }: ReportContext): string | null {
  const weight = ({ contribution, spend }: (typeof results.attribution.channels)[number]): number =>
    contribution.mean > 0 ? ((contribution.hi - contribution.lo) / contribution.mean) * spend : 0;
  const [first] = [...results.attribution.channels].sort((one, other) => weight(other) - weight(one));
  return first?.name ?? null;
}
