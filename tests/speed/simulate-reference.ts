/**
 * Data sets of the class of `mmm-reference` (156 weeks, 10 channels), one per seed, from its published truth.
 *
 * Its own loops and Math.*, nothing of the model's code (decisions §11). Spends are log-normal with memory, every third
 * channel in flights, as the published ones are; the published curves go round among the channels with the seed, so
 * that each data set pairs other curves with other spends.
 */

import type { MediaHistory } from "@mmm/core/data/media-history.ts";
import { createRandom, type Random } from "@mmm/core/numerics/random.ts";

/** The truth of mmm_T156_K10_seed2.json, by channel; gamma: intercept, trend, two Fourier pairs, three controls. */
export interface PublishedTruth {
  readonly lambda: readonly number[];
  readonly ec: readonly number[];
  readonly slope: readonly number[];
  readonly beta: readonly number[];
  readonly gamma: readonly number[];
  readonly sigma: number;
}

/** ../shared/data/mmm-reference/mmm_T156_K10_seed2.json, as far as it is used here; X and Z are [week][column]. */
export interface PublishedReference {
  readonly truth: PublishedTruth;
  readonly data: { readonly X: number[][]; readonly Z: number[][]; readonly y: number[] };
}

const LAGS = 13;
/** Money: the KPI has mean 1 and a channel's largest week 1 in the published data. */
const KPI_UNIT = 1_000_000;
const SPEND_UNIT = 50_000;
const STREAM = 2000;

export interface ReferenceShape {
  readonly weeks: number;
  readonly channels: number;
}

/** A history of the class; other sizes go round the published channels again. */
export function referenceHistory(
  truth: PublishedTruth,
  seed: number,
  { weeks, channels }: ReferenceShape = { weeks: 156, channels: 10 },
): MediaHistory {
  const random = createRandom(seed, STREAM);
  const spends = Array.from({ length: channels }, (_, channel) => spendSeries(weeks, channel, random));
  const controls = [
    remembering(weeks, 0.7, random),
    Float64Array.from({ length: weeks }, () => (random.uniform() < 0.1 ? 1 : 0)),
    remembering(weeks, 0, random),
  ];
  const kpi = new Float64Array(weeks);
  for (let week = 0; week < weeks; week++) {
    kpi[week] = baselineAt(truth.gamma, week, weeks, controls) + truth.sigma * random.normal();
  }
  spends.forEach((spend, channel) => {
    const curve = (channel + seed) % truth.beta.length;
    const share = (10 * truth.beta[curve]) / channels;
    for (let week = 0; week < weeks; week++) kpi[week] += share * reached(spend, week, truth, curve);
  });
  return historyOf(kpi, spends, controls);
}

/** The published data set itself; its last three columns are the controls, the others the model makes for itself. */
export function publishedHistory({ data }: PublishedReference): MediaHistory {
  const columns = (rows: number[][]): Float64Array[] =>
    rows[0].map((_, column) => Float64Array.from(rows, (row) => row[column]));
  return historyOf(Float64Array.from(data.y), columns(data.X), columns(data.Z).slice(-3));
}

/** Σ λ^l x / Σ λ^l, then a^n / (a^n + ec^n), as mmm-reference/SOURCES.md states them. */
function reached(spend: Float64Array, week: number, truth: PublishedTruth, curve: number): number {
  let carried = 0;
  let norm = 0;
  for (let lag = 0; lag < LAGS; lag++) {
    norm += truth.lambda[curve] ** lag;
    if (lag <= week) carried += truth.lambda[curve] ** lag * spend[week - lag];
  }
  const exposure = carried / norm;
  if (exposure === 0) return 0;
  return 1 / (1 + (truth.ec[curve] / exposure) ** truth.slope[curve]);
}

function baselineAt(
  gamma: readonly number[],
  week: number,
  weeks: number,
  controls: readonly Float64Array[],
): number {
  const year = (2 * Math.PI * week) / 52.18;
  const columns = [
    1,
    week / (weeks - 1) - 0.5,
    Math.sin(year),
    Math.cos(year),
    Math.sin(2 * year),
    Math.cos(2 * year),
    ...controls.map((values) => values[week]),
  ];
  return columns.reduce((sum, value, column) => sum + gamma[column] * value, 0);
}

/** Stationary, sd 1. */
function remembering(weeks: number, memory: number, random: Random): Float64Array {
  const values = new Float64Array(weeks);
  for (let week = 0; week < weeks; week++) {
    const fresh = random.normal();
    values[week] = week === 0 ? fresh : memory * values[week - 1] + Math.sqrt(1 - memory ** 2) * fresh;
  }
  return values;
}

/** Largest week 1; flights last five weeks on average, and so do the pauses. */
function spendSeries(weeks: number, channel: number, random: Random): Float64Array {
  const level = remembering(weeks, 0.7, random);
  let live = true;
  const raw = level.map((value) => {
    if (random.uniform() < 0.2) live = !live;
    return channel % 3 === 0 && !live ? 0 : Math.exp(0.4 * value);
  });
  const largest = raw.reduce((most, value) => Math.max(most, value), 0);
  return raw.map((value) => value / largest);
}

function historyOf(
  kpi: Float64Array,
  spends: readonly Float64Array[],
  controls: readonly Float64Array[],
): MediaHistory {
  const weeks = kpi.length;
  return {
    file: "reference-class.csv",
    sheet: null,
    company: null,
    currency: "USD",
    weeks: Array.from({ length: weeks }, (_, week) =>
      new Date(Date.UTC(2023, 0, 2 + 7 * week)).toISOString().slice(0, 10),
    ),
    kpi: {
      name: "revenue",
      kind: "money",
      values: kpi.map((value) => KPI_UNIT * value),
      revenuePerKpi: new Float64Array(weeks).fill(1),
    },
    channels: spends.map((spend, channel) => ({
      name: `C${channel + 1}`,
      group: "other",
      column: `c${channel + 1}`,
      spend: spend.map((value) => SPEND_UNIT * value),
      exposure: null,
      min: null,
      max: null,
      lockedUntil: null,
      carryIn: new Float64Array(0),
      adstock: null,
      saturation: null,
      prior: null,
    })),
    controls: controls.map((values, index) => ({ name: `X${index + 1}`, type: "other", sign: null, values })),
    events: [],
    liftTests: [],
    leftOut: [],
    imputed: [],
  };
}
