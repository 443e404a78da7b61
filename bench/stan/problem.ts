/** What is sampled: the reference class under one of two priors, as our model and as the data of the Stan programs. */

import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { type Reference, referenceModel } from "../../tests/recovery/reference-class.ts";

/** What the half-Normal is on: the coefficient, as in mmm-reference, or the mean contribution, our default. */
export type EffectKind = "coefficient" | "contribution";

export interface Problem {
  readonly name: EffectKind;
  readonly model: MediaMixModel;
  /** By the reference's names. */
  readonly quantities: readonly string[];
  /** Variable → value; a matrix is [row][column]. */
  readonly data: Readonly<Record<string, number | number[] | number[][]>>;
}

const LAGS = 13;

/** 0.4 ȳ √(π/2) / K: our default where all channels spend alike (decisions §3); ȳ is 1 here. */
const CONTRIBUTION_SCALE = 0.05;

/** The reference class under a prior. */
export function problemOf(reference: Reference, name: EffectKind): Problem {
  const base = referenceModel(reference);
  const scale = name === "coefficient" ? reference.prior.bS : CONTRIBUTION_SCALE;
  return {
    name,
    model: {
      ...base,
      channels: base.channels.map((channel) => ({ ...channel, effect: { kind: name, scale } })),
    },
    // our default model records no coefficient
    quantities: Object.keys(reference.reference).filter(
      (quantity) => name === "coefficient" || !quantity.startsWith("beta"),
    ),
    data: {
      ...stanData(reference),
      on_mean: name === "contribution" ? 1 : 0,
      effect_scale: scale,
    },
  };
}

function stanData({ data, prior }: Reference): Record<string, number | number[] | number[][]> {
  const lags = Array.from({ length: LAGS }, (_, lag) => lag);
  const lagged = data.y.map((_, week) =>
    Array.from({ length: data.K }, (__, k) => lags.map((lag) => data.X[week - lag]?.[k] ?? 0)),
  );
  return {
    T: data.T,
    K: data.K,
    P: data.P,
    L: LAGS,
    lagged: lagged.map((channels) => channels.flat()),
    live: lagged.map((channels) => channels.map((spend) => (spend.some((week) => week > 0) ? 1 : 0))),
    Z: data.Z,
    y: data.y,
    lambda_prior: [prior.la, prior.lb],
    ec_prior: [prior.ecM, prior.ecS],
    slope_prior: [prior.nM, prior.nS],
    gamma_mean: prior.gM,
    gamma_sd: prior.gS,
    sigma_scale: prior.sS,
  };
}
