/** The weekly part in TypeScript: the reference, and what runs where WebAssembly may not. */

import { carryOver } from "./carry-over.ts";
import {
  COEFFICIENT_AT,
  HALF_POINT_AT,
  type MediaKernel,
  type MediaShape,
  NORM_DRAG_AT,
  RETENTION_AT,
  SETTINGS_PER_CHANNEL,
  SLOPE_AT,
  SUMS_PER_CHANNEL,
} from "./media-kernel.ts";
import { ANSWER, BEND, type ChannelSeries, channelSeries, DRAG, REACHED, saturate } from "./saturate.ts";

/**
 * The kernel in plain IEEE arithmetic: the same bits in every engine.
 *
 * @param shape - spends are kept by reference.
 */
export function typescriptKernel({ spends, weeks, maxLag }: MediaShape): MediaKernel {
  const all = spends.map(channelSeries);
  const settings = new Float64Array(all.length * SETTINGS_PER_CHANNEL);
  const sums = new Float64Array(all.length * SUMS_PER_CHANNEL);
  const sumsOf = all.map((_, channel) =>
    sums.subarray(channel * SUMS_PER_CHANNEL, (channel + 1) * SUMS_PER_CHANNEL),
  );
  const products = new Float64Array(sums.length);
  const residual = new Float64Array(weeks);
  const byWeek = new Float64Array(weeks);
  return {
    name: "typescript-1",
    settings,
    sums,
    products,
    residual,
    byWeek,
    saturate(): void {
      for (let channel = 0; channel < all.length; channel++)
        saturateChannel(all[channel], settings, channel * SETTINGS_PER_CHANNEL, maxLag, sumsOf[channel]);
    },
    subtract(): void {
      for (let channel = 0; channel < all.length; channel++)
        subtractChannel(all[channel], settings[channel * SETTINGS_PER_CHANNEL + COEFFICIENT_AT], residual);
    },
    reduce(): void {
      for (let channel = 0; channel < all.length; channel++)
        reduceChannel(all[channel], byWeek, products, channel * SUMS_PER_CHANNEL);
    },
  };
}

function saturateChannel(
  series: ChannelSeries,
  settings: Float64Array,
  at: number,
  maxLag: number,
  sums: Float64Array,
): void {
  carryOver(series.spend, settings[at + RETENTION_AT], maxLag, series.carried, series.carriedSlope);
  saturate(series, settings[at + HALF_POINT_AT], settings[at + SLOPE_AT], settings[at + NORM_DRAG_AT], sums);
}

function subtractChannel({ reached }: ChannelSeries, coefficient: number, residual: Float64Array): void {
  for (let week = 0; week < residual.length; week++) residual[week] -= coefficient * reached[week];
}

function reduceChannel(
  { reached, answer, bend, drag }: ChannelSeries,
  byWeek: Float64Array,
  products: Float64Array,
  at: number,
): void {
  let byReached = 0;
  let byAnswer = 0;
  let byBend = 0;
  let byDrag = 0;
  for (let week = 0; week < byWeek.length; week++) {
    const g = byWeek[week];
    byReached += g * reached[week];
    byAnswer += g * answer[week];
    byBend += g * bend[week];
    byDrag += g * drag[week];
  }
  products[at + REACHED] = byReached;
  products[at + ANSWER] = byAnswer;
  products[at + BEND] = byBend;
  products[at + DRAG] = byDrag;
}
