/** Several channels as one: their contribution, share and ROAS added up in every draw, then summarized. */

import { type Interval, summarize } from "../numerics/interval.ts";
import type { MediaTotal } from "./attribution.ts";
import { roas } from "./return-on-spend.ts";
import type { ChannelSplit } from "./split-kpi.ts";

/** What is added up, and against what. */
export interface TotalInput {
  /** The channels that belong together; at least one. */
  readonly members: readonly ChannelSplit[];
  /** Currency over the window, of all members. */
  readonly spend: number;
  /** KPI over the window. */
  readonly observedTotal: number;
  readonly level: number;
  /** False where the KPI has no money value or the tier forbids it. */
  readonly showsRoas: boolean;
}

/**
 * The members' total, from draws of the total: adding up the ends of intervals would be wider than the truth.
 *
 * @returns e.g. two channels with draws (1, 3) and (3, 1) total 4 in every draw, so the interval is 4 to 4.
 */
export function mediaTotal({ members, spend, observedTotal, level, showsRoas }: TotalInput): MediaTotal {
  const contribution = added(members.map((member) => member.contribution));
  const value = added(members.map((member) => member.value));
  const summary = (values: Float64Array): Interval => summarize(values, level);
  return {
    spend,
    total: summary(contribution),
    share: summary(contribution.map((kpi) => kpi / observedTotal)),
    roas: showsRoas ? summary(roas(value, spend)) : null,
  };
}

/** [draw] sums over members. */
function added(series: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(series[0]?.length ?? 0);
  for (const values of series)
    values.forEach((value, draw) => {
      sums[draw] += value;
    });
  return sums;
}
