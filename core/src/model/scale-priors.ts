/** The same model with wider or narrower assumptions about media, for asking how much they matter (C-10). */

import type { EffectPrior, MediaMixModel } from "./media-mix-model.ts";

/**
 * A model whose priors of the channels' effects have another standard deviation.
 *
 * @param model - not changed.
 * @param factor - above 0; 2 doubles the scale of every half-normal, and with it mean and standard deviation, and the spread of
 *   the logarithm of every return.
 * @returns the model with new effect priors; carry-over, saturation, baseline and noise keep theirs.
 * @throws RangeError when factor is not above 0.
 */
export function scalePriors(model: MediaMixModel, factor: number): MediaMixModel {
  if (!(factor > 0)) throw new RangeError(`factor must be above 0, not ${factor}`);
  return {
    ...model,
    channels: model.channels.map((channel) => ({
      ...channel,
      effect: scaleEffect(channel.effect, factor),
    })),
  };
}

function scaleEffect(effect: EffectPrior, factor: number): EffectPrior {
  if (effect.kind !== "return") return { ...effect, scale: factor * effect.scale };
  const { logMedian, logSd } = effect.prior;
  return { ...effect, prior: { logMedian, logSd: factor * logSd } };
}
