/** The slow textbook form of the model's posterior: loops, Math.* and dense matrices; it imports nothing from the model's code. */

import { cholesky, forwardSolve } from "./dense-algebra.ts";
import { halfNormalFrom } from "./half-normal.ts";
import { logBeta, logHalfNormal, logLogNormal, logNormal } from "./log-densities.ts";

/** Of log |z| for a standard normal z: −(γ + ln 2) / 2 and π / √8. */
const LOG_SIGMA_MEAN = -(0.5772156649015329 + Math.LN2) / 2;
const LOG_SIGMA_SD = Math.PI / Math.sqrt(8);

interface Beta {
  readonly alpha: number;
  readonly beta: number;
}

interface LogNormal {
  readonly logMedian: number;
  readonly logSd: number;
}

/** The model as plain data, restated here so that a change of the product's types can not silently change the oracle. */
export interface OracleChannel {
  readonly spend: ArrayLike<number>;
  readonly carryIn: ArrayLike<number>;
  readonly adstock:
    | { readonly kind: "geometric"; readonly maxLag: number; readonly retention: Beta }
    | { readonly kind: "infinite"; readonly retention: Beta }
    | { readonly kind: "none" };
  readonly saturation:
    | { readonly kind: "hill"; readonly halfSaturation: LogNormal; readonly slope: LogNormal }
    | { readonly kind: "logistic" | "tanh" | "michaelis-menten"; readonly halfSaturation: LogNormal }
    | { readonly kind: "power"; readonly exponent: Beta }
    | { readonly kind: "none" };
  readonly effect:
    | { readonly kind: "contribution" | "coefficient"; readonly scale: number }
    | {
        readonly kind: "return";
        readonly prior: LogNormal;
        readonly perReturn: number;
        readonly weights: ArrayLike<number> | null;
      };
}

export interface OracleModel {
  readonly fittedWeeks: number;
  readonly kpi: ArrayLike<number>;
  readonly noiseScale: number;
  readonly channels: readonly OracleChannel[];
  readonly columns: readonly {
    readonly values: ArrayLike<number>;
    readonly priorMean: number;
    readonly priorSd: number;
  }[];
  readonly liftTests: readonly {
    readonly channel: number;
    readonly firstWeek: number;
    readonly lastWeek: number;
    readonly spendWithout: ArrayLike<number>;
    readonly lift: number;
    readonly standardError: number;
  }[];
}

/** One channel's parameters in their own units; NaN where its family has none. */
export interface NaturalChannel {
  readonly retention: number;
  readonly halfSaturation: number;
  /** Hill slope or exponent. */
  readonly steepness: number;
  /** What the effect's prior is on: mean weekly contribution, coefficient, or return. */
  readonly effect: number;
}

export interface Natural {
  readonly channels: readonly NaturalChannel[];
  readonly sigma: number;
}

/** Σ weight · spend by the definition of a normalized geometric adstock. */
export function oracleAdstock(
  spend: ArrayLike<number>,
  retention: number,
  maxLag: number,
  week: number,
): number {
  let above = 0;
  let below = 0;
  for (let lag = 0; lag <= maxLag; lag++) {
    const weight = retention ** lag;
    below += weight;
    if (week - lag >= 0) above += weight * spend[week - lag];
  }
  return above / below;
}

export function oracleHill(x: number, halfSaturation: number, slope: number): number {
  return x <= 0 ? 0 : x ** slope / (x ** slope + halfSaturation ** slope);
}

/** The channel's curve, [week], with its spend or with another. */
export function oracleReached(
  channel: OracleChannel,
  natural: NaturalChannel,
  weeks: number,
  spend: ArrayLike<number> = channel.spend,
): number[] {
  const all = [...Array.from(channel.carryIn), ...Array.from(spend)];
  return Array.from({ length: weeks }, (_, week) =>
    oracleCurve(channel.saturation.kind, natural, oracleCarried(channel, natural.retention, all, week)),
  );
}

