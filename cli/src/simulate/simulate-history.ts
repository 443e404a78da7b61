/** A weekly history of a made-up brand whose truth is known. */

import { type Cell, createRandom, type Random, type Table } from "@mmm/core";
import { type Baseline, simulateBaseline } from "./baseline.ts";
import { type ChannelTemplate, channelTemplates } from "./channel-templates.ts";
import { type EffectCurve, reachedShare } from "./media-effect.ts";
import { simulateSpend } from "./spend-patterns.ts";

export interface SimulationOptions {
  readonly weeks: number;
  readonly channels: number;
  readonly seed: number;
  /** Standard deviation of the weekly noise as a fraction of the mean KPI. */
  readonly noise: number;
  /** Log spend per standard deviation of demand, for the channels that follow it; 0 for none, 0.3 is strong. */
  readonly confounding: number;
  /** Chance of a week being dark, in [0, 1), on top of each channel's own pattern. */
  readonly zeroWeeks: number;
  /** ISO date of the first Monday. */
  readonly startDate: string;
}

/** Three years of six channels with 4 % noise, nothing else in the way. */
export const DEFAULT_SIMULATION: SimulationOptions = {
  weeks: 156,
  channels: 6,
  seed: 1,
  noise: 0.04,
  confounding: 0,
  zeroWeeks: 0,
  startDate: "2023-01-02",
};

export interface ChannelTruth extends EffectCurve {
  readonly name: string;
  readonly group: string;
  /** Currency over the window. */
  readonly spend: number;
  /** Incremental KPI over the window. */
  readonly contribution: number;
  /** contribution / spend. */
  readonly roas: number;
  /** contribution / KPI. */
  readonly share: number;
}

export interface SimulationTruth {
  readonly options: SimulationOptions;
  readonly channels: readonly ChannelTruth[];
  /** KPI over the window that is not media, and its share. */
  readonly baseline: { readonly total: number; readonly share: number };
  readonly media: { readonly total: number; readonly share: number };
  /** Standard deviation of the weekly noise, currency. */
  readonly noise: number;
  readonly kpi: number;
}

interface SimulatedChannel {
  readonly template: ChannelTemplate;
  readonly spend: Float64Array;
  readonly curve: EffectCurve;
  /** [week] currency. */
  readonly effect: Float64Array;
  readonly impressions: Float64Array | null;
}

/** Mean of the log-normal-free variation: truths differ from seed to seed by about a sixth. */
const TRUTH_SPREAD = 0.15;

/**
 * Simulates a weekly table (wide: one row per Monday) and what is true of it.
 *
 * @param options - all of them; start from `DEFAULT_SIMULATION`.
 * @returns columns date, revenue, spend and impressions per channel, promo_depth, holiday; and the truth.
 * @throws RangeError when an option is out of range.
 */
export function simulateHistory(options: SimulationOptions): {
  readonly table: Table;
  readonly truth: SimulationTruth;
} {
  assertOptions(options);
  const baseline = simulateBaseline(options.weeks, options.startDate, createRandom(options.seed, 0));
  const noise = noiseOf(baseline, options);
  const demand = standardized(baseline.sales.map((sales, week) => sales + noise.series[week]));
  const templates = channelTemplates(options.channels);
  const mediaShare = templates.reduce((sum, { share }) => sum + share, 0);
  const level = mean(baseline.sales) / (1 - Math.min(mediaShare, 0.6));
  const channels = templates.map((template, index) =>
    simulateChannel(template, { ...options, demand, level }, createRandom(options.seed, 2 + index)),
  );
  const kpi = baseline.sales.map((sales, week) =>
    Math.round(channels.reduce((sum, { effect }) => sum + effect[week], sales + noise.series[week])),
  );
  return {
    table: toTable(baseline, channels, kpi),
    truth: truthOf(options, baseline, channels, kpi, noise.sd),
  };
}

