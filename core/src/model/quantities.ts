/** What is recorded per draw, and where each quantity stands. */

import type { MediaMixModel } from "./media-mix-model.ts";

/** Names and places of the recorded quantities. */
export interface QuantityLayout {
  /** [quantity] e.g. "retention[TV]". */
  readonly names: readonly string[];
  /** [channel] index of the retention, a share in [0, 1]. */
  readonly retention: readonly number[];
  /** [channel] index of the half-saturation, currency per week. */
  readonly halfSaturation: readonly number[];
  /** [channel] index of the Hill slope. */
  readonly slope: readonly number[];
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
  const perChannel = (kind: string): number[] =>
    model.channels.map((channel) => place(`${kind}[${channel.name}]`));
  const retention = perChannel("retention");
  const halfSaturation = perChannel("halfSaturation");
  const slope = perChannel("slope");
  const contribution = perChannel("contribution");
  const column = model.columns.map(({ name }) => place(`column[${name}]`));
  const sigma = place("sigma");
  const media = place("media");
  const baseline = place("baseline");
  return { names, retention, halfSaturation, slope, contribution, column, sigma, media, baseline };
}