function oracleCarried(
  { adstock, carryIn }: OracleChannel,
  retention: number,
  all: readonly number[],
  week: number,
): number {
  const at = carryIn.length + week;
  if (adstock.kind === "none") return all[at];
  if (adstock.kind === "geometric") return oracleAdstock(all, retention, adstock.maxLag, at);
  let sum = 0;
  for (let lag = 0; lag <= at; lag++) sum += (1 - retention) * retention ** lag * all[at - lag];
  return sum;
}

function oracleCurve(
  kind: OracleChannel["saturation"]["kind"],
  { halfSaturation, steepness }: NaturalChannel,
  x: number,
): number {
  switch (kind) {
    case "hill":
      return oracleHill(x, halfSaturation, steepness);
    case "michaelis-menten":
      return x / (halfSaturation + x);
    case "logistic": {
      const rate = Math.log(3) / halfSaturation;
      return -Math.expm1(-rate * x) / (1 + Math.exp(-rate * x));
    }
    case "tanh":
      return Math.tanh((Math.atanh(0.5) * x) / halfSaturation);
    case "power":
      return x <= 0 ? 0 : x ** steepness;
    default:
      return x;
  }
}

/** What the curve is multiplied with. */
export function oracleCoefficient(
  model: OracleModel,
  channel: OracleChannel,
  natural: NaturalChannel,
  reached: readonly number[],
): number {
  const { effect } = channel;
  if (effect.kind === "coefficient") return natural.effect;
  const weights = effect.kind === "return" ? effect.weights : null;
  let mean = 0;
  reached.forEach((h, week) => {
    mean += (h * (weights === null ? 1 : weights[week])) / model.fittedWeeks;
  });
  return (natural.effect * (effect.kind === "return" ? effect.perReturn : 1)) / mean;
}

/** Weekly media effect, [week], over the fitted weeks, in units of the scaled KPI. */
export function oracleMedia(model: OracleModel, natural: Natural): number[] {
  const media = new Array<number>(model.fittedWeeks).fill(0);
  model.channels.forEach((channel, k) => {
    const reached = oracleReached(channel, natural.channels[k], model.fittedWeeks);
    const beta = oracleCoefficient(model, channel, natural.channels[k], reached);
    reached.forEach((h, week) => {
      media[week] += beta * h;
    });
  });
  return media;
}

/** log p(KPI | parameters, gamma) with every constant. */
export function oracleLogLikelihood(model: OracleModel, natural: Natural, gamma: readonly number[]): number {
  const media = oracleMedia(model, natural);
  let sum = 0;
  for (let week = 0; week < model.fittedWeeks; week++) {
    let expected = media[week];
    model.columns.forEach((column, p) => {
      expected += gamma[p] * column.values[week];
    });
    sum += logNormal(model.kpi[week], expected, natural.sigma);
  }
  return sum;
}

/** log p(gamma), with every constant. */
export function oracleLogPriorOfGamma(model: OracleModel, gamma: readonly number[]): number {
  return model.columns.reduce(
    (sum, column, p) => sum + logNormal(gamma[p], column.priorMean, column.priorSd),
    0,
  );
}

/** log p(KPI | parameters) with gamma integrated out: a dense T × T normal, with every constant. */
export function oracleCollapsedLikelihood(model: OracleModel, natural: Natural): number {
  const weeks = model.fittedWeeks;
  const media = oracleMedia(model, natural);
  const residual = media.map((effect, week) => {
    const expected = model.columns.reduce(
      (sum, column) => sum + column.priorMean * column.values[week],
      effect,
    );
    return model.kpi[week] - expected;
  });
  const covariance = residual.map((_, row) =>
    residual.map((__, column) => {
      const shared = model.columns.reduce(
        (sum, { values, priorSd }) => sum + values[row] * values[column] * priorSd * priorSd,
        0,
      );
      return shared + (row === column ? natural.sigma ** 2 : 0);
    }),
  );
  const lower = cholesky(covariance);
  const white = forwardSolve(lower, residual);
  let sum = -0.5 * weeks * Math.log(2 * Math.PI);
  for (let week = 0; week < weeks; week++) sum -= Math.log(lower[week][week]) + 0.5 * white[week] ** 2;
  return sum;
}

