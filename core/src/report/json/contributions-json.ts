/** mmm_channel_contributions.json: what each channel and the baseline brought in (C-19). */

import type { AlikePair } from "../../attribute/attribution.ts";
import type { Interval } from "../../numerics/interval.ts";
import type { DefenseResults } from "../defense-results.ts";
import { type ChannelJson, channelJson } from "./channel-json.ts";
import { type ContractHead, contractHead } from "./contract-head.ts";
import { showsEstimates } from "./shows-estimates.ts";

export interface ContributionsJson extends ContractHead {
  readonly intervalLevel: number;
  readonly kpi: {
    readonly name: string;
    readonly kind: string;
    readonly currency: string;
    readonly observedTotal: number;
  };
  readonly channels: readonly ChannelJson[];
  /** Pairs whose division the data leave open, with what they brought together; null where the tier carries no estimates. */
  readonly alike: readonly AlikePair[] | null;
  readonly baseline: Interval | null;
  readonly media: {
    readonly total: Interval;
    readonly share: Interval;
    readonly roas: Interval | null;
  } | null;
  /** (Σ fitted − Σ observed) / Σ observed. */
  readonly gapShare: number;
  /** [week] means: baseline + channels = fitted; null where the tier carries no estimates. */
  readonly weekly: {
    readonly weeks: readonly string[];
    readonly observed: readonly number[];
    readonly fitted: readonly number[];
    readonly baseline: readonly number[];
    readonly channels: Readonly<Record<string, readonly number[]>>;
  } | null;
}

/** The contributions contract of a run. */
export function contributionsJson(results: DefenseResults): ContributionsJson {
  const { run, history, attribution } = results;
  const shown = showsEstimates(run.tier);
  const { name, kind } = history.kpi;
  return {
    ...contractHead(run),
    intervalLevel: attribution.level,
    kpi: {
      name,
      kind,
      currency: history.currency,
      observedTotal: attribution.observed.reduce((sum, week) => sum + week, 0),
    },
    channels: attribution.channels.map((channel) => channelJson(channel, run)),
    alike: shown ? attribution.alike : null,
    baseline: shown ? attribution.baseline.total : null,
    media: shown ? attribution.media : null,
    gapShare: attribution.gapShare,
    weekly: shown ? weeklyOf(results) : null,
  };
}

function weeklyOf({ history, attribution }: DefenseResults): ContributionsJson["weekly"] {
  return {
    weeks: history.weeks,
    observed: Array.from(attribution.observed),
    fitted: Array.from(attribution.fitted.mean),
    baseline: Array.from(attribution.baseline.weekly.mean),
    channels: Object.fromEntries(
      attribution.channels.map(({ name, weekly }) => [name, Array.from(weekly.mean)]),
    ),
  };
}
