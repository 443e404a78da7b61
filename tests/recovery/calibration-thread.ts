/** A thread of the calibration: ranks the data sets of its seeds, one after another. */

import { parentPort, workerData } from "node:worker_threads";
import { rankDataSet } from "./calibration-ranks.ts";
import type { PriorModel } from "./prior-simulator.ts";

export interface ThreadOrder {
  readonly seeds: readonly number[];
  /** Whether the bug is planted. */
  readonly planted: boolean;
}

/** The bug that calibration must find: a half-saturation prior half as wide as the one that made the data. */
function halveHalfSaturation(model: PriorModel): PriorModel {
  const channels = model.channels.map((channel) => {
    const { logMedian, logSd } = channel.saturation.halfSaturation;
    const halved = { logMedian, logSd: 0.5 * logSd };
    return { ...channel, saturation: { ...channel.saturation, halfSaturation: halved } };
  });
  return { ...model, channels };
}

const { seeds, planted } = workerData as ThreadOrder;
for (const seed of seeds)
  parentPort?.postMessage(await rankDataSet(seed, planted ? halveHalfSaturation : (model) => model));
