/** The unconstrained coordinates that the sampler walks in, each with a prior near N(0, 1) (sampler.md §9). */

import { exp, log } from "../numerics/elementary.ts";
import type { BetaPrior, LogNormalPrior, MediaMixModel, ModelChannel } from "./media-mix-model.ts";

/** Mean and standard deviation of log |z| for a standard normal z: −(γ + ln 2) / 2 and π / √8. */
export const LOG_HALF_NORMAL_MEAN = -0.6351814227307392;
export const LOG_HALF_NORMAL_SD = 1.1107207345395915;

/** Where one channel's coordinates stand in a position; null where its family has no such parameter. */
export interface ChannelCoordinates {
  readonly retention: number | null;
  readonly halfSaturation: number | null;
  /** The Hill slope, or the exponent of a power. */
  readonly steepness: number | null;
  /** N(0, 1) before any data: its posterior variance tells how much was learned (decisions §2). */
  readonly effect: number;
}

/**
 * The places of all channels' coordinates.
 *
 * @returns [channel]; e.g. geometric adstock with Hill takes 0, 1, 2, 3, and a linear channel without adstock after it
 *   takes 4 alone. The noise is the last coordinate of all.
 */
export function coordinatesOf(model: MediaMixModel): ChannelCoordinates[] {
  let next = 0;
  const place = (exists: boolean): number | null => (exists ? next++ : null);
  return model.channels.map((channel) => ({
    retention: place(retentionPrior(channel) !== null),
    halfSaturation: place(halfSaturationPrior(channel) !== null),
    steepness: place(channel.saturation.kind === "hill" || channel.saturation.kind === "power"),
    effect: next++,
  }));
}

/**
 * Number of coordinates: up to four per channel, and the noise.
 *
 * @returns e.g. 13 for three channels with geometric adstock and Hill saturation.
 */
export function dimensionOf(model: MediaMixModel): number {
  const last = coordinatesOf(model).at(-1);
  return last === undefined ? 1 : last.effect + 2;
}

/** The prior of a channel's retention, or null without carryover. */
export function retentionPrior({ adstock }: ModelChannel): BetaPrior | null {
  return adstock.kind === "none" ? null : adstock.retention;
}

/** The prior of a channel's half-saturation, or null where the curve has none. */
export function halfSaturationPrior({ saturation }: ModelChannel): LogNormalPrior | null {
  return saturation.kind === "power" || saturation.kind === "none" ? null : saturation.halfSaturation;
}

/** A prior on (0, 1) in logistic coordinates: logit(x) = center + width · q. */
export interface LogitScale extends BetaPrior {
  readonly center: number;
  readonly width: number;
}

/**
 * The coordinate of a Beta prior.
 *
 * @param prior - shapes, above 0.
 * @returns center log(alpha / beta) and width √(1/alpha + 1/beta), the curvature of the logit's density at its peak;
 *   e.g. Beta(2, 2) gives 0 and 1.
 */
export function logitScale(prior: BetaPrior): LogitScale {
  const { alpha, beta } = prior;
  return { alpha, beta, center: log(alpha / beta), width: Math.sqrt(1 / alpha + 1 / beta) };
}

/**
 * The number that a logistic coordinate stands for.
 *
 * @returns in [0, 1]; e.g. q = 0 under Beta(2, 2) is ½.
 */
export function fromLogit(scale: LogitScale, q: number): number {
  return 1 / (1 + exp(-(scale.center + scale.width * q)));
}

/**
 * What is left to 1, without the cancellation of 1 − x.
 *
 * @returns in [0, 1]; e.g. q = 0 under Beta(2, 2) leaves ½.
 */
export function restFromLogit(scale: LogitScale, q: number): number {
  return 1 / (1 + exp(scale.center + scale.width * q));
}

/**
 * The number that a standardized logarithm stands for.
 *
 * @param prior - LogNormal(logMedian, logSd).
 * @returns above 0; e.g. q = 0 is the median.
 */
export function fromLog(prior: LogNormalPrior, q: number): number {
  return exp(prior.logMedian + prior.logSd * q);
}

/**
 * Logarithm of the noise that the last coordinate stands for.
 *
 * @param noiseScale - of the half-Normal prior.
 * @returns log sigma; q ~ N(0, 1) matches mean and sd of the prior's logarithm.
 */
export function logSigmaAt(noiseScale: number, q: number): number {
  return log(noiseScale) + LOG_HALF_NORMAL_MEAN + LOG_HALF_NORMAL_SD * q;
}
