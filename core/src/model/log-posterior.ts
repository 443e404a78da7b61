/** The collapsed log posterior of a media mix model and its hand-derived gradient (sampler.md §3). */

import { exp } from "../numerics/elementary.ts";
import { curveOf } from "./curve.ts";
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
import { addLift, type LiftKernel, liftKernel, weighLift } from "./kernel/lift-kernel.ts";
import { dealSlots, type MediaKernel, type WeeklyChannel } from "./kernel/media-kernel.ts";
import type { MediaMixModel, ModelChannel } from "./media-mix-model.ts";
import { coordinatesOf, dimensionOf, LOG_HALF_NORMAL_SD, logSigmaAt } from "./parameters.ts";

/** Coordinates are near N(0, 1): beyond this nothing lives, and exp stays far from overflow. */
const FAR = 100;

/** The log density of a model and the working room that it fills. */
export interface LogPosterior {
  readonly model: MediaMixModel;
  readonly dimension: number;
  readonly channels: readonly ChannelKernel[];
  readonly lifts: readonly LiftKernel[];
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
  const { fittedWeeks: weeks } = model;
  const block = gaussianBlock(model.columns, weeks);
  const weekly = model.channels.map((channel) => weeklyChannel(channel, weeks));
  const media = mediaKernel(kernel, { channels: weekly, weeks, weights: weightsOf(model) });
  const slots = dealSlots(weekly);
  const coordinates = coordinatesOf(model);
  const channels = model.channels.map((channel, index) =>
    channelKernel(channel, coordinates[index], slots.indexOf(index), weeks),
  );
  return {
    model,
    dimension: dimensionOf(model),
    channels,
    lifts: model.liftTests.map((test) =>
      liftKernel(test, model.channels[test.channel], weekly[test.channel], channels[test.channel]),
    ),
    media,
    block,
    marginal: { ...marginalOutput(block), byWeek: media.byWeek },
    centered: block.expected.map((expected, week) => model.kpi[week] - expected),
  };
}

function weeklyChannel({ spend, carryIn, adstock, saturation }: ModelChannel, weeks: number): WeeklyChannel {
  return {
    spend: spend.subarray(0, weeks),
    carryIn,
    window: adstock.kind === "geometric" ? adstock.maxLag + 1 : 1,
    curve: curveOf(saturation.kind),
  };
}

/** What a KPI unit was worth week by week: the same for every channel that has a prior on its return. */
function weightsOf({ channels }: MediaMixModel): Float64Array | null {
  for (const { effect } of channels)
    if (effect.kind === "return" && effect.weights !== null) return effect.weights;
  return null;
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
  const { marginal, channels, lifts, media } = posterior;
  media.reduce();
  for (let test = 0; test < lifts.length; test++) addLift(lifts[test], media);
  for (let channel = 0; channel < channels.length; channel++)
    backward(channels[channel], position, media, gradient);
  const logSigma = logSigmaAt(posterior.model.noiseScale, position[last]);
  const ratio = exp(logSigma) / posterior.model.noiseScale;
  // half-Normal prior of sigma with the Jacobian of its logarithm
  gradient[last] = LOG_HALF_NORMAL_SD * (marginal.byLogSigma[0] + 1 - ratio * ratio);
  return likelihood + logSigma - 0.5 * ratio * ratio;
}

/**
 * The part of the density that fills the residual and the marginal: likelihood, lift tests and the channels' priors.
 *
 * @param posterior - prepared; its room is overwritten.
 * @param position - [dimension]
 * @returns finite, or −Infinity outside the support.
 */
export function evaluateLikelihood(posterior: LogPosterior, position: Float64Array): number {
  const { channels, lifts, media, model, dimension } = posterior;
  if (position.length !== dimension)
    throw new RangeError(`a position has ${dimension} coordinates, not ${position.length}`);
  if (isFar(position)) return Number.NEGATIVE_INFINITY;
  for (let channel = 0; channel < channels.length; channel++) setCurve(channels[channel], position, media);
  media.saturate();
  media.weigh();
  let logDensity = 0;
  for (let channel = 0; channel < channels.length; channel++)
    logDensity += takeEffect(channels[channel], position, media);
  if (logDensity === Number.NEGATIVE_INFINITY) return logDensity;
  for (let test = 0; test < lifts.length; test++) logDensity += weighLift(lifts[test], media);
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
