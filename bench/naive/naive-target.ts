/**
 * The naive version: the same posterior by the same TypeScript kernel, but nothing integrated out and nothing whitened.
 *
 * The coefficients of the linear block are coordinates, and so is the logarithm of each channel's coefficient, as in the
 * program that one writes first in Stan.
 */

import { setCurve } from "@mmm/core/model/kernel/channel-kernel.ts";
import { COEFFICIENT_AT, RETENTION_AT, STEEPNESS_AT } from "@mmm/core/model/kernel/media-kernel.ts";
import { ANSWER, BEND, DRAG, REACHED } from "@mmm/core/model/kernel/saturate.ts";
import { type LogPosterior, logPosterior } from "@mmm/core/model/log-posterior.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { LOG_HALF_NORMAL_SD, logSigmaAt } from "@mmm/core/model/parameters.ts";
import { exp, log } from "@mmm/core/numerics/elementary.ts";
import type { Target } from "@mmm/core/sample/target.ts";

type Channel = LogPosterior["channels"][number];

/** The default model's posterior in naive coordinates; geometric adstock, Hill and contribution priors only. */
export function naiveTarget(model: MediaMixModel): Target {
  const posterior = logPosterior(model, "typescript-1");
  const { dimension: inner, channels, media } = posterior;
  const { columns, fittedWeeks: weeks } = model;
  const dimension = inner + columns.length;

  function logDensity(position: Float64Array, gradient: Float64Array): number {
    for (const channel of channels) setCurve(channel, position, media);
    media.saturate();
    for (let week = 0; week < weeks; week++) media.residual[week] = model.kpi[week];
    subtractColumns(model, position, inner, media.residual);
    for (const channel of channels) {
      const logCoefficient = position[channel.coordinates.effect];
      media.settings[channel.settingsAt + COEFFICIENT_AT] = exp(logCoefficient);
    }
    media.subtract();
    const noise = addNoise(posterior, position[inner - 1], gradient);
    media.reduce();
    let density = noise;
    for (const channel of channels) density += addChannel(posterior, channel, position, gradient);
    density += addColumns(posterior, position, gradient);
    return Number.isFinite(density) ? density : Number.NEGATIVE_INFINITY;
  }

  const scratch = new Float64Array(dimension);
  return {
    dimension,
    logDensity,
    start: startOf(posterior, dimension),
    quantities: namesOf(model),
    record(position, _random, out) {
      logDensity(position, scratch);
      channels.forEach((channel, index) => {
        const { settingsAt, sumsAt } = channel;
        const prior = channel.halfSaturation;
        const scale = model.channels[index].spendScale;
        const q = position[channel.coordinates.halfSaturation ?? 0];
        out[4 * index] = media.settings[settingsAt + RETENTION_AT];
        out[4 * index + 1] = prior === null ? Number.NaN : scale * exp(prior.logMedian + prior.logSd * q);
        out[4 * index + 2] = media.settings[settingsAt + STEEPNESS_AT];
        out[4 * index + 3] =
          media.settings[settingsAt + COEFFICIENT_AT] * media.sums[sumsAt + REACHED] * model.kpiScale;
      });
      const after = 4 * channels.length;
      columns.forEach(({ unit }, column) => {
        out[after + column] = (position[inner + column] * model.kpiScale) / unit;
      });
      out[after + columns.length] = exp(logSigmaAt(model.noiseScale, position[inner - 1])) * model.kpiScale;
    },
  };
}

/** As the fit names them, without the two totals. */
function namesOf({ channels, columns }: MediaMixModel): string[] {
  return [
    ...channels.flatMap(({ name }) =>
      ["retention", "halfSaturation", "slope", "contribution"].map((kind) => `${kind}[${name}]`),
    ),
    ...columns.map(({ name }) => `column[${name}]`),
    "sigma",
  ];
}

function scaleOf({ channel }: Channel): number {
  if (channel.effect.kind !== "contribution")
    throw new RangeError("the naive version knows the default prior only");
  return channel.effect.scale;
}

