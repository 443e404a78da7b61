/** One channel in the log posterior: its place in the weekly kernel, its priors, and the way back to its gradient. */

import { exp, log1pExp } from "../../numerics/elementary.ts";
import { halfNormalAt } from "../../numerics/normal.ts";
import { LOGISTIC_HALF } from "../curve.ts";
import type { LogNormalPrior, ModelChannel } from "../media-mix-model.ts";
import {
  type ChannelCoordinates,
  fromLog,
  fromLogit,
  halfSaturationPrior,
  type LogitScale,
  logitScale,
  restFromLogit,
  retentionPrior,
} from "../parameters.ts";
import { carryNorm, lastWeight, NORM, NORM_SLOPE } from "./carry-over.ts";
import {
  COEFFICIENT_AT,
  HALF_POINT_AT,
  LEAVING_SLOPE_AT,
  LEAVING_WEIGHT_AT,
  type MediaKernel,
  NORM_DRAG_AT,
  RETENTION_AT,
  SETTINGS_PER_CHANNEL,
  STEEPNESS_AT,
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
  readonly coordinates: ChannelCoordinates;
  readonly weeks: number;
  readonly retention: LogitScale | null;
  readonly halfSaturation: LogNormalPrior | null;
  readonly slope: LogNormalPrior | null;
  readonly exponent: LogitScale | null;
  /** True when the prior is the mean contribution's or the return's, false when it is the coefficient's. */
  readonly onMean: boolean;
  /** True when the mean weighs the weeks by what a KPI unit was worth. */
  readonly weighs: boolean;
  readonly norm: Float64Array;
  /** Index of its first setting and sum. */
  readonly settingsAt: number;
  readonly sumsAt: number;
  /** [1] d coefficient / d effect coordinate, left by `takeEffect` for `backward`. */
  readonly effectSlope: Float64Array;
}

/**
 * A channel's place in the density.
 *
 * @param channel - priors and scaled spend.
 * @param coordinates - where they stand in a position.
 * @param slot - in the weekly kernel.
 * @param weeks - fitted weeks.
 */
export function channelKernel(
  channel: ModelChannel,
  coordinates: ChannelCoordinates,
  slot: number,
  weeks: number,
): ChannelKernel {
  const { saturation, effect } = channel;
  const retention = retentionPrior(channel);
  return {
    channel,
    coordinates,
    weeks,
    retention: retention && logitScale(retention),
    halfSaturation: halfSaturationPrior(channel),
    slope: saturation.kind === "hill" ? saturation.slope : null,
    exponent: saturation.kind === "power" ? logitScale(saturation.exponent) : null,
    onMean: effect.kind !== "coefficient",
    weighs: effect.kind === "return" && effect.weights !== null,
    norm: new Float64Array(2),
    settingsAt: slot * SETTINGS_PER_CHANNEL,
    sumsAt: slot * SUMS_PER_CHANNEL,
    effectSlope: new Float64Array(1),
  };
}

/**
 * Sets the channel's curve in the weekly kernel.
 *
 * @param position - unconstrained coordinates, none of them NaN.
 */
export function setCurve(kernel: ChannelKernel, position: Float64Array, { settings }: MediaKernel): void {
  const { coordinates, norm, settingsAt, halfSaturation } = kernel;
  setCarryover(kernel, position, settings);
  settings[settingsAt + STEEPNESS_AT] = steepnessAt(kernel, position);
  let halfPoint = norm[NORM];
  if (halfSaturation !== null && coordinates.halfSaturation !== null)
    halfPoint *=
      fromLog(halfSaturation, position[coordinates.halfSaturation]) / halfPointUnit(kernel.channel);
  settings[settingsAt + HALF_POINT_AT] = Math.min(Math.max(halfPoint, LEAST_HALF_POINT), GREATEST_HALF_POINT);
}

/** The logistic curve is one half at ln 3 of its own units, every other at 1. */
function halfPointUnit({ saturation }: ModelChannel): number {
  return saturation.kind === "logistic" || saturation.kind === "tanh" ? LOGISTIC_HALF : 1;
}

function steepnessAt({ slope, exponent, coordinates }: ChannelKernel, position: Float64Array): number {
  if (coordinates.steepness === null) return 1;
  const q = position[coordinates.steepness];
  if (slope !== null) return fromLog(slope, q);
  return exponent === null ? 1 : fromLogit(exponent, q);
}

function setCarryover(kernel: ChannelKernel, position: Float64Array, settings: Float64Array): void {
  const { channel, coordinates, retention, norm, settingsAt: at } = kernel;
  let share = 0;
  let last = 0;
  let window = 0;
  norm[NORM] = 1;
  norm[NORM_SLOPE] = 0;
  if (retention !== null && coordinates.retention !== null) {
    const q = position[coordinates.retention];
    share = fromLogit(retention, q);
    if (channel.adstock.kind === "geometric") {
      carryNorm(share, channel.adstock.maxLag, norm);
      last = lastWeight(share, channel.adstock.maxLag);
      window = channel.adstock.maxLag + 1;
    } else {
      // Σ retention^lag = 1 / (1 − retention), and its derivative is the square of that
      norm[NORM] = 1 / restFromLogit(retention, q);
      norm[NORM_SLOPE] = norm[NORM] * norm[NORM];
    }
  }
  settings[at + RETENTION_AT] = share;
  settings[at + NORM_DRAG_AT] = norm[NORM_SLOPE] / norm[NORM];
  settings[at + LEAVING_WEIGHT_AT] = last * share;
  settings[at + LEAVING_SLOPE_AT] = window * last;
}

