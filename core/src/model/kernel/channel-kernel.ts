/** One channel in the log posterior: its priors, its weekly effect, and the way back to its gradient. */

import { exp, log1pExp } from "../../numerics/elementary.ts";
import { halfNormalAt } from "../../numerics/normal.ts";
import type { ModelChannel } from "../media-mix-model.ts";
import {
  EFFECT,
  fromLog,
  fromLogit,
  HALF_SATURATION,
  type LogitScale,
  logitScale,
  RETENTION,
  SLOPE,
} from "../parameters.ts";
import { carryNorm, carryOver, NORM, NORM_SLOPE } from "./carry-over.ts";
import { ANSWER, BEND, type ChannelSeries, channelSeries, DRAG, REACHED, saturate } from "./saturate.ts";

/** Below this mean the effect per unit of saturation overflows: such a curve is as good as flat zero. */
const NO_RESPONSE = 1e-150;

/** What `forward` leaves for `backward`. */
const COEFFICIENT = 0;
const RETENTION_VALUE = 1;
const SLOPE_VALUE = 2;
const EFFECT_SLOPE = 3;
const STATE_SIZE = 4;

/** One channel's priors and working room. */
export interface ChannelKernel {
  readonly channel: ModelChannel;
  readonly retention: LogitScale;
  readonly maxLag: number;
  readonly scale: number;
  /** True when the half-Normal is that of the mean contribution, false when it is the coefficient's. */
  readonly onMean: boolean;
  readonly series: ChannelSeries;
  readonly sums: Float64Array;
  readonly norm: Float64Array;
  readonly state: Float64Array;
}

/**
 * Room for one channel.
 *
 * @param channel - priors and scaled spend.
 * @param weeks - fitted weeks.
 * @param maxLag - of the carryover.
 */
export function channelKernel(channel: ModelChannel, weeks: number, maxLag: number): ChannelKernel {
  return {
    channel,
    retention: logitScale(channel.retention),
    maxLag,
    scale: channel.coefficient?.scale ?? channel.meanContribution.scale,
    onMean: channel.coefficient === null,
    series: channelSeries(channel.spend.subarray(0, weeks)),
    sums: new Float64Array(4),
    norm: new Float64Array(2),
    state: new Float64Array(STATE_SIZE),
  };
}

/**
 * Log prior of the channel's four coordinates, and its saturation series and coefficient.
 *
 * @param kernel - series, sums and state are overwritten.
 * @param position - unconstrained coordinates.
 * @param at - index of the channel's first coordinate.
 * @returns log density up to a constant, or −Infinity where the curve is flat or the effect overflows.
 */
export function forward(kernel: ChannelKernel, position: Float64Array, at: number): number {
  const { channel, retention, maxLag, series, sums, norm, state } = kernel;
  const share = fromLogit(retention, position[at + RETENTION]);
  const halfSaturation = fromLog(channel.halfSaturation, position[at + HALF_SATURATION]);
  const slope = fromLog(channel.slope, position[at + SLOPE]);
  const v = position[at + EFFECT];
  const x = halfNormalAt(v);
  carryNorm(share, maxLag, norm);
  carryOver(series.spend, share, maxLag, series.carried, series.carriedSlope);
  saturate(series, halfSaturation * norm[NORM], slope, norm[NORM_SLOPE] / norm[NORM], sums);
  const mean = sums[REACHED] / series.spend.length;
  if (!(mean > NO_RESPONSE) || !(x < Number.POSITIVE_INFINITY)) return Number.NEGATIVE_INFINITY;
  const perUnit = kernel.onMean ? kernel.scale / mean : kernel.scale;
  state[COEFFICIENT] = perUnit * x;
  state[RETENTION_VALUE] = share;
  state[SLOPE_VALUE] = slope;
  // dx/dv = φ(v) / (2 φ(x)), from Φ(x) = (1 + Φ(v)) / 2
  state[EFFECT_SLOPE] = 0.5 * perUnit * exp(0.5 * (x - v) * (x + v));
  return logPrior(kernel, position, at);
}

/**
 * Takes the channel's weekly effect from the residual.
 *
 * @param residual - [week] changed.
 */
export function subtractEffect(kernel: ChannelKernel, residual: Float64Array): void {
  const { reached } = kernel.series;
  const coefficient = kernel.state[COEFFICIENT];
  for (let week = 0; week < residual.length; week++) residual[week] -= coefficient * reached[week];
}

/**
 * The channel's effect over the fitted weeks, in units of kpiScale.
 *
 * @param kernel - as `forward` left it.
 */
export function effectTotal(kernel: ChannelKernel): number {
  return kernel.state[COEFFICIENT] * kernel.sums[REACHED];
}

/**
 * Gradient by the channel's four coordinates, prior included.
 *
 * @param kernel - as `forward` left it.
 * @param byWeek - [week] gradient of the log likelihood by the expected KPI.
 * @param position - as given to `forward`.
 * @param at - index of the channel's first coordinate.
 * @param gradient - entries at … at + 3 are overwritten.
 *   With h̄ the mean of h, coefficient = contribution / h̄, so a steeper curve must be lowered: that is the
 *   `balance` term below, absent when the prior is the coefficient's own (sampler.md §3, §4b).
 */
export function backward(
  kernel: ChannelKernel,
  byWeek: Float64Array,
  position: Float64Array,
  at: number,
  gradient: Float64Array,
): void {
  const { channel, retention, series, sums, state } = kernel;
  const { reached, answer, bend, drag } = series;
  let byReached = 0;
  let byAnswer = 0;
  let byBend = 0;
  let byDrag = 0;
  for (let week = 0; week < byWeek.length; week++) {
    const g = byWeek[week];
    byReached += g * reached[week];
    byAnswer += g * answer[week];
    byBend += g * bend[week];
    byDrag += g * drag[week];
  }
  const balance = kernel.onMean ? byReached / sums[REACHED] : 0;
  const strength = state[COEFFICIENT] * state[SLOPE_VALUE];
  const share = state[RETENTION_VALUE];
  const shareSlope = retention.width * share * (1 - share);
  gradient[at + RETENTION] =
    strength * (byDrag - balance * sums[DRAG]) * shareSlope +
    retention.width * (retention.alpha * (1 - share) - retention.beta * share);
  gradient[at + HALF_SATURATION] =
    -strength * (byAnswer - balance * sums[ANSWER]) * channel.halfSaturation.logSd -
    position[at + HALF_SATURATION];
  gradient[at + SLOPE] =
    strength * (byBend - balance * sums[BEND]) * channel.slope.logSd - position[at + SLOPE];
  gradient[at + EFFECT] = byReached * state[EFFECT_SLOPE] - position[at + EFFECT];
}

/** Beta prior of the retention with the logit's Jacobian, and three standard normals. */
function logPrior(kernel: ChannelKernel, position: Float64Array, at: number): number {
  const { center, width, alpha, beta } = kernel.retention;
  const logit = center + width * position[at + RETENTION];
  const k = position[at + HALF_SATURATION];
  const n = position[at + SLOPE];
  const v = position[at + EFFECT];
  return -alpha * log1pExp(-logit) - beta * log1pExp(logit) - 0.5 * (k * k + n * n + v * v);
}
