/** The reference class as both Stan programs want it. */

import type { Reference } from "../../tests/recovery/reference-class.ts";

const LAGS = 13;

/** Variable → value; a matrix is [row][column]. */
export function stanData({ data, prior }: Reference): Record<string, number | number[] | number[][]> {
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
    beta_scale: prior.bS,
    gamma_mean: prior.gM,
    gamma_sd: prior.gS,
    sigma_scale: prior.sS,
  };
}
