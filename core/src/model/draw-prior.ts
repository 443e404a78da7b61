/** Draws from the prior alone: what the model holds possible before it has seen the KPI. */

import { log } from "../numerics/elementary.ts";
import type { Random } from "../numerics/random.ts";
import { drawBeta } from "../numerics/random-variates.ts";
import type { MediaMixModel } from "./media-mix-model.ts";
import {
  COORDINATES_PER_CHANNEL,
  dimensionOf,
  EFFECT,
  HALF_SATURATION,
  LOG_HALF_NORMAL_MEAN,
  LOG_HALF_NORMAL_SD,
  logitScale,
  RETENTION,
  SLOPE,
} from "./parameters.ts";

/**
 * A position drawn from the prior.
 *
 * @param model - with its priors.
 * @param random - source of randomness.
 * @returns [dimension] as the sampler has it: a Beta in logistic coordinates, standard normals, a half-normal noise.
 */
export function drawPriorPosition(model: MediaMixModel, random: Random): Float64Array {
  const position = new Float64Array(dimensionOf(model));
  model.channels.forEach(({ retention }, channel) => {
    const at = channel * COORDINATES_PER_CHANNEL;
    const { center, width } = logitScale(retention);
    // a share that rounds to 0 or 1 has no logit
    const drawn = drawBeta(random, retention.alpha, retention.beta);
    const share = Math.min(Math.max(drawn, Number.EPSILON), 1 - Number.EPSILON);
    position[at + RETENTION] = (log(share / (1 - share)) - center) / width;
    for (const coordinate of [HALF_SATURATION, SLOPE, EFFECT]) position[at + coordinate] = random.normal();
  });
  const sigma = Math.abs(random.normal());
  position[position.length - 1] = (log(sigma) - LOG_HALF_NORMAL_MEAN) / LOG_HALF_NORMAL_SD;
  return position;
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
