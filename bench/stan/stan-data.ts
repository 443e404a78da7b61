/** The reference class as both Stan programs want it, written as an R list. */

import type { Reference } from "../../tests/recovery/reference-class.ts";

const LAGS = 13;

/** R source that assigns the programs' data to `data`. */
export function stanData({ data, prior }: Reference): string {
  const spend = (week: number, channel: number): number => data.X[week]?.[channel] ?? 0;
  const lagged = Array.from({ length: data.K }, (_, k) =>
    Array.from({ length: LAGS }, (__, lag) => data.y.map((___, week) => spend(week - lag, k))),
  ).flat();
  const live = Array.from({ length: data.K }, (_, k) =>
    data.y.map((__, week) => (lagged.slice(k * LAGS, (k + 1) * LAGS).some((lag) => lag[week] > 0) ? 1 : 0)),
  );
  const columns = Array.from({ length: data.P }, (_, p) => data.Z.map((row) => row[p]));
  const scalars = { T: data.T, K: data.K, P: data.P, L: LAGS, beta_scale: prior.bS, sigma_scale: prior.sS };
  const vectors = {
    y: data.y,
    lambda_prior: [prior.la, prior.lb],
    ec_prior: [prior.ecM, prior.ecS],
    slope_prior: [prior.nM, prior.nS],
    gamma_mean: prior.gM,
    gamma_sd: prior.gS,
  };
  const entries = [
    ...Object.entries(scalars).map(([name, value]) => `${name} = ${value}`),
    ...Object.entries(vectors).map(([name, values]) => `${name} = c(${values.join(", ")})`),
    ...Object.entries({ lagged, live, Z: columns }).map(([name, matrix]) => `${name} = ${rMatrix(matrix)}`),
  ];
  return `data <- list(${entries.join(",\n")})\n`;
}

/** @param columns - [column][row] */
function rMatrix(columns: readonly (readonly number[])[]): string {
  return `matrix(c(${columns.flat().join(", ")}), ncol = ${columns.length})`;
}
