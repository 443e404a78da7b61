/** Draws from the prior alone: what the model holds possible before it has seen the KPI. */

import { log } from "../numerics/elementary.ts";
import type { Random } from "../numerics/random.ts";
import { drawBeta } from "../numerics/random-variates.ts";
import type { BetaPrior, MediaMixModel, ModelChannel } from "./media-mix-model.ts";
import {
  type ChannelCoordinates,
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
 * @param model - with its priors.
 * @param random - source of randomness.
 * @returns [dimension] as the sampler has it: Betas in logistic coordinates, standard normals, a half-normal noise.
 */
export function drawPriorPosition(model: MediaMixModel, random: Random): Float64Array {
  const position = new Float64Array(dimensionOf(model));
  coordinatesOf(model).forEach((coordinates, channel) => {
    drawChannel(model.channels[channel], coordinates, position, random);
  });
  const sigma = Math.abs(random.normal());
  position[position.length - 1] = (log(sigma) - LOG_HALF_NORMAL_MEAN) / LOG_HALF_NORMAL_SD;
  return position;
}

function drawChannel(
  channel: ModelChannel,
  { retention, halfSaturation, steepness, effect }: ChannelCoordinates,
  position: Float64Array,
  random: Random,
): void {
  const prior = retentionPrior(channel);
  const { saturation } = channel;
  if (retention !== null && prior !== null) position[retention] = drawLogit(prior, random);
  if (halfSaturation !== null) position[halfSaturation] = random.normal();
  if (steepness !== null)
    position[steepness] =
      saturation.kind === "power" ? drawLogit(saturation.exponent, random) : random.normal();
  position[effect] = random.normal();
}

function drawLogit(prior: BetaPrior, random: Random): number {
  const { center, width } = logitScale(prior);
  // a share that rounds to 0 or 1 has no logit
  const drawn = drawBeta(random, prior.alpha, prior.beta);
  const share = Math.min(Math.max(drawn, Number.EPSILON), 1 - Number.EPSILON);
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
