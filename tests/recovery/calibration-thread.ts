/** A thread of the calibration: ranks data sets. */

import { answerJobs } from "./answer-jobs.ts";
import { type RankedDataSet, rankDataSet } from "./calibration-ranks.ts";
import type { PriorModel } from "./prior-simulator.ts";

export interface CalibrationJob {
  readonly seed: number;
  /** Whether the bug is planted. */
  readonly planted: boolean;
}

/** The bug that calibration must find: a half-saturation prior half as wide as the one that made the data. */
function halveHalfSaturation(model: PriorModel): PriorModel {
  const channels = model.channels.map((channel) => {
    const { logMedian, logSd } = channel.halfSaturation;
    return { ...channel, halfSaturation: { logMedian, logSd: 0.5 * logSd } };
  });
  return { ...model, channels };
}

answerJobs<CalibrationJob, RankedDataSet>(({ seed, planted }) =>
  rankDataSet(seed, planted ? halveHalfSaturation : (model) => model),
);
