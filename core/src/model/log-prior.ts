/** The prior of a channel at a position, as it is stated: what power-scaling makes count more or less. */

import { log } from "../numerics/elementary.ts";
import { halfNormalAt } from "../numerics/normal.ts";
import type { MediaMixModel } from "./media-mix-model.ts";
import {
  COORDINATES_PER_CHANNEL,
  EFFECT,
  fromLogit,
  HALF_SATURATION,
  logitScale,
  RETENTION,
  SLOPE,
} from "./parameters.ts";

/**
 * Log density of a channel's priors, up to a constant.
 *
 * Each is the density of the number that the prior is stated for (retention in (0, 1), logarithms of half-saturation and
 * slope, the contribution itself), not of the sampler's coordinate: raised to a power it then stays a prior of its own
 * kind, narrower or wider (Kallioinen et al. 2024, §2.2).
 *
 * @param model - with the channel.
 * @param channel - index.
 * @param position - [dimension] of the sampler.
 * @returns e.g. log ¼ − ½ · 0.6745² at all medians under Beta(2, 2).
 */
export function channelLogPrior(model: MediaMixModel, channel: number, position: Float64Array): number {
  const { retention } = model.channels[channel];
  const at = channel * COORDINATES_PER_CHANNEL;
  const share = fromLogit(logitScale(retention), position[at + RETENTION]);
  const half = position[at + HALF_SATURATION];
  const slope = position[at + SLOPE];
  const effect = halfNormalAt(position[at + EFFECT]);
  return (
    (retention.alpha - 1) * log(share) +
    (retention.beta - 1) * log(1 - share) -
    0.5 * (half * half + slope * slope + effect * effect)
  );
}
