/** A lift test in the log posterior: the difference that the tested spend makes over the weeks of the test. */

import type { ModelChannel, ModelLiftTest } from "../media-mix-model.ts";
import { carryOver } from "./carry-over.ts";
import { COEFFICIENT_AT, type MediaKernel, type WeeklyChannel } from "./media-kernel.ts";
import { type ChannelSeries, channelSeries, REACHED, saturate } from "./saturate.ts";

/** The channel's series over the weeks of the test, with the tested spend and without. */
export interface LiftKernel {
  readonly test: ModelLiftTest;
  readonly with: ChannelSeries;
  readonly without: ChannelSeries;
  readonly settingsAt: number;
  readonly sumsAt: number;
  /** [4] of either series, summed over the weeks of the test. */
  readonly withSums: Float64Array;
  readonly withoutSums: Float64Array;
  /** [1] gradient of the likelihood by the difference, left by `weighLift` for `addLift`. */
  readonly byDifference: Float64Array;
}

/**
 * A test's place in the density.
 *
 * @param test - weeks inside the fitted ones.
 * @param channel - that was tested.
 * @param weekly - the same channel as the weekly kernel sees it.
 * @param at - where the channel's settings and sums begin.
 */
export function liftKernel(
  test: ModelLiftTest,
  channel: ModelChannel,
  weekly: WeeklyChannel,
  at: { readonly settingsAt: number; readonly sumsAt: number },
): LiftKernel {
  const { firstWeek, lastWeek, spendWithout } = test;
  const before = new Float64Array([...channel.carryIn, ...channel.spend.subarray(0, firstWeek)]);
  const over = (spend: Float64Array): ChannelSeries => channelSeries({ ...weekly, spend, carryIn: before });
  return {
    test,
    with: over(channel.spend.subarray(firstWeek, lastWeek + 1)),
    without: over(spendWithout),
    ...at,
    withSums: new Float64Array(4),
    withoutSums: new Float64Array(4),
    byDifference: new Float64Array(1),
  };
}

/**
 * Compares the model's difference with the test's.
 *
 * @param media - after `takeEffect` of the channel.
 * @returns log N(lift; difference, standardError) up to a constant. What the change in spend brings after the last week of
 *   the test is in neither: a test that ends too soon sees only a part of the carryover, and so does this term.
 * Source: PyMC-Marketing's lift-test likelihood (peers.md §4.2) with carryover, on the Normal scale.
 */
export function weighLift(kernel: LiftKernel, { settings }: MediaKernel): number {
  const { test, settingsAt, withSums, withoutSums } = kernel;
  sumOver(kernel.with, settings, settingsAt, withSums);
  sumOver(kernel.without, settings, settingsAt, withoutSums);
  const difference = settings[settingsAt + COEFFICIENT_AT] * (withSums[REACHED] - withoutSums[REACHED]);
  const miss = (test.lift - difference) / test.standardError;
  kernel.byDifference[0] = miss / test.standardError;
  return -0.5 * miss * miss;
}

/**
 * Adds the test to the channel's products: it is a week more, with the difference of its series for its series.
 *
 * @param media - after `reduce`.
 */
export function addLift(
  { sumsAt, withSums, withoutSums, byDifference }: LiftKernel,
  media: MediaKernel,
): void {
  const { products } = media;
  for (let part = 0; part < withSums.length; part++)
    products[sumsAt + part] += byDifference[0] * (withSums[part] - withoutSums[part]);
}

function sumOver(series: ChannelSeries, settings: Float64Array, at: number, sums: Float64Array): void {
  carryOver(series.rows, settings, at, series.carried, series.carriedSlope);
  saturate(series, settings, at, sums, 0);
}
