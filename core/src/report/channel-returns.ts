/** The numbers that the ROI sheet's formulas compute, channel by channel, from the same cells. */

import type { ChannelAttribution } from "../attribute/attribution.ts";
import type { Interval } from "../numerics/interval.ts";
import type { ReportContext } from "./report-context.ts";
import { sumOf, sumProduct } from "./sums.ts";

export interface ChannelReturn {
  readonly channel: ChannelAttribution;
  readonly spend: number;
  readonly spendShare: number;
  /** Incremental KPI over the window. */
  readonly kpi: Interval;
  /** Incremental revenue over the window: the KPI itself for money; NaN without a money value. */
  readonly revenue: Interval;
  /** Share of all incremental value, from the means. */
  readonly effectShare: number;
  /** Revenue / spend; NaN where nothing was spent. */
  readonly roas: Interval;
  /** Spend / incremental KPI: a high contribution is a low cost. */
  readonly cpik: Interval;
}

export interface Returns {
  readonly channels: readonly ChannelReturn[];
  readonly spend: number;
  readonly kpi: Interval;
  readonly revenue: Interval;
  readonly roas: Interval;
  readonly cpik: Interval;
}

const NOTHING: Interval = { mean: Number.NaN, lo: Number.NaN, hi: Number.NaN };

/** All channels' returns and the total over media. */
export function mediaReturns(context: ReportContext): Returns {
  const { attribution } = context.results;
  const parts = attribution.channels.map((channel, index) => partOf(context, channel, index));
  const spend = sumOf(parts.map((part) => part.spend));
  const value = (part: Part): number => (context.shows === "money" ? part.revenue.mean : part.kpi.mean);
  const allValue = sumOf(parts.map(value));
  const kpi = { ...attribution.media.total, mean: sumOf(parts.map((part) => part.kpi.mean)) };
  const revenue = mediaRevenue(context, parts, spend);
  return {
    channels: parts.map((part) => ({
      ...part,
      spendShare: part.spend / spend,
      effectShare: value(part) / allValue,
      roas: dividedBy(part.revenue, part.spend),
      cpik: costOf(part.spend, part.kpi),
    })),
    spend,
    kpi,
    revenue,
    roas: dividedBy(revenue, spend),
    cpik: costOf(spend, kpi),
  };
}

type Part = Pick<ChannelReturn, "channel" | "spend" | "kpi" | "revenue">;

function partOf(context: ReportContext, channel: ChannelAttribution, index: number): Part {
  const own = context.history.channels[index];
  if (own === undefined || own.name !== channel.name) {
    throw new RangeError(
      `channel ${index} is ${own?.name} in the history but ${channel.name} in the attribution`,
    );
  }
  const spend = sumOf(own.spend);
  const kpi = { ...channel.contribution, mean: sumOf(channel.weekly.mean) };
  return { channel, spend, kpi, revenue: revenueOf(context, channel, kpi, spend) };
}

function revenueOf(
  context: ReportContext,
  channel: ChannelAttribution,
  kpi: Interval,
  spend: number,
): Interval {
  const { revenuePerKpi } = context.history.kpi;
  if (context.shows !== "money" || revenuePerKpi === null) return NOTHING;
  if (!context.weighted) return kpi;
  return revenueFromRoas(channel.roas, spend, sumProduct(channel.weekly.mean, revenuePerKpi));
}

function mediaRevenue(context: ReportContext, parts: readonly Part[], spend: number): Interval {
  const { media } = context.results.attribution;
  if (context.shows !== "money") return NOTHING;
  const mean = sumOf(parts.map((part) => part.revenue.mean));
  return context.weighted ? revenueFromRoas(media.roas, spend, mean) : { ...media.total, mean };
}

/** ROAS · spend restores the interval of revenue, since spend is the same in every draw. */
function revenueFromRoas(roas: Interval | null, spend: number, mean: number): Interval {
  return roas === null ? { ...NOTHING, mean } : { mean, lo: roas.lo * spend, hi: roas.hi * spend };
}

function dividedBy({ mean, lo, hi }: Interval, spend: number): Interval {
  return spend > 0 ? { mean: mean / spend, lo: lo / spend, hi: hi / spend } : NOTHING;
}

function costOf(spend: number, kpi: Interval): Interval {
  return { mean: spend / kpi.mean, lo: spend / kpi.hi, hi: spend / kpi.lo };
}
