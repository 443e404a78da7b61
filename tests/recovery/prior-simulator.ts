/** Simulates KPIs from a fitted prior: its own loops and Math.*, nothing of the model's code (decisions §11). */

import { createRandom, type Random } from "@mmm/core/numerics/random.ts";
import { drawBeta } from "@mmm/core/numerics/random-variates.ts";
import {
  type NaturalChannel,
  type OracleChannel,
  type OracleModel,
  oracleMedia,
} from "../oracles/media-mix-oracle.ts";

/** What a model is as plain data; restated so that this file needs no import from the model. */
export interface PriorModel extends OracleModel {
  readonly weeks: readonly string[];
  readonly kpi: Float64Array;
  readonly kpiScale: number;
  readonly channels: readonly {
    readonly name: string;
    readonly group: "other";
    readonly spend: Float64Array;
    readonly carryIn: Float64Array;
    readonly spendScale: number;
    readonly adstock: Extract<OracleChannel["adstock"], { kind: "geometric" }>;
    readonly saturation: Extract<OracleChannel["saturation"], { kind: "hill" }>;
    readonly effect: { readonly kind: "contribution"; readonly scale: number };
  }[];
  readonly liftTests: readonly [];
  readonly columns: readonly {
    readonly name: string;
    readonly role: "intercept" | "trend" | "season" | "control";
    readonly values: Float64Array;
    readonly unit: number;
    readonly priorMean: number;
    readonly priorSd: number;
  }[];
}

/** Parameters that made a KPI, by the names that a fit records. */
export interface Simulated {
  readonly model: PriorModel;
  readonly truth: ReadonlyMap<string, number>;
}

export interface PriorShape {
  readonly weeks: number;
  readonly channels: number;
  /** Standard deviation of the KPI that the priors of columns and noise are scaled by, in units of the KPI. */
  readonly kpiSd: number;
}

/**
 * Draws parameters from the default priors and a KPI from the parameters.
 *
 * @param shape - size of the data set.
 * @param seed - spends, parameters and noise are all from it.
 * @returns a model whose kpiScale and spendScale are 1, so that recorded quantities are in the same units as the truth.
 */
export function simulateFromPrior(shape: PriorShape, seed: number): Simulated {
  const random = createRandom(seed, 1000);
  const blank = blankModel(shape, random);
  const natural = {
    channels: drawChannels(blank, random),
    sigma: blank.noiseScale * Math.abs(random.normal()),
  };
  const gamma = blank.columns.map(({ priorMean, priorSd }) => priorMean + priorSd * random.normal());
  const media = oracleMedia(blank, natural);
  const kpi = Float64Array.from(media, (effect, week) =>
    blank.columns.reduce(
      (sum, { values }, column) => sum + gamma[column] * values[week],
      effect + natural.sigma * random.normal(),
    ),
  );
  const truth = new Map<string, number>();
  blank.channels.forEach(({ name }, k) => {
    const { retention, halfSaturation, steepness, effect } = natural.channels[k];
    truth.set(`retention[${name}]`, retention);
    truth.set(`halfSaturation[${name}]`, halfSaturation);
    truth.set(`slope[${name}]`, steepness);
    truth.set(`contribution[${name}]`, effect * shape.weeks);
  });
  blank.columns.forEach(({ name }, column) => {
    truth.set(`column[${name}]`, gamma[column]);
  });
  truth.set("sigma", natural.sigma);
  truth.set("media", natural.channels.reduce((sum, { effect }) => sum + effect, 0) * shape.weeks);
  return { model: { ...blank, kpi }, truth };
}

/** Retentions of all channels first, then half-saturations, slopes and effects: the order fixes what a seed stands for. */
function drawChannels({ channels }: PriorModel, random: Random): NaturalChannel[] {
  const retentions = channels.map(({ adstock }) =>
    drawBeta(random, adstock.retention.alpha, adstock.retention.beta),
  );
  const logNormal = ({ logMedian, logSd }: { readonly logMedian: number; readonly logSd: number }): number =>
    Math.exp(logMedian + logSd * random.normal());
  const halves = channels.map(({ saturation }) => logNormal(saturation.halfSaturation));
  const slopes = channels.map(({ saturation }) => logNormal(saturation.slope));
  const effects = channels.map(({ effect }) => effect.scale * Math.abs(random.normal()));
  return channels.map((_, k) => ({
    retention: retentions[k],
    halfSaturation: halves[k],
    steepness: slopes[k],
    effect: effects[k],
  }));
}

/** Default priors as decisions §3 states them, written out once more: a change of the rows must show here. */
function blankModel({ weeks, channels, kpiSd }: PriorShape, random: Random): PriorModel {
  const spends = Array.from({ length: channels }, (_, index) => spendSeries(weeks, index, random));
  const totals = spends.map((spend) => spend.reduce((sum, week) => sum + week, 0));
  const total = totals.reduce((sum, spend) => sum + spend, 0);
  return {
    weeks: Array.from({ length: weeks }, (_, week) =>
      new Date(1672617600000 + 604_800_000 * week).toISOString().slice(0, 10),
    ),
    fittedWeeks: weeks,
    kpi: new Float64Array(weeks),
    kpiScale: 1,
    liftTests: [],
    noiseScale: kpiSd,
    channels: spends.map((spend, index) => ({
      name: `C${index + 1}`,
      group: "other",
      spend,
      spendScale: 1,
      carryIn: new Float64Array(0),
      adstock: { kind: "geometric", maxLag: 12, retention: { alpha: 2, beta: 2 } },
      saturation: {
        kind: "hill",
        halfSaturation: { logMedian: Math.log(0.5), logSd: 0.6 },
        slope: { logMedian: Math.log(1.3), logSd: 0.3 },
      },
      effect: {
        kind: "contribution",
        scale: 0.4 * Math.sqrt(Math.PI / 2) * 0.5 * (totals[index] / total + 1 / channels),
      },
    })),
    columns: [
      column("Intercept", "intercept", weeks, () => 1, [0.7, 0.5]),
      column("Trend", "trend", weeks, (week) => week / (weeks - 1) - 0.5, [0, 0.3]),
      column("Sine", "season", weeks, (week) => Math.SQRT2 * Math.sin((2 * Math.PI * week) / 52.18), [
        0,
        0.5 * kpiSd,
      ]),
      column("Cosine", "season", weeks, (week) => Math.SQRT2 * Math.cos((2 * Math.PI * week) / 52.18), [
        0,
        0.5 * kpiSd,
      ]),
      column("Price", "control", weeks, () => random.normal(), [0, 0.5 * kpiSd]),
    ],
  };
}

function column(
  name: string,
  role: PriorModel["columns"][number]["role"],
  weeks: number,
  at: (week: number) => number,
  [priorMean, priorSd]: readonly [number, number],
): PriorModel["columns"][number] {
  return {
    name,
    role,
    values: Float64Array.from({ length: weeks }, (_, week) => at(week)),
    unit: 1,
    priorMean,
    priorSd,
  };
}

/** Largest week 1; every third channel is flighted, the others are always on. */
function spendSeries(weeks: number, index: number, random: Random): Float64Array {
  const raw = Float64Array.from({ length: weeks }, (_, week) => {
    const live = index % 3 !== 0 || Math.floor(week / 5) % 2 === 0;
    return live ? Math.exp(0.5 * random.normal()) : 0;
  });
  const largest = Math.max(...raw);
  return raw.map((week) => week / largest);
}
