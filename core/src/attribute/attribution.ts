/** What the KPI came from: per channel and week, from every draw. */

import type { ChannelGroup } from "../data/brief.ts";
import type { Curve } from "../model/curve.ts";
import type { Adstock, Saturation } from "../model/media-mix-model.ts";
import type { Interval } from "../numerics/interval.ts";
import type { OneWeek } from "./one-week.ts";

/** [week] mean and equal-tailed interval over draws. */
export interface WeeklyInterval {
  readonly mean: Float64Array;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
}

/** Steady-state response: the same spend every week, from 0 to the largest weekly spend observed (decisions §2). */
export interface ResponseCurve {
  /** [point] currency per week. */
  readonly spend: Float64Array;
  /** [point] incremental value per week: money where the KPI has a money value, else KPI units. */
  readonly value: WeeklyInterval;
  /** [point] mean slope of the curve: value per unit of spend. */
  readonly marginal: Float64Array;
}

/** The parameters of one channel's steady-state response, draw by draw: value = ceiling · curve(weekly spend). */
export interface ChannelResponse {
  readonly name: string;
  readonly group: ChannelGroup;
  readonly curve: Curve;
  /** [draw] value per week where the curve is 1: at full saturation, where there is one. */
  readonly ceiling: Float64Array;
  /** [draw] currency per week: where Hill and logistic are one half, where a power is 1. */
  readonly scale: Float64Array;
  /** [draw] the Hill slope or the power's exponent; 1 where the curve has none. */
  readonly steepness: Float64Array;
  /** Currency per week. */
  readonly observedMax: number;
  /** Mean weekly spend of the report window (last 13 weeks). */
  readonly currentWeekly: number;
}

export type Learned = "data" | "mixed" | "prior";

export interface ChannelAttribution {
  readonly name: string;
  readonly group: ChannelGroup;
  /** Currency over the whole window. */
  readonly spend: number;
  /** Incremental KPI over the whole window. */
  readonly contribution: Interval;
  /** Contribution / observed KPI, a fraction. */
  readonly share: Interval;
  /** Incremental revenue / spend; null without a money value or where the tier forbids it, with the reason. */
  readonly roas: Interval | null;
  /** Spend / incremental KPI: `mean` is the value at the mean contribution (E[1/x] of a near-zero x is no summary); lo and hi from draws. */
  readonly cpik: Interval | null;
  /** Slope of the response curve at the current weekly spend. */
  readonly marginalRoas: Interval | null;
  /** Draws of ROAS above the break-even (1 / margin, else 1), a fraction; null with roas. */
  readonly probabilityAboveBreakEven: number | null;
  /** 1 = largest ROAS; probability of that rank over draws (for the directional tier, D-02). */
  readonly rank: number;
  readonly rankProbability: number;
  /** What was chosen for the channel, in the brief's words. */
  readonly adstock: Adstock["kind"];
  readonly saturation: Saturation["kind"];
  /** Null where the family has no such parameter, as below. */
  readonly retention: Interval | null;
  /** Currency per week on the carried series. */
  readonly halfSaturation: Interval | null;
  readonly slope: Interval | null;
  /** Of a power. */
  readonly exponent: Interval | null;
  /** 1 − SS(residual) / SS(residual + the channel's contribution). */
  readonly curveR2: number;
  readonly learned: Learned;
  /** 1 − posterior variance of the contribution's N(0,1) prior coordinate. */
  readonly learnedShare: number;
  /** The interval that the prior alone gives for ROAS (or for 1/CPIK without a money value). */
  readonly priorRoas: Interval | null;
  /** The week in which most of the contribution falls; null where no week decides it. */
  readonly oneWeek: OneWeek | null;
  readonly weekly: WeeklyInterval;
  readonly curve: ResponseCurve;
  /** Steady-state contribution of the mean spend minus the reported contribution, KPI over the window (peers §3 pain 15). */
  readonly flightingEffect: Interval;
  /** Whole weeks until 90 % of a week's effect has landed, from the median retention. */
  readonly weeksToNinety: number;
  readonly reason: string | null;
}

/** Several channels as one, from draws of their sum. */
export interface MediaTotal {
  /** Currency over the window. */
  readonly spend: number;
  /** Incremental KPI over the window. */
  readonly total: Interval;
  /** Of the observed KPI, a fraction. */
  readonly share: Interval;
  readonly roas: Interval | null;
}

export interface GroupTotal extends MediaTotal {
  readonly group: ChannelGroup;
}

/** Two channels whose division the data leave open. */
export interface AlikePair {
  readonly first: string;
  readonly second: string;
  /** Pearson's, of weekly spend. */
  readonly correlation: number;
  /** What both brought over the window: money where the KPI has a money value, else KPI units. */
  readonly together: Interval;
  /** The first's part of it, a fraction. */
  readonly firstShare: Interval;
  /** The same before any data. */
  readonly priorFirstShare: Interval;
  /** What the division rests on: "mixed" or "prior". */
  readonly learned: Learned;
}

export interface Attribution {
  /** Probability inside every interval here. */
  readonly level: number;
  readonly channels: readonly ChannelAttribution[];
  /** All that is not media: intercept, trend, seasons, controls, events; KPI over the window. */
  readonly baseline: { readonly total: Interval; readonly weekly: WeeklyInterval };
  /** All channels together. */
  readonly media: MediaTotal;
  /** Channels of one group together, in the order in which groups first appear. */
  readonly groups: readonly GroupTotal[];
  /** Pairs that rose and fell together and whose division the data leave open. */
  readonly alike: readonly AlikePair[];
  /** [week] expected KPI and its interval, and the 90 % interval of the KPI itself (noise included). */
  readonly fitted: WeeklyInterval;
  readonly predictive: WeeklyInterval;
  readonly observed: Float64Array;
  /** (Σ fitted − Σ observed) / Σ observed, a fraction; the check is |gap| ≤ 2 % (C-18). */
  readonly gapShare: number;
  /** Draw-level responses, in the channels' order, for allocation and scenarios. */
  readonly responses: readonly ChannelResponse[];
  /** What `ChannelResponse` and `ResponseCurve` values are in. */
  readonly valueUnit: "money" | "kpi";
}
