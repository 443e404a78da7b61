/** One channel in the log posterior: its priors, its place in the weekly kernel, and the way back to its gradient. */

import { exp, log1pExp } from "../../numerics/elementary.ts";
import { halfNormalAt } from "../../numerics/normal.ts";
import type { ModelChannel } from "../media-mix-model.ts";
import {
  COORDINATES_PER_CHANNEL,
  EFFECT,
  fromLog,
  fromLogit,
  HALF_SATURATION,
  type LogitScale,
  logitScale,
  RETENTION,
  SLOPE,
} from "../parameters.ts";
import { carryNorm, NORM, NORM_SLOPE } from "./carry-over.ts";
import {
  COEFFICIENT_AT,
  HALF_POINT_AT,
  type MediaKernel,
  NORM_DRAG_AT,
  RETENTION_AT,
  SETTINGS_PER_CHANNEL,
  SLOPE_AT,
  SUMS_PER_CHANNEL,
} from "./media-kernel.ts";
import { ANSWER, BEND, DRAG, REACHED } from "./saturate.ts";

/** Below this mean the effect per unit of saturation overflows: such a curve is as good as flat zero. */
const NO_RESPONSE = 1e-150;

/** Beyond these the ratio of exposure and half point leaves the table's logarithm; no data and no prior come near. */
const LEAST_HALF_POINT = 1e-280;
const GREATEST_HALF_POINT = 1e280;

/** One channel's priors, and where its numbers stand. */
export interface ChannelKernel {
  readonly channel: ModelChannel;
  readonly retention: LogitScale;
  readonly maxLag: number;
  readonly weeks: number;
  readonly scale: number;
  /** True when the half-Normal is that of the mean contribution, false when it is the coefficient's. */
  readonly onMean: boolean;
  readonly norm: Float64Array;
  /** Index of its first coordinate, setting and sum. */
  readonly at: number;
  readonly settingsAt: number;
  readonly sumsAt: number;
  /** [1] d contribution / d coordinate, left by `takeEffect` for `backward`. */
  readonly effectSlope: Float64Array;
}

/**
 * A channel's place in the density.
 *
 * @param channel - priors and scaled spend.
 * @param index - in the model's channels.
 * @param weeks - fitted weeks.
 * @param maxLag - of the carryover.
 */
export function channelKernel(
  channel: ModelChannel,
  index: number,
  weeks: number,
  maxLag: number,
): ChannelKernel {
  return {
    channel,
    retention: logitScale(channel.retention),
    maxLag,
    weeks,
    scale: channel.coefficient?.scale ?? channel.meanContribution.scale,
    onMean: channel.coefficient === null,
    norm: new Float64Array(2),
    at: index * COORDINATES_PER_CHANNEL,
    settingsAt: index * SETTINGS_PER_CHANNEL,
    sumsAt: index * SUMS_PER_CHANNEL,
    effectSlope: new Float64Array(1),
  };
}

/**
 * Sets the channel's curve in the weekly kernel.
 *
 * @param position - unconstrained coordinates, none of them NaN.
 */
export function setCurve(kernel: ChannelKernel, position: Float64Array, { settings }: MediaKernel): void {
  const { channel, retention, maxLag, norm, at, settingsAt } = kernel;
  const share = fromLogit(retention, position[at + RETENTION]);
  carryNorm(share, maxLag, norm);
  const halfPoint = fromLog(channel.halfSaturation, position[at + HALF_SATURATION]) * norm[NORM];
  settings[settingsAt + RETENTION_AT] = share;
  settings[settingsAt + HALF_POINT_AT] = Math.min(Math.max(halfPoint, LEAST_HALF_POINT), GREATEST_HALF_POINT);
  settings[settingsAt + SLOPE_AT] = fromLog(channel.slope, position[at + SLOPE]);
  settings[settingsAt + NORM_DRAG_AT] = norm[NORM_SLOPE] / norm[NORM];
}

/**
 * Sets the channel's coefficient from its effect coordinate and its saturated weeks.
 *
 * @param position - as given to `setCurve`.
 * @param media - after `saturate`.
 * @returns log prior of the channel's four coordinates up to a constant, or −Infinity where the curve is flat or the
 *   effect overflows.
 */
export function takeEffect(kernel: ChannelKernel, position: Float64Array, media: MediaKernel): number {
  const v = position[kernel.at + EFFECT];
  const x = halfNormalAt(v);
  const mean = media.sums[kernel.sumsAt + REACHED] / kernel.weeks;
  if (!(mean > NO_RESPONSE) || !(x < Number.POSITIVE_INFINITY)) return Number.NEGATIVE_INFINITY;
  const perUnit = kernel.onMean ? kernel.scale / mean : kernel.scale;
  media.settings[kernel.settingsAt + COEFFICIENT_AT] = perUnit * x;
  // dx/dv = φ(v) / (2 φ(x)), from Φ(x) = (1 + Φ(v)) / 2
  kernel.effectSlope[0] = 0.5 * perUnit * exp(0.5 * (x - v) * (x + v));
  return logPrior(kernel, position, kernel.at);
}

/**
 * The channel's effect over the fitted weeks, in units of kpiScale.
 *
 * @param media - after `takeEffect`.
 */
export function effectTotal(kernel: ChannelKernel, media: MediaKernel): number {
  return media.settings[kernel.settingsAt + COEFFICIENT_AT] * media.sums[kernel.sumsAt + REACHED];
}

/**
 * Gradient by the channel's four coordinates, prior included.
 *
 * @param position - as given to `setCurve`.
 * @param media - after `reduce`.
 * @param gradient - the channel's four entries are overwritten.
 *   With h̄ the mean of h, coefficient = contribution / h̄, so a steeper curve must be lowered: that is the
 *   `balance` term below, absent when the prior is the coefficient's own (sampler.md §3, §4b).
 */
export function backward(
  kernel: ChannelKernel,
  position: Float64Array,
  { settings, sums, products }: MediaKernel,
  gradient: Float64Array,
): void {
  const { channel, retention, at, settingsAt, sumsAt } = kernel;
  const byReached = products[sumsAt + REACHED];
  const balance = kernel.onMean ? byReached / sums[sumsAt + REACHED] : 0;
  const strength = settings[settingsAt + COEFFICIENT_AT] * settings[settingsAt + SLOPE_AT];
  const share = settings[settingsAt + RETENTION_AT];
  const shareSlope = retention.width * share * (1 - share);
  gradient[at + RETENTION] =
    strength * (products[sumsAt + DRAG] - balance * sums[sumsAt + DRAG]) * shareSlope +
    retention.width * (retention.alpha * (1 - share) - retention.beta * share);
  gradient[at + HALF_SATURATION] =
    -strength * (products[sumsAt + ANSWER] - balance * sums[sumsAt + ANSWER]) * channel.halfSaturation.logSd -
    position[at + HALF_SATURATION];
  gradient[at + SLOPE] =
    strength * (products[sumsAt + BEND] - balance * sums[sumsAt + BEND]) * channel.slope.logSd -
    position[at + SLOPE];
  gradient[at + EFFECT] = byReached * kernel.effectSlope[0] - position[at + EFFECT];
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