/**
 * Sets the channel's coefficient from its effect coordinate and its saturated weeks.
 *
 * @param position - as given to `setCurve`.
 * @param media - after `saturate` and `weigh`.
 * @returns log prior of the channel's coordinates up to a constant, or −Infinity where the curve is flat or the effect
 *   overflows.
 */
export function takeEffect(kernel: ChannelKernel, position: Float64Array, media: MediaKernel): number {
  const { channel, coordinates, settingsAt, effectSlope } = kernel;
  const v = position[coordinates.effect];
  const mean = meanSums(kernel, media)[kernel.sumsAt + REACHED] / kernel.weeks;
  if (!(mean > NO_RESPONSE)) return Number.NEGATIVE_INFINITY;
  const { effect } = channel;
  if (effect.kind === "return") {
    const coefficient = (effect.perReturn * fromLog(effect.prior, v)) / mean;
    media.settings[settingsAt + COEFFICIENT_AT] = coefficient;
    effectSlope[0] = effect.prior.logSd * coefficient;
  } else {
    const x = halfNormalAt(v);
    if (!(x < Number.POSITIVE_INFINITY)) return Number.NEGATIVE_INFINITY;
    const perUnit = kernel.onMean ? effect.scale / mean : effect.scale;
    media.settings[settingsAt + COEFFICIENT_AT] = perUnit * x;
    // dx/dv = φ(v) / (2 φ(x)), from Φ(x) = (1 + Φ(v)) / 2
    effectSlope[0] = 0.5 * perUnit * exp(0.5 * (x - v) * (x + v));
  }
  return channelLogPrior(kernel, position);
}

/** The sums that the mean contribution is made of: weighted ones where weeks do not count alike. */
function meanSums({ weighs }: ChannelKernel, media: MediaKernel): Float64Array {
  return weighs ? media.weighted : media.sums;
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
 * Gradient by the channel's coordinates, prior included.
 *
 * @param position - as given to `setCurve`.
 * @param media - after `reduce`.
 * @param gradient - the channel's entries are overwritten.
 *   With h̄ the mean of h, coefficient = contribution / h̄, so a steeper curve must be lowered: that is the
 *   `balance` term below, absent when the prior is the coefficient's own (sampler.md §3, §4b).
 */
export function backward(
  kernel: ChannelKernel,
  position: Float64Array,
  media: MediaKernel,
  gradient: Float64Array,
): void {
  const { coordinates, retention, halfSaturation, settingsAt, sumsAt } = kernel;
  const { settings, products } = media;
  const sums = meanSums(kernel, media);
  const byReached = products[sumsAt + REACHED];
  const balance = kernel.onMean ? byReached / sums[sumsAt + REACHED] : 0;
  const strength = settings[settingsAt + COEFFICIENT_AT] * settings[settingsAt + STEEPNESS_AT];
  if (coordinates.retention !== null && retention !== null) {
    const share = settings[settingsAt + RETENTION_AT];
    const rest = restFromLogit(retention, position[coordinates.retention]);
    gradient[coordinates.retention] =
      strength *
        (products[sumsAt + DRAG] - balance * sums[sumsAt + DRAG]) *
        (retention.width * share * rest) +
      retention.width * (retention.alpha * rest - retention.beta * share);
  }
  if (coordinates.halfSaturation !== null && halfSaturation !== null)
    gradient[coordinates.halfSaturation] =
      -strength * (products[sumsAt + ANSWER] - balance * sums[sumsAt + ANSWER]) * halfSaturation.logSd -
      position[coordinates.halfSaturation];
  if (coordinates.steepness !== null)
    steepnessBackward(
      kernel,
      position,
      strength * (products[sumsAt + BEND] - balance * sums[sumsAt + BEND]),
      gradient,
    );
  gradient[coordinates.effect] = byReached * kernel.effectSlope[0] - position[coordinates.effect];
}

/** @param byLog - gradient of the likelihood by the logarithm of the slope or the exponent. */
function steepnessBackward(
  { coordinates, slope, exponent }: ChannelKernel,
  position: Float64Array,
  byLog: number,
  gradient: Float64Array,
): void {
  const at = coordinates.steepness;
  if (at === null) return;
  if (slope !== null) gradient[at] = byLog * slope.logSd - position[at];
  if (exponent === null) return;
  const rest = restFromLogit(exponent, position[at]);
  // d log x / d logit x = 1 − x
  gradient[at] =
    byLog * exponent.width * rest + exponent.width * (exponent.alpha * rest - exponent.beta * (1 - rest));
}

/**
 * Log prior of the channel's coordinates up to a constant: Betas with their logit's Jacobian, and standard normals.
 *
 * @param position - unconstrained coordinates.
 */
export function channelLogPrior(kernel: ChannelKernel, position: Float64Array): number {
  const { coordinates, retention, exponent } = kernel;
  let logDensity = 0;
  if (retention !== null && coordinates.retention !== null)
    logDensity += logitPrior(retention, position[coordinates.retention]);
  if (coordinates.halfSaturation !== null) logDensity += standardNormal(position[coordinates.halfSaturation]);
  if (coordinates.steepness !== null) {
    const q = position[coordinates.steepness];
    logDensity += exponent === null ? standardNormal(q) : logitPrior(exponent, q);
  }
  return logDensity + standardNormal(position[coordinates.effect]);
}

function standardNormal(q: number): number {
  return -0.5 * q * q;
}

function logitPrior({ center, width, alpha, beta }: LogitScale, q: number): number {
  const logit = center + width * q;
  return -alpha * log1pExp(-logit) - beta * log1pExp(logit);
}
