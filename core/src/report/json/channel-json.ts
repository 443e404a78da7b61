/** One channel's estimates as JSON: amounts where the tier allows them, else its rank alone. */

import type { ChannelAttribution, Learned } from "../../attribute/attribution.ts";
import type { OneWeek } from "../../attribute/one-week.ts";
import type { ChannelGroup } from "../../data/brief.ts";
import type { RunRecord } from "../../govern/run-record.ts";
import type { Interval } from "../../numerics/interval.ts";
import { showsEstimates } from "./shows-estimates.ts";

export interface ChannelJson {
  readonly name: string;
  readonly group: ChannelGroup;
  /** Currency over the window. */
  readonly spend: number;
  /** KPI units over the window; null, like all amounts below, where the tier only orders channels. */
  readonly contribution: Interval | null;
  readonly share: Interval | null;
  readonly roas: Interval | null;
  readonly cpik: Interval | null;
  readonly marginalRoas: Interval | null;
  readonly retention: Interval | null;
  readonly halfSaturation: Interval | null;
  readonly slope: Interval | null;
  readonly exponent: Interval | null;
  readonly adstock: ChannelAttribution["adstock"];
  readonly saturation: ChannelAttribution["saturation"];
  readonly curveR2: number | null;
  readonly learned: Learned;
  /** The week in which most of the contribution falls, and its share; null where no week decides it. */
  readonly oneWeek: OneWeek | null;
  readonly rank: number;
  readonly rankProbability: number;
  readonly reason?: string;
}

/** A channel of `fit --json`, every interval at the run's level. */
export function channelJson(channel: ChannelAttribution, run: Pick<RunRecord, "tier">): ChannelJson {
  const { name, group, spend, adstock, saturation, learned, oneWeek, rank, rankProbability, reason } =
    channel;
  const head = { name, group, spend, adstock, saturation };
  const tail = { learned, oneWeek, rank, rankProbability, ...(reason === null ? {} : { reason }) };
  if (!showsEstimates(run.tier)) return { ...head, ...NOTHING, ...tail };
  const { contribution, share, roas, cpik, marginalRoas } = channel;
  const { retention, halfSaturation, slope, exponent, curveR2 } = channel;
  return {
    ...head,
    contribution,
    share,
    roas,
    cpik,
    marginalRoas,
    retention,
    halfSaturation,
    slope,
    exponent,
    curveR2,
    ...tail,
  };
}

const NOTHING = {
  contribution: null,
  share: null,
  roas: null,
  cpik: null,
  marginalRoas: null,
  retention: null,
  halfSaturation: null,
  slope: null,
  exponent: null,
  curveR2: null,
} as const;