/** log p(gamma | KPI, parameters): the conditional normal of a Bayesian linear regression, with every constant. */
export function oracleConditionalOfGamma(
  model: OracleModel,
  natural: Natural,
  gamma: readonly number[],
): number {
  const { mean, precision } = conditionalOfGamma(model, natural);
  const lower = cholesky(precision);
  const difference = gamma.map((value, p) => value - mean[p]);
  let square = 0;
  let logDeterminant = 0;
  for (let row = 0; row < gamma.length; row++) {
    logDeterminant += 2 * Math.log(lower[row][row]);
    for (let column = 0; column < gamma.length; column++)
      square += difference[row] * precision[row][column] * difference[column];
  }
  return 0.5 * (logDeterminant - gamma.length * Math.log(2 * Math.PI) - square);
}

/** Mean and precision of gamma given the rest: (ZᵀZ/σ² + V⁻¹) and its right-hand side. */
export function conditionalOfGamma(
  model: OracleModel,
  natural: Natural,
): { mean: number[]; precision: number[][] } {
  const media = oracleMedia(model, natural);
  const variance = natural.sigma ** 2;
  const size = model.columns.length;
  const precision = model.columns.map((a, row) =>
    model.columns.map((b, column) => {
      let sum = 0;
      for (let week = 0; week < model.fittedWeeks; week++) sum += a.values[week] * b.values[week];
      return sum / variance + (row === column ? 1 / a.priorSd ** 2 : 0);
    }),
  );
  const right = model.columns.map((column) => {
    let sum = column.priorMean / column.priorSd ** 2;
    for (let week = 0; week < model.fittedWeeks; week++)
      sum += (column.values[week] * (model.kpi[week] - media[week])) / variance;
    return sum;
  });
  const lower = cholesky(precision);
  const half = forwardSolve(lower, right);
  const mean = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let sum = half[row];
    for (let column = row + 1; column < size; column++) sum -= lower[column][row] * mean[column];
    mean[row] = sum / lower[row][row];
  }
  return { mean, precision };
}

/** Log prior density of the parameters in their own units, with every constant. */
export function oracleLogPrior(model: OracleModel, natural: Natural): number {
  return model.channels.reduce(
    (sum, channel, k) => sum + channelLogPrior(channel, natural.channels[k]),
    logHalfNormal(natural.sigma, model.noiseScale),
  );
}

function channelLogPrior({ adstock, saturation, effect }: OracleChannel, natural: NaturalChannel): number {
  let sum =
    effect.kind === "return"
      ? logLogNormal(natural.effect, effect.prior)
      : logHalfNormal(natural.effect, effect.scale);
  if (adstock.kind !== "none") sum += logBetaDensity(natural.retention, adstock.retention);
  if (saturation.kind === "power") sum += logBetaDensity(natural.steepness, saturation.exponent);
  if (saturation.kind === "hill") sum += logLogNormal(natural.steepness, saturation.slope);
  if (saturation.kind !== "power" && saturation.kind !== "none")
    sum += logLogNormal(natural.halfSaturation, saturation.halfSaturation);
  return sum;
}

function logBetaDensity(x: number, { alpha, beta }: Beta): number {
  return (alpha - 1) * Math.log(x) + (beta - 1) * Math.log(1 - x) - logBeta(alpha, beta);
}

