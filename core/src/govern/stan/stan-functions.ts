/** The transforms in Stan, each as docs/method.md §1 states it. */

import { NOTHING } from "../../model/kernel/saturate.ts";
import type { MediaMixModel } from "../../model/media-mix-model.ts";
import { stanBlock } from "./stan-text.ts";

const COUNTED = `// what carries over less than ${NOTHING} of a largest week counts as none
vector counted(vector carried) {
  vector[rows(carried)] kept = carried;
  for (week in 1:rows(carried))
    if (carried[week] <= ${NOTHING}) kept[week] = 0;
  return kept;
}`;

const ADSTOCKS = {
  none: "",
  geometric: `// [week, l + 1] spend l weeks before, for the last weeks of the series; nothing before its first
matrix lagged(vector spend, int weeks, int lags) {
  matrix[weeks, lags] shifted = rep_matrix(0, weeks, lags);
  int before = rows(spend) - weeks;
  for (lag in 1:lags)
    for (week in 1:weeks)
      if (before + week >= lag) shifted[week, lag] = spend[before + week - lag + 1];
  return shifted;
}
// Σ_l λ^l x_(t−l) / Σ_l λ^l (Jin et al. 2017, eq. 1)
vector geometric_adstock(matrix spend, real retention) {
  vector[cols(spend)] weights;
  weights[1] = 1;
  for (lag in 2:cols(spend)) weights[lag] = retention * weights[lag - 1];
  return counted(spend * weights) / sum(weights);
}`,
  infinite: `// (1 − λ) Σ_l λ^l x_(t−l) over all weeks before, by recursion
vector infinite_adstock(vector spend, int weeks, real retention) {
  vector[rows(spend)] carried = spend;
  for (week in 2:rows(spend)) carried[week] = spend[week] + retention * carried[week - 1];
  return (1 - retention) * counted(tail(carried, weeks));
}`,
} as const;

const SATURATIONS = {
  none: "",
  hill: `// u^s / (1 + u^s), 0 where u = 0 (Hill 1910); the logistic function of logarithms can not overflow
vector hill_curve(vector u, real slope) {
  vector[rows(u)] reached = rep_vector(0, rows(u));
  for (week in 1:rows(u))
    if (u[week] > 0) reached[week] = inv_logit(slope * log(u[week]));
  return reached;
}`,
  "michaelis-menten": `// u / (1 + u)
vector michaelis_menten_curve(vector u) {
  return u ./ (1 + u);
}`,
  logistic: `// (1 − e^(−v)) / (1 + e^(−v)), v = u ln 3: one half at u = 1; as a tanh it keeps its digits near 0
vector logistic_curve(vector u) {
  return tanh(0.5 * log(3) * u);
}`,
  tanh: `// tanh(u atanh ½): one half at u = 1
vector tanh_curve(vector u) {
  return tanh(atanh(0.5) * u);
}`,
  power: `// u^α, 0 where u = 0
vector power_curve(vector u, real exponent) {
  vector[rows(u)] reached = rep_vector(0, rows(u));
  for (week in 1:rows(u))
    if (u[week] > 0) reached[week] = u[week] ^ exponent;
  return reached;
}`,
} as const;

/** The functions block: only what the model's families need. */
export function functionsBlock({ channels }: MediaMixModel): string {
  const texts = [
    COUNTED,
    ...channels.map(({ adstock }) => ADSTOCKS[adstock.kind]),
    ...channels.map(({ saturation }) => SATURATIONS[saturation.kind]),
  ].filter((text) => text !== "");
  return stanBlock("functions", [...new Set(texts)].join("\n").split("\n"));
}
