/** The weekly part in TypeScript: the reference, and what runs where WebAssembly may not. */

import { carryOver } from "./carry-over.ts";
import {
  COEFFICIENT_AT,
  dealSlots,
  HALF_POINT_AT,
  type MediaKernel,
  type MediaShape,
  SETTINGS_PER_CHANNEL,
  STEEPNESS_AT,
  SUMS_PER_CHANNEL,
} from "./media-kernel.ts";
import { type ChannelSeries, channelSeries, reduceSeries, saturate } from "./saturate.ts";

/** A channel's series and the slot that its numbers stand in. */
interface Slot {
  readonly series: ChannelSeries;
  readonly settingsAt: number;
  readonly sumsAt: number;
}

/**
 * The kernel in plain IEEE arithmetic: the same bits in every engine.
 *
 * @param shape - spends are copied.
 */
export function typescriptKernel(shape: MediaShape): MediaKernel {
  const { weeks, weights } = shape;
  const dealt = dealSlots(shape.channels);
  const slots = takenSlots(shape, dealt);
  const settings = emptySettings(dealt.length);
  const sums = new Float64Array(dealt.length * SUMS_PER_CHANNEL);
  const weighted = new Float64Array(sums.length);
  const products = new Float64Array(sums.length);
  const residual = new Float64Array(weeks);
  const byWeek = new Float64Array(weeks);
  const reduceBy = (factors: Float64Array, into: Float64Array): void => {
    for (let slot = 0; slot < slots.length; slot++)
      reduceSeries(slots[slot].series, factors, into, slots[slot].sumsAt);
  };
  return {
    name: "typescript-1",
    settings,
    sums,
    weighted,
    products,
    residual,
    byWeek,
    saturate(): void {
      for (let slot = 0; slot < slots.length; slot++) {
        const { series, settingsAt, sumsAt } = slots[slot];
        carryOver(series.rows, settings, settingsAt, series.carried, series.carriedSlope);
        saturate(series, settings, settingsAt, sums, sumsAt);
      }
    },
    weigh(): void {
      if (weights !== null) reduceBy(weights, weighted);
    },
    subtract(): void {
      for (let slot = 0; slot < slots.length; slot++)
        subtractChannel(slots[slot].series, settings[slots[slot].settingsAt + COEFFICIENT_AT], residual);
    },
    reduce: () => reduceBy(byWeek, products),
  };
}

function takenSlots(shape: MediaShape, dealt: readonly (number | null)[]): Slot[] {
  return dealt.flatMap((channel, slot) =>
    channel === null
      ? []
      : [
          {
            series: channelSeries(shape.channels[channel]),
            settingsAt: slot * SETTINGS_PER_CHANNEL,
            sumsAt: slot * SUMS_PER_CHANNEL,
          },
        ],
  );
}

/** Settings of slots that nobody may fill: a half point is divided by. */
export function emptySettings(slots: number): Float64Array {
  const settings = new Float64Array(slots * SETTINGS_PER_CHANNEL);
  for (let at = 0; at < settings.length; at += SETTINGS_PER_CHANNEL) {
    settings[at + HALF_POINT_AT] = 1;
    settings[at + STEEPNESS_AT] = 1;
  }
  return settings;
}

function subtractChannel({ reached }: ChannelSeries, coefficient: number, residual: Float64Array): void {
  for (let week = 0; week < residual.length; week++) residual[week] -= coefficient * reached[week];
}