/** The unconstrained position → natural parameters, by the conventions written in the model's documentation. */
export function oracleNatural(model: OracleModel, position: ArrayLike<number>): Natural {
  let next = 0;
  const coordinate = (): number => position[next++];
  const channels = model.channels.map(({ adstock, saturation, effect }) => ({
    retention: adstock.kind === "none" ? Number.NaN : fromLogit(adstock.retention, coordinate()),
    halfSaturation:
      saturation.kind === "power" || saturation.kind === "none"
        ? Number.NaN
        : fromLog(saturation.halfSaturation, coordinate()),
    steepness: steepnessFrom(saturation, coordinate),
    effect:
      effect.kind === "return"
        ? fromLog(effect.prior, coordinate())
        : effect.scale * halfNormalFrom(coordinate()),
  }));
  const logSigma = LOG_SIGMA_MEAN + LOG_SIGMA_SD * coordinate();
  return { channels, sigma: model.noiseScale * Math.exp(logSigma) };
}

function steepnessFrom(saturation: OracleChannel["saturation"], coordinate: () => number): number {
  if (saturation.kind === "hill") return fromLog(saturation.slope, coordinate());
  return saturation.kind === "power" ? fromLogit(saturation.exponent, coordinate()) : Number.NaN;
}

function fromLogit({ alpha, beta }: Beta, q: number): number {
  return 1 / (1 + Math.exp(-(Math.log(alpha / beta) + Math.sqrt(1 / alpha + 1 / beta) * q)));
}

function fromLog({ logMedian, logSd }: LogNormal, q: number): number {
  return Math.exp(logMedian + logSd * q);
}

/** The parameters that exist, in the order of their coordinates. */
export function naturalInOrder({ channels, sigma }: Natural): number[] {
  return [
    ...channels.flatMap(({ retention, halfSaturation, steepness, effect }) =>
      [retention, halfSaturation, steepness, effect].filter((value) => !Number.isNaN(value)),
    ),
    sigma,
  ];
}

/** log |d natural / d position|, by central differences of each parameter along its own coordinate. */
export function oracleLogJacobian(model: OracleModel, position: ArrayLike<number>): number {
  const step = 1e-5;
  const moved = (coordinate: number, by: number): number => {
    const at = Array.from(position);
    at[coordinate] += by;
    return naturalInOrder(oracleNatural(model, at))[coordinate];
  };
  let sum = 0;
  for (let coordinate = 0; coordinate < position.length; coordinate++)
    sum += Math.log((moved(coordinate, step) - moved(coordinate, -step)) / (2 * step));
  return sum;
}

/**
 * Log prior density in the coordinates themselves, with every constant: what `oracleLogPrior` and the Jacobian give
 * together, in the form that stays exact far out. A standardized logarithm and the half-Normal's coordinate are N(0, 1);
 * a logit's density is that of a Beta's logit times its width.
 */
export function oracleLogPriorAt(model: OracleModel, position: ArrayLike<number>): number {
  let next = 0;
  const standard = (): number => logNormal(position[next++], 0, 1);
  const logit = (prior: Beta): number => logLogitDensity(prior, position[next++]);
  let sum = 0;
  for (const { adstock, saturation } of model.channels) {
    if (adstock.kind !== "none") sum += logit(adstock.retention);
    if (saturation.kind !== "power" && saturation.kind !== "none") sum += standard();
    if (saturation.kind === "hill") sum += standard();
    if (saturation.kind === "power") sum += logit(saturation.exponent);
    sum += standard();
  }
  const logSigma = LOG_SIGMA_MEAN + LOG_SIGMA_SD * position[next];
  return (
    sum +
    Math.log(2 / Math.sqrt(2 * Math.PI)) -
    0.5 * Math.exp(2 * logSigma) +
    logSigma +
    Math.log(LOG_SIGMA_SD)
  );
}

function logLogitDensity({ alpha, beta }: Beta, q: number): number {
  const width = Math.sqrt(1 / alpha + 1 / beta);
  const logit = Math.log(alpha / beta) + width * q;
  return (
    -alpha * Math.log1p(Math.exp(-logit)) -
    beta * Math.log1p(Math.exp(logit)) -
    logBeta(alpha, beta) +
    Math.log(width)
  );
}
