/** The unconstrained coordinates that the sampler walks in, each with a prior near N(0, 1) (sampler.md §9). */

import { exp, log } from "../numerics/elementary.ts";
import type { MediaMixModel } from "./media-mix-model.ts";

/** Order of a channel's coordinates. */
export const RETENTION = 0;
export const HALF_SATURATION = 1;
export const SLOPE = 2;
export const EFFECT = 3;
export const COORDINATES_PER_CHANNEL = 4;

/** Mean and standard deviation of log |z| for a standard normal z: −(γ + ln 2) / 2 and π / √8. */
export const LOG_HALF_NORMAL_MEAN = -0.6351814227307392;
export const LOG_HALF_NORMAL_SD = 1.1107207345395915;

/**
 * Number of coordinates: four per channel and the noise.
 *
 * @returns e.g. 13 for three channels.
 */
export function dimensionOf(model: MediaMixModel): number {
  return model.channels.length * COORDINATES_PER_CHANNEL + 1;
}

/**
 * Where a channel's effect stands in a position: the coordinate that is N(0, 1) before any data, whose posterior
 * variance tells how much was learned (decisions §2).
 *
 * @param channel - index in `model.channels`.
 * @returns index in [0, dimension).
 */
export function effectCoordinate(channel: number): number {
  return channel * COORDINATES_PER_CHANNEL + EFFECT;
}

/** A prior on (0, 1) in logistic coordinates: logit(x) = center + width · q. */
export interface LogitScale {
  readonly alpha: number;
  readonly beta: number;
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
export function logitScale(prior: { readonly alpha: number; readonly beta: number }): LogitScale {
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
 * The number that a standardized logarithm stands for.
 *
 * @param prior - LogNormal(logMedian, logSd).
 * @returns above 0; e.g. q = 0 is the median.
 */
export function fromLog(prior: { readonly logMedian: number; readonly logSd: number }, q: number): number {
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
