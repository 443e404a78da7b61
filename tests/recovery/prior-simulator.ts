/** Simulates KPIs from a fitted prior: its own loops and Math.*, nothing of the model's code (decisions §11). */

import { createRandom, type Random } from "@mmm/core/numerics/random.ts";
import { drawBeta } from "@mmm/core/numerics/random-variates.ts";
import { oracleLift } from "../oracles/lift-oracle.ts";
import {
  type Natural,
  type NaturalChannel,
  oracleCoefficient,
  oracleMedia,
  oracleReached,
} from "../oracles/media-mix-oracle.ts";
import { blankModel, type Family, type PriorChannel, type PriorModel } from "./prior-families.ts";

/** Parameters that made a KPI, by the names that a fit records. */
export interface Simulated {
  readonly model: PriorModel;
  readonly truth: ReadonlyMap<string, number>;
}

/**
 * Draws parameters from a family's priors; a KPI, and the results of its lift tests, from the parameters.
 *
 * @param seed - spends, parameters and noise are all from it.
 */
export function simulateFromPrior(family: Family, seed: number): Simulated {
  const random = createRandom(seed, 1000);
  const blank = blankModel(family, random);
  const natural = {
    channels: drawChannels(blank.channels, random),
    sigma: blank.noiseScale * Math.abs(random.normal()),
  };
  const gamma = blank.columns.map(({ priorMean, priorSd }) => priorMean + priorSd * random.normal());
  return observe(blank, natural, gamma, random);
}

/**
 * A KPI from parameters that are the same for every seed: none at the middle of its prior, all within it.
 *
 * @param family - of at most three channels with the default choices.
 * @param seed - spends and noise are from it.
 */
export function simulateAtTruth(family: Family, seed: number): Simulated {
  const random = createRandom(seed, 2000);
  const blank = blankModel(family, random);
  const natural = {
    channels: blank.channels.map(({ effect }, k) => ({
      retention: [0.3, 0.6, 0.75][k],
      halfSaturation: [0.3, 0.5, 0.9][k],
      steepness: [1, 1.4, 1.9][k],
      effect: "scale" in effect ? effect.scale * [0.4, 0.8, 1.5][k] : Number.NaN,
    })),
    sigma: 0.5 * blank.noiseScale,
  };
  const gamma = blank.columns.map(
    ({ priorMean, priorSd }, column) => priorMean + (column - 2) * 0.4 * priorSd,
  );
  return observe(blank, natural, gamma, random);
}

/** What these parameters and this noise make, and the parameters by name. */
function observe(blank: PriorModel, natural: Natural, gamma: readonly number[], random: Random): Simulated {
  const kpi = Float64Array.from(oracleMedia(blank, natural), (effect, week) =>
    blank.columns.reduce(
      (sum, { values }, column) => sum + gamma[column] * values[week],
      effect + natural.sigma * random.normal(),
    ),
  );
  const liftTests = blank.liftTests.map((test) => ({
    ...test,
    lift: oracleLift(blank, natural, test) + test.standardError * random.normal(),
  }));
  return { model: { ...blank, kpi, liftTests }, truth: named(blank, natural, gamma) };
}

function named(model: PriorModel, natural: Natural, gamma: readonly number[]): ReadonlyMap<string, number> {
  const truth = new Map<string, number>();
  let media = 0;
  model.channels.forEach((channel, k) => {
    const own = natural.channels[k];
    const { kind } = channel.saturation;
    if (channel.adstock.kind !== "none") truth.set(`retention[${channel.name}]`, own.retention);
    if (kind !== "power" && kind !== "none") truth.set(`halfSaturation[${channel.name}]`, own.halfSaturation);
    if (kind === "hill") truth.set(`slope[${channel.name}]`, own.steepness);
    if (kind === "power") truth.set(`exponent[${channel.name}]`, own.steepness);
    const reached = oracleReached(channel, own, model.fittedWeeks);
    const coefficient = oracleCoefficient(model, channel, own, reached);
    const contribution = coefficient * reached.reduce((sum, h) => sum + h, 0);
    truth.set(`contribution[${channel.name}]`, contribution);
    media += contribution;
  });
  model.columns.forEach(({ name }, column) => {
    truth.set(`column[${name}]`, gamma[column]);
  });
  return truth.set("sigma", natural.sigma).set("media", media);
}

/** Retentions of all channels first, then half-saturations, slopes and effects: the order fixes what a seed stands for. */
function drawChannels(channels: readonly PriorChannel[], random: Random): NaturalChannel[] {
  const logNormal = ({ logMedian, logSd }: { readonly logMedian: number; readonly logSd: number }): number =>
    Math.exp(logMedian + logSd * random.normal());
  const retentions = channels.map(({ adstock }) =>
    adstock.kind === "none" ? Number.NaN : drawBeta(random, adstock.retention.alpha, adstock.retention.beta),
  );
  const halves = channels.map(({ saturation }) =>
    "halfSaturation" in saturation ? logNormal(saturation.halfSaturation) : Number.NaN,
  );
  const steepnesses = channels.map(({ saturation }) => {
    if (saturation.kind === "power")
      return drawBeta(random, saturation.exponent.alpha, saturation.exponent.beta);
    return saturation.kind === "hill" ? logNormal(saturation.slope) : Number.NaN;
  });
  const effects = channels.map(({ effect }) =>
    effect.kind === "return" ? logNormal(effect.prior) : effect.scale * Math.abs(random.normal()),
  );
  return channels.map((_, k) => ({
    retention: retentions[k],
    halfSaturation: halves[k],
    steepness: steepnesses[k],
    effect: effects[k],
  }));
}
