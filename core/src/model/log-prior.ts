/** The prior of a channel at a position, as it is stated: what power-scaling makes count more or less. */

import { log } from "../numerics/elementary.ts";
import { halfNormalAt } from "../numerics/normal.ts";
import type { BetaPrior, ModelChannel } from "./media-mix-model.ts";
import {
  type ChannelCoordinates,
  fromLogit,
  logitScale,
  restFromLogit,
  retentionPrior,
} from "./parameters.ts";

/**
 * Log density of a channel's priors, up to a constant.
 *
 * Each is the density of the number that the prior is stated for (retention and exponent in (0, 1), logarithms of
 * half-saturation, slope and return, the contribution or coefficient itself), not of the sampler's coordinate: raised to
 * a power it then stays a prior of its own kind, narrower or wider.
 *
 * @param channel - with its priors.
 * @param coordinates - where it stands in the position.
 * @param position - [dimension] of the sampler.
 * @returns e.g. log ¼ − ½ · 0.6745² at all medians under Beta(2, 2) and a half-normal contribution.
 * Source: Kallioinen et al. (2024): the prior that is scaled is the one that was stated.
 */
export function statedLogPrior(
  channel: ModelChannel,
  coordinates: ChannelCoordinates,
  position: Float64Array,
): number {
  const { saturation, effect } = channel;
  const retention = retentionPrior(channel);
  let logDensity = 0;
  if (retention !== null && coordinates.retention !== null)
    logDensity += betaDensity(retention, position[coordinates.retention]);
  if (coordinates.halfSaturation !== null) logDensity += normalDensity(position[coordinates.halfSaturation]);
  if (coordinates.steepness !== null) {
    const q = position[coordinates.steepness];
    logDensity += saturation.kind === "power" ? betaDensity(saturation.exponent, q) : normalDensity(q);
  }
  const v = position[coordinates.effect];
  return logDensity + normalDensity(effect.kind === "return" ? v : halfNormalAt(v));
}

function normalDensity(standardized: number): number {
  return -0.5 * standardized * standardized;
}

/** Of the share itself; the logit's own Jacobian is left out. */
function betaDensity(prior: BetaPrior, q: number): number {
  const scale = logitScale(prior);
  return (prior.alpha - 1) * log(fromLogit(scale, q)) + (prior.beta - 1) * log(restFromLogit(scale, q));
}
