/** A model as a Stan program with its data, so that a third party can reproduce its posterior with other means. */

import type { MediaMixModel } from "../../model/media-mix-model.ts";
import { type ChannelCode, channelCode } from "./channel-code.ts";
import { quantityLines } from "./quantity-lines.ts";
import { type StanData, stanData, worthOf } from "./stan-data.ts";
import { functionsBlock } from "./stan-functions.ts";
import { inComment, stanBlock } from "./stan-text.ts";

export interface StanProgram {
  /** Stan source; it parses in Stan 2.21 (Debian's rstan) and in today's Stan alike: only vectors and matrices, no arrays. */
  readonly program: string;
  /** One entry per variable of the data block. */
  readonly data: StanData;
}

/**
 * The exact posterior of a model: the same data, likelihood and priors.
 *
 * Every prior is a statement about the parameter that it is meant for, so no Jacobian is needed but Stan's own for
 * bounds. The linear coefficients are parameters here, where our sampler integrates them out: the posterior of all else
 * is the same.
 *
 * @param model - plain data, as it was sampled.
 * @returns `quantity[i]` of the generated quantities is the i-th recorded quantity (`quantityLayout`), in its units.
 * Source: docs/method.md §1–§3; Stan Development Team, "Stan Reference Manual" (2.21 and 2.37).
 */
export function stanProgram(model: MediaMixModel): StanProgram {
  const channels = model.channels.map((_, index) => channelCode(model, index));
  const lagged = channels.flatMap((channel) => channel.lagged);
  const blocks = [
    HEADER,
    functionsBlock(model),
    dataBlock(model),
    ...(lagged.length === 0 ? [] : [stanBlock("transformed data", lagged)]),
    parametersBlock(model, channels),
    effectsBlock(model, channels),
    modelBlock(model, channels),
    stanBlock("generated quantities", quantityLines(model)),
  ];
  return { program: `${blocks.join("\n")}\n`, data: stanData(model) };
}

const HEADER = `// The posterior of a media mix model, written by Marginal from the very model that it fitted.
// docs/method.md states the same equations (§1) and priors (§2).
// Units: the KPI in its mean (kpi_scale), each channel's spend in its largest week. A number at the end of a name is the
// channel's.`;

function dataBlock(model: MediaMixModel): string {
  const worth = worthOf(model) !== null;
  const tests = model.liftTests.length > 0;
  return stanBlock("data", [
    "int<lower=2> weeks; // that the likelihood sees",
    "int<lower=0> before; // weeks before these that carry over into them",
    "int<lower=1> channels;",
    "int<lower=1> columns;",
    "vector[weeks] kpi;",
    "matrix<lower=0>[before + weeks, channels] spend;",
    "matrix[weeks, columns] z; // all that is not media",
    "vector[columns] gamma_mean;",
    "vector<lower=0>[columns] gamma_sd;",
    "real<lower=0> sigma_scale;",
    "real<lower=0> kpi_scale; // in KPI units",
    ...(worth ? ["vector<lower=0>[weeks] worth; // of a KPI unit, relative to its mean"] : []),
    ...(tests
      ? [
          "int<lower=1> tests;",
          "matrix<lower=0>[before + weeks, tests] without; // spend of the tested channel without the change",
        ]
      : []),
  ]);
}

function parametersBlock(model: MediaMixModel, channels: readonly ChannelCode[]): string {
  const names = model.columns.map(({ name }, index) => `// gamma[${index + 1}]: ${inComment(name)}`);
  return stanBlock("parameters", [
    ...channels.flatMap(({ title, parameters }) => [title, ...parameters]),
    ...names,
    "vector[columns] gamma;",
    "real<lower=0> sigma;",
  ]);
}

function effectsBlock({ liftTests }: MediaMixModel, channels: readonly ChannelCode[]): string {
  return stanBlock("transformed parameters", [
    "vector[weeks] media = rep_vector(0, weeks); // Σ_k β_k h_kt",
    "vector[channels] total; // Σ_t β_k h_kt: what a channel brought over the window",
    ...(liftTests.length > 0
      ? [
          "vector[tests] lift; // Σ_t β (h_t − h′_t) over a test's weeks, h′ that of the spend without the change",
        ]
      : []),
    ...channels.flatMap(({ title, effect }) => stanBlock("", [title, ...effect]).split("\n")),
  ]);
}

function modelBlock({ liftTests, channels: all }: MediaMixModel, channels: readonly ChannelCode[]): string {
  return stanBlock("model", [
    ...channels.flatMap(({ title, priors }) => [title, ...priors]),
    "// columns and noise",
    "gamma ~ normal(gamma_mean, gamma_sd);",
    "sigma ~ normal(0, sigma_scale); // half-normal: it is above 0",
    "// y_t ~ Normal(Σ_k β_k h_kt + Σ_j γ_j z_jt, σ)",
    "kpi ~ normal(media + z * gamma, sigma);",
    ...liftTests.map(
      ({ channel, lift, standardError }, index) =>
        `${lift} ~ normal(lift[${index + 1}], ${standardError}); // test of ${inComment(all[channel].name)}`,
    ),
  ]);
}
