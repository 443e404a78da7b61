/** The data block of the exported Stan program, filled. */

import type { MediaMixModel, ModelChannel } from "../../model/media-mix-model.ts";

/** Variable → value; a matrix is [row][column], as CmdStan's JSON has it. */
export type StanData = Readonly<Record<string, number | readonly number[] | readonly (readonly number[])[]>>;

/** The weeks that the likelihood sees and those before them that carry over, in the model's own units. */
export function stanData(model: MediaMixModel): StanData {
  const { channels, columns, fittedWeeks, liftTests } = model;
  const before = channels.reduce((most, { carryIn }) => Math.max(most, carryIn.length), 0);
  const worth = worthOf(model);
  return {
    weeks: fittedWeeks,
    before,
    channels: channels.length,
    columns: columns.length,
    kpi: Array.from(model.kpi.subarray(0, fittedWeeks)),
    spend: transposed(channels.map((channel) => wholeSeries(channel, before, fittedWeeks))),
    z: transposed(columns.map(({ values }) => Array.from(values.subarray(0, fittedWeeks)))),
    gamma_mean: columns.map(({ priorMean }) => priorMean),
    gamma_sd: columns.map(({ priorSd }) => priorSd),
    sigma_scale: model.noiseScale,
    kpi_scale: model.kpiScale,
    ...(worth === null ? {} : { worth: Array.from(worth) }),
    ...(liftTests.length === 0
      ? {}
      : {
          tests: liftTests.length,
          without: transposed(
            liftTests.map((test) => {
              const series = wholeSeries(channels[test.channel], before, fittedWeeks);
              series.splice(before + test.firstWeek, test.spendWithout.length, ...test.spendWithout);
              return series;
            }),
          ),
        }),
  };
}

/** What a KPI unit was worth week by week, where the prior of a return weighs by it; it is the same for all channels. */
export function worthOf({ channels }: MediaMixModel): Float64Array | null {
  for (const { effect } of channels)
    if (effect.kind === "return" && effect.weights !== null) return effect.weights;
  return null;
}

/** Spend before and in the window; a channel that knows fewer weeks before than another spent nothing in the rest. */
function wholeSeries({ carryIn, spend }: ModelChannel, before: number, weeks: number): number[] {
  const unknown = new Array<number>(before - carryIn.length).fill(0);
  return [...unknown, ...carryIn, ...spend.subarray(0, weeks)];
}

/** @param columns - [column][row] */
function transposed(columns: readonly (readonly number[])[]): number[][] {
  return columns[0].map((_, row) => columns.map((column) => column[row]));
}
