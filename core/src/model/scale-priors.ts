/** The same model with wider or narrower assumptions about media, for asking how much they matter (C-10). */

import type { MediaMixModel } from "./media-mix-model.ts";

/**
 * A model whose priors of the channels' effects have another standard deviation.
 *
 * @param model - not changed.
 * @param factor - above 0; 2 doubles the scale of every half-normal, and with it mean and standard deviation.
 * @returns the model with new effect priors; carry-over, saturation, baseline and noise keep theirs.
 * @throws RangeError when factor is not above 0.
 */
export function scalePriors(model: MediaMixModel, factor: number): MediaMixModel {
  if (!(factor > 0)) throw new RangeError(`factor must be above 0, not ${factor}`);
  return {
    ...model,
    channels: model.channels.map((channel) => ({
      ...channel,
      meanContribution: { scale: factor * channel.meanContribution.scale },
      coefficient: channel.coefficient && { scale: factor * channel.coefficient.scale },
    })),
  };
}
