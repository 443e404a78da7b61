/** The collapsed log posterior of a media mix model and its hand-derived gradient (sampler.md §3). */

import { exp } from "../numerics/elementary.ts";
import {
  backward,
  type ChannelKernel,
  channelKernel,
  setCurve,
  takeEffect,
} from "./kernel/channel-kernel.ts";
import { KERNEL, mediaKernel } from "./kernel/choose-kernel.ts";
import {
  type GaussianBlock,
  gaussianBlock,
  type MarginalOutput,
  marginalLikelihood,
  marginalOutput,
} from "./kernel/gaussian-block.ts";
import type { MediaKernel } from "./kernel/media-kernel.ts";
import type { MediaMixModel } from "./media-mix-model.ts";
import { dimensionOf, LOG_HALF_NORMAL_SD, logSigmaAt } from "./parameters.ts";

/** Coordinates are near N(0, 1): beyond this nothing lives, and exp stays far from overflow. */
const FAR = 100;

/** The log density of a model and the working room that it fills. */
export interface LogPosterior {
  readonly model: MediaMixModel;
  readonly channels: readonly ChannelKernel[];
  /** The weekly part; the residual and its gradient live in its room. */
  readonly media: MediaKernel;
  readonly block: GaussianBlock;
  readonly marginal: MarginalOutput;
  /** [week] KPI less what the columns bring by their prior means. */
  readonly centered: Float64Array;
}

/**
 * Prepares the log density of a model; all room is allocated here, none per evaluation.
 *
 * @param model - plain data.
 * @param kernel - name of the weekly part's implementation; by default the fastest that this host allows.
 */
export function logPosterior(model: MediaMixModel, kernel: string = KERNEL): LogPosterior {
  const { fittedWeeks: weeks, maxLag } = model;
  const block = gaussianBlock(model.columns, weeks);
  const media = mediaKernel(kernel, {
    spends: model.channels.map(({ spend }) => spend.subarray(0, weeks)),
    weeks,
    maxLag,
  });
  return {
    model,
    channels: model.channels.map((channel, index) => channelKernel(channel, index, weeks, maxLag)),
    media,
    block,
    marginal: { ...marginalOutput(block), byWeek: media.byWeek },
    centered: block.expected.map((expected, week) => model.kpi[week] - expected),
  };
}

/**
 * log p(position | KPI) up to a constant, linear coefficients integrated out.
 *
 * @param posterior - prepared; its room is overwritten.
 * @param position - [dimension] unconstrained coordinates, not changed.
 * @param gradient - [dimension] overwritten; all 0 where the density is 0.
 * @returns finite, or −Infinity; never NaN.
 */
export function evaluate(posterior: LogPosterior, position: Float64Array, gradient: Float64Array): number {
  const last = position.length - 1;
  const likelihood = evaluateLikelihood(posterior, position);
  if (likelihood === Number.NEGATIVE_INFINITY) {
    gradient.fill(0);
    return likelihood;
  }
  const { marginal, channels, media } = posterior;
  media.reduce();
  for (let channel = 0; channel < channels.length; channel++)
    backward(channels[channel], position, media, gradient);
  const logSigma = logSigmaAt(posterior.model.noiseScale, position[last]);
  const ratio = exp(logSigma) / posterior.model.noiseScale;
  // half-Normal prior of sigma with the Jacobian of its logarithm
  gradient[last] = LOG_HALF_NORMAL_SD * (marginal.byLogSigma[0] + 1 - ratio * ratio);
  return likelihood + logSigma - 0.5 * ratio * ratio;
}

/**
 * The part of the density that fills the residual and the marginal: likelihood and the channels' priors.
 *
 * @param posterior - prepared; its room is overwritten.
 * @param position - [dimension]
 * @returns finite, or −Infinity outside the support.
 */
export function evaluateLikelihood(posterior: LogPosterior, position: Float64Array): number {
  const { channels, media, model } = posterior;
  if (position.length !== dimensionOf(model))
    throw new RangeError(`a position has ${dimensionOf(model)} coordinates, not ${position.length}`);
  if (isFar(position)) return Number.NEGATIVE_INFINITY;
  for (let channel = 0; channel < channels.length; channel++) setCurve(channels[channel], position, media);
  media.saturate();
  let logDensity = 0;
  for (let channel = 0; channel < channels.length; channel++)
    logDensity += takeEffect(channels[channel], position, media);
  if (logDensity === Number.NEGATIVE_INFINITY) return logDensity;
  media.residual.set(posterior.centered);
  media.subtract();
  const logSigma = logSigmaAt(model.noiseScale, position[position.length - 1]);
  logDensity += marginalLikelihood(
    posterior.block,
    media.residual,
    exp(logSigma),
    logSigma,
    posterior.marginal,
  );
  return Number.isFinite(logDensity) ? logDensity : Number.NEGATIVE_INFINITY;
}

/** True for NaN too: the comparison is written so that it fails. */
function isFar(position: Float64Array): boolean {
  for (let coordinate = 0; coordinate < position.length; coordinate++) {
    if (!(Math.abs(position[coordinate]) <= FAR)) return true;
  }
  return false;
}
