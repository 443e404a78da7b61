/** The same model with wider or narrower assumptions about media, for asking how much they matter (C-10). */

import type { EffectPrior, MediaMixModel } from "./media-mix-model.ts";

/**
 * A model whose priors of the channels' effects have another spread.
 *
 * @param model - not changed.
 * @param factor - above 0; 2 doubles the scale of every half-normal, and with it mean and standard deviation, and the
 *   standard deviation of the logarithm of every return.
 * @returns the model with new effect priors; carryover, saturation, baseline, noise and lift tests stay.
 * @throws RangeError when factor is not above 0.
 */
export function scalePriors(model: MediaMixModel, factor: number): MediaMixModel {
  if (!(factor > 0)) throw new RangeError(`factor must be above 0, not ${factor}`);
  const channels = model.channels.map((channel) => ({ ...channel, effect: scaled(channel.effect, factor) }));
  return { ...model, channels };
}

function scaled(effect: EffectPrior, factor: number): EffectPrior {
  if (effect.kind !== "return") return { ...effect, scale: factor * effect.scale };
  return { ...effect, prior: { ...effect.prior, logSd: factor * effect.prior.logSd } };
}
