/** A model as something a sampler can walk: log density, start, and what to record per draw. */

import { exp } from "../numerics/elementary.ts";
import type { Random } from "../numerics/random.ts";
import { type ChannelKernel, effectTotal } from "./kernel/channel-kernel.ts";
import { KERNEL } from "./kernel/choose-kernel.ts";
import { drawCoefficients } from "./kernel/gaussian-block.ts";
import { RETENTION_AT, STEEPNESS_AT } from "./kernel/media-kernel.ts";
import { evaluate, evaluateLikelihood, type LogPosterior, logPosterior } from "./log-posterior.ts";
import type { MediaMixModel } from "./media-mix-model.ts";
import { fromLog, logSigmaAt } from "./parameters.ts";
import { type QuantityLayout, quantityLayout } from "./quantities.ts";

/** The same shape as sample's `Target`: this room does not see that one. */
export interface ModelTarget {
  readonly dimension: number;
  logDensity(position: Float64Array, gradient: Float64Array): number;
  readonly start: { readonly mean: Float64Array; readonly sd: Float64Array };
  readonly quantities: readonly string[];
  record(position: Float64Array, random: Random, out: Float64Array): void;
}

/**
 * The posterior of a model as a target for any sampler.
 *
 * @param model - plain data; the target shares its arrays and changes none.
 * @param kernel - name of the weekly part's implementation; by default the fastest that this host allows.
 * @returns coordinates near N(0, 1) before any data, which is where chains start; quantities as `quantityLayout`.
 */
export function buildTarget(model: MediaMixModel, kernel: string = KERNEL): ModelTarget {
  const posterior = logPosterior(model, kernel);
  const layout = quantityLayout(model);
  const { dimension } = posterior;
  const coefficients = new Float64Array(model.columns.length);
  return {
    dimension,
    logDensity: (position, gradient) => evaluate(posterior, position, gradient),
    start: { mean: new Float64Array(dimension), sd: new Float64Array(dimension).fill(1) },
    quantities: layout.names,
    record: (position, random, out) => {
      if (evaluateLikelihood(posterior, position) === Number.NEGATIVE_INFINITY)
        throw new RangeError("a draw can not lie where the density is 0");
      const sigma = exp(logSigmaAt(model.noiseScale, position[dimension - 1]));
      drawCoefficients(posterior.block, posterior.marginal.projections, sigma, random, coefficients);
      out[layout.sigma] = sigma * model.kpiScale;
      recordChannels(posterior, position, layout, out);
      recordColumns(model, coefficients, layout, out);
    },
  };
}

/** Parameters and contributions of the channels, from the room that the last evaluation filled. */
function recordChannels(
  { model, channels, media }: LogPosterior,
  position: Float64Array,
  layout: QuantityLayout,
  out: Float64Array,
): void {
  let total = 0;
  channels.forEach((kernel, index) => {
    recordCurve(kernel, media.settings, position, { layout, index, out });
    const contribution = effectTotal(kernel, media) * model.kpiScale;
    out[layout.contribution[index]] = contribution;
    total += contribution;
  });
  out[layout.media] = total;
}

function recordCurve(
  { channel, coordinates, halfSaturation, settingsAt }: ChannelKernel,
  settings: Float64Array,
  position: Float64Array,
  to: { readonly layout: QuantityLayout; readonly index: number; readonly out: Float64Array },
): void {
  const { layout, index, out } = to;
  const write = (place: number | null, value: number): void => {
    if (place !== null) out[place] = value;
  };
  write(layout.retention[index], settings[settingsAt + RETENTION_AT]);
  write(layout.slope[index], settings[settingsAt + STEEPNESS_AT]);
  write(layout.exponent[index], settings[settingsAt + STEEPNESS_AT]);
  if (halfSaturation !== null && coordinates.halfSaturation !== null)
    write(
      layout.halfSaturation[index],
      channel.spendScale * fromLog(halfSaturation, position[coordinates.halfSaturation]),
    );
}

function recordColumns(
  model: MediaMixModel,
  coefficients: Float64Array,
  layout: QuantityLayout,
  out: Float64Array,
): void {
  let baseline = 0;
  model.columns.forEach((column, index) => {
    out[layout.column[index]] = (coefficients[index] * model.kpiScale) / column.unit;
    for (let week = 0; week < model.fittedWeeks; week++)
      baseline += coefficients[index] * column.values[week];
  });
  out[layout.baseline] = baseline * model.kpiScale;
}