function startOf({ channels, model }: LogPosterior, dimension: number): Target["start"] {
  const mean = new Float64Array(dimension);
  const sd = new Float64Array(dimension).fill(1);
  for (const channel of channels) mean[channel.coordinates.effect] = log(2 * scaleOf(channel)) + -0.635;
  const inner = dimension - model.columns.length;
  model.columns.forEach(({ priorMean, priorSd }, column) => {
    mean[inner + column] = priorMean;
    sd[inner + column] = priorSd;
  });
  return { mean, sd };
}

function subtractColumns(
  { columns }: MediaMixModel,
  position: Float64Array,
  first: number,
  residual: Float64Array,
): void {
  for (let column = 0; column < columns.length; column++) {
    const { values } = columns[column];
    const coefficient = position[first + column];
    for (let week = 0; week < residual.length; week++) residual[week] -= coefficient * values[week];
  }
}

/** Normal likelihood and half-Normal sigma; fills the gradient by week. */
function addNoise({ media, model, dimension }: LogPosterior, q: number, gradient: Float64Array): number {
  const { residual, byWeek } = media;
  const logSigma = logSigmaAt(model.noiseScale, q);
  const sigma = exp(logSigma);
  const precision = 1 / (sigma * sigma);
  let square = 0;
  for (let week = 0; week < residual.length; week++) {
    square += residual[week] * residual[week];
    byWeek[week] = residual[week] * precision;
  }
  const ratio = sigma / model.noiseScale;
  gradient[dimension - 1] = LOG_HALF_NORMAL_SD * (square * precision - residual.length + 1 - ratio * ratio);
  return -residual.length * logSigma - 0.5 * square * precision + logSigma - 0.5 * ratio * ratio;
}

/** Priors of a channel's four parameters, the half-Normal being that of its mean contribution. */
function addChannel(
  { media, model }: LogPosterior,
  channel: Channel,
  position: Float64Array,
  gradient: Float64Array,
): number {
  const { coordinates, retention, halfSaturation, slope, settingsAt, sumsAt } = channel;
  const { settings, sums, products } = media;
  if (retention === null || halfSaturation === null || slope === null)
    throw new RangeError("the naive version knows geometric adstock and Hill only");
  const [atShare, atHalf, atSlope] = [
    coordinates.retention,
    coordinates.halfSaturation,
    coordinates.steepness,
  ];
  if (atShare === null || atHalf === null || atSlope === null) throw new RangeError("a Hill has all three");
  const coefficient = settings[settingsAt + COEFFICIENT_AT];
  const mean = (coefficient * sums[sumsAt + REACHED]) / model.fittedWeeks;
  const ratio = mean / scaleOf(channel);
  const pull = 1 - ratio * ratio;
  // the prior of the mean contribution also looks at the curve, whose mean is a part of it
  const lean = pull / (coefficient * sums[sumsAt + REACHED]);
  const strength = coefficient * settings[settingsAt + STEEPNESS_AT];
  const through = (sum: number): number => strength * (products[sumsAt + sum] + lean * sums[sumsAt + sum]);
  const share = settings[settingsAt + RETENTION_AT];
  const { width, alpha, beta } = retention;
  gradient[atShare] =
    through(DRAG) * width * share * (1 - share) + width * (alpha * (1 - share) - beta * share);
  gradient[atHalf] = -through(ANSWER) * halfSaturation.logSd - position[atHalf];
  gradient[atSlope] = through(BEND) * slope.logSd - position[atSlope];
  gradient[coordinates.effect] = coefficient * products[sumsAt + REACHED] + pull;
  const normals = position[atHalf] * position[atHalf] + position[atSlope] * position[atSlope];
  return alpha * log(share) + beta * log(1 - share) - 0.5 * (normals + ratio * ratio) + log(mean);
}

function addColumns(
  { media, model, dimension }: LogPosterior,
  position: Float64Array,
  gradient: Float64Array,
): number {
  const { byWeek } = media;
  let density = 0;
  for (let column = 0; column < model.columns.length; column++) {
    const { values, priorMean, priorSd } = model.columns[column];
    const z = (position[dimension + column] - priorMean) / priorSd;
    let slope = 0;
    for (let week = 0; week < byWeek.length; week++) slope += byWeek[week] * values[week];
    gradient[dimension + column] = slope - z / priorSd;
    density -= 0.5 * z * z;
  }
  return density;
}