function assertOptions({ weeks, noise, confounding, zeroWeeks }: SimulationOptions): void {
  if (!Number.isInteger(weeks) || weeks < 2)
    throw new RangeError(`weeks must be a whole number of at least 2, not ${weeks}`);
  if (!(noise >= 0 && noise < 1)) throw new RangeError(`noise must be in [0, 1), not ${noise}`);
  if (!(confounding >= 0 && confounding <= 1))
    throw new RangeError(`confounding must be in [0, 1], not ${confounding}`);
  if (!(zeroWeeks >= 0 && zeroWeeks < 1))
    throw new RangeError(`zeroWeeks must be in [0, 1), not ${zeroWeeks}`);
}

function noiseOf(
  baseline: Baseline,
  options: SimulationOptions,
): { readonly series: Float64Array; readonly sd: number } {
  const random = createRandom(options.seed, 1);
  const sd = options.noise * mean(baseline.sales);
  return { series: baseline.sales.map(() => sd * random.normal()), sd };
}

function simulateChannel(
  template: ChannelTemplate,
  options: SimulationOptions & { readonly demand: Float64Array; readonly level: number },
  random: Random,
): SimulatedChannel {
  const vary = (value: number): number => value * Math.exp(TRUTH_SPREAD * random.normal());
  const share = vary(template.share);
  const shape = { retention: Math.min(0.9, vary(template.retention)), slope: vary(template.slope) };
  const halfShare = vary(template.halfSaturation);
  const spend = simulateSpend(template, options, random);
  const largest = spend.reduce((most, week) => Math.max(most, week), 0);
  const curve = { ...shape, halfSaturation: Math.max(1, halfShare * largest) };
  const reached = reachedShare(spend, curve);
  const ceiling = largest > 0 ? (share * options.level) / mean(reached) : 0;
  const { costPerThousand } = template;
  return {
    template,
    spend,
    curve,
    effect: reached.map((h) => ceiling * h),
    impressions:
      costPerThousand === null
        ? null
        : spend.map((week) => Math.round((1000 * week * Math.exp(0.05 * random.normal())) / costPerThousand)),
  };
}

function toTable(baseline: Baseline, channels: readonly SimulatedChannel[], kpi: Float64Array): Table {
  const header: Cell[] = ["date", "revenue"];
  for (const { template, impressions } of channels) {
    header.push(`${template.name} spend`);
    if (impressions !== null) header.push(`${template.name} impressions`);
  }
  header.push("promo_depth", "holiday");
  const rows = baseline.weeks.map((date, week) => {
    const row: Cell[] = [date, kpi[week]];
    for (const { spend, impressions } of channels) {
      row.push(spend[week]);
      if (impressions !== null) row.push(impressions[week]);
    }
    row.push(baseline.promo[week], baseline.holiday[week]);
    return row;
  });
  return { file: "simulated.csv", sheet: null, rows: [header, ...rows] };
}

function truthOf(
  options: SimulationOptions,
  baseline: Baseline,
  channels: readonly SimulatedChannel[],
  kpi: Float64Array,
  noise: number,
): SimulationTruth {
  const total = sum(kpi);
  const media = channels.reduce((all, { effect }) => all + sum(effect), 0);
  const base = sum(baseline.sales);
  return {
    options,
    channels: channels.map(({ template, spend, curve, effect }) => ({
      name: template.name,
      group: template.group,
      spend: sum(spend),
      contribution: sum(effect),
      roas: sum(effect) / sum(spend),
      share: sum(effect) / total,
      ...curve,
    })),
    baseline: { total: base, share: base / total },
    media: { total: media, share: media / total },
    noise,
    kpi: total,
  };
}

function sum(series: Float64Array): number {
  return series.reduce((all, value) => all + value, 0);
}

function mean(series: Float64Array): number {
  return sum(series) / series.length;
}

/** In standard deviations from the mean; 0 for a constant series. */
function standardized(series: Float64Array): Float64Array {
  const center = mean(series);
  const sd = Math.sqrt(mean(series.map((value) => (value - center) ** 2)));
  return series.map((value) => (sd > 0 ? (value - center) / sd : 0));
}
