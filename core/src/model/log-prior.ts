/** The prior of a channel at a position, as it is stated: what power-scaling makes count more or less. */

import { log } from "../numerics/elementary.ts";
import { halfNormalAt } from "../numerics/normal.ts";
import type { BetaPrior, MediaMixModel } from "./media-mix-model.ts";
import { coordinatesOf, fromLogit, logitScale, retentionPrior } from "./parameters.ts";

/**
 * Log density of a channel's priors, up to a constant.
 *
 * Each is the density of the number that the prior is stated for (retention and exponent in (0, 1), logarithms of
 * half-saturation, slope and return, the contribution or coefficient itself), not of the sampler's coordinate: raised to a power it then stays a prior of its own
 * kind, narrower or wider (Kallioinen et al. 2024, §2.2).
 *
 * @param model - with the channel.
 * @param channel - index.
 * @param position - [dimension] of the sampler.
 * @returns e.g. log ¼ − ½ · 0.6745² at all medians under Beta(2, 2).
 */
export function channelLogPrior(model: MediaMixModel, channel: number, position: Float64Array): number {
  const stated = model.channels[channel];
  const { saturation, effect } = stated;
  const at = coordinatesOf(model)[channel];
  const retention = retentionPrior(stated);
  let sum = 0;
  if (at.retention !== null && retention !== null) sum += logBeta(retention, position[at.retention]);
  if (at.halfSaturation !== null) sum -= halfSquare(position[at.halfSaturation]);
  if (at.steepness !== null)
    sum +=
      saturation.kind === "power"
        ? logBeta(saturation.exponent, position[at.steepness])
        : -halfSquare(position[at.steepness]);
  const v = position[at.effect];
  return sum - halfSquare(effect.kind === "return" ? v : halfNormalAt(v));
}

function logBeta(prior: BetaPrior, q: number): number {
  const share = fromLogit(logitScale(prior), q);
  return (prior.alpha - 1) * log(share) + (prior.beta - 1) * log(1 - share);
}

function halfSquare(x: number): number {
  return 0.5 * x * x;
}
