/** Draws from the prior alone: what the model holds possible before it has seen the KPI. */

import { log } from "../numerics/elementary.ts";
import type { Random } from "../numerics/random.ts";
import { drawBeta } from "../numerics/random-variates.ts";
import type { BetaPrior, MediaMixModel } from "./media-mix-model.ts";
import {
  coordinatesOf,
  dimensionOf,
  LOG_HALF_NORMAL_MEAN,
  LOG_HALF_NORMAL_SD,
  logitScale,
  retentionPrior,
} from "./parameters.ts";

/**
 * A position drawn from the prior.
 *
 * @param model - with its priors; lift tests are evidence and play no part.
 * @param random - source of randomness.
 * @returns [dimension] as the sampler has it: Betas in logistic coordinates, standard normals, a half-normal noise.
 */
export function drawPriorPosition(model: MediaMixModel, random: Random): Float64Array {
  // every coordinate is N(0, 1) but for those of a Beta and of the noise
  const position = Float64Array.from({ length: dimensionOf(model) }, () => random.normal());
  const coordinates = coordinatesOf(model);
  model.channels.forEach((channel, index) => {
    const { retention, steepness } = coordinates[index];
    const carried = retentionPrior(channel);
    if (carried !== null && retention !== null) position[retention] = drawLogit(carried, random);
    if (channel.saturation.kind === "power" && steepness !== null)
      position[steepness] = drawLogit(channel.saturation.exponent, random);
  });
  const sigma = Math.abs(random.normal());
  position[position.length - 1] = (log(sigma) - LOG_HALF_NORMAL_MEAN) / LOG_HALF_NORMAL_SD;
  return position;
}

/** The logistic coordinate of a draw from a Beta. */
function drawLogit(prior: BetaPrior, random: Random): number {
  const { center, width, alpha, beta } = logitScale(prior);
  // a share that rounds to 0 or 1 has no logit
  const share = Math.min(Math.max(drawBeta(random, alpha, beta), Number.EPSILON), 1 - Number.EPSILON);
  return (log(share / (1 - share)) - center) / width;
}

/**
 * Coefficients of the Gaussian block drawn from their prior.
 *
 * @returns [column] KPI units per unit of the user's column, as they are recorded.
 */
export function drawPriorCoefficients(model: MediaMixModel, random: Random): Float64Array {
  return Float64Array.from(
    model.columns,
    ({ priorMean, priorSd, unit }) => ((priorMean + priorSd * random.normal()) * model.kpiScale) / unit,
  );
}
