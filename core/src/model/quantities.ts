/** What is recorded per draw, and where each quantity stands. */

import type { MediaMixModel, ModelChannel } from "./media-mix-model.ts";
import { halfSaturationPrior, retentionPrior } from "./parameters.ts";

/** Names and places of the recorded quantities. */
export interface QuantityLayout {
  /** [quantity] e.g. "retention[TV]". */
  readonly names: readonly string[];
  /** [channel] index of the retention, a share in [0, 1]; null where the channel's family has none, as below. */
  readonly retention: ReadonlyArray<number | null>;
  /** [channel] index of the half-saturation, currency per week. */
  readonly halfSaturation: ReadonlyArray<number | null>;
  /** [channel] index of the Hill slope. */
  readonly slope: ReadonlyArray<number | null>;
  /** [channel] index of the exponent of a power, a share in [0, 1]. */
  readonly exponent: ReadonlyArray<number | null>;
  /** [channel] index of the contribution, KPI units over the fitted weeks. */
  readonly contribution: readonly number[];
  /** [column] index of the coefficient: KPI units per unit of the user's column (trend: change over the window). */
  readonly column: readonly number[];
  /** Index of the noise, KPI units. */
  readonly sigma: number;
  /** Index of all channels' contribution, KPI units over the fitted weeks. */
  readonly media: number;
  /** Index of all columns' contribution, KPI units over the fitted weeks. */
  readonly baseline: number;
}

/**
 * The quantities of a model, in the order in which they are recorded.
 *
 * @returns e.g. for channels A, B and an intercept: retention[A], retention[B], halfSaturation[A], …, contribution[B],
 *   column[Intercept], sigma, media, baseline.
 */
export function quantityLayout(model: MediaMixModel): QuantityLayout {
  const names: string[] = [];
  const place = (name: string): number => names.push(name) - 1;
  const whereGiven = (kind: string, isGiven: (channel: ModelChannel) => boolean): (number | null)[] =>
    model.channels.map((channel) => (isGiven(channel) ? place(`${kind}[${channel.name}]`) : null));
  const retention = whereGiven("retention", (channel) => retentionPrior(channel) !== null);
  const halfSaturation = whereGiven("halfSaturation", (channel) => halfSaturationPrior(channel) !== null);
  const slope = whereGiven("slope", ({ saturation }) => saturation.kind === "hill");
  const exponent = whereGiven("exponent", ({ saturation }) => saturation.kind === "power");
  const contribution = model.channels.map(({ name }) => place(`contribution[${name}]`));
  const column = model.columns.map(({ name }) => place(`column[${name}]`));
  const sigma = place("sigma");
  const media = place("media");
  const baseline = place("baseline");
  return {
    names,
    retention,
    halfSaturation,
    slope,
    exponent,
    contribution,
    column,
    sigma,
    media,
    baseline,
  };
}
