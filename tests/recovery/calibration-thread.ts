/** A thread of the calibration: simulates a data set, fits it, ranks the truth. */

import { answerJobs } from "./answer-jobs.ts";
import { type RankedDataSet, rankDataSet } from "./calibration-ranks.ts";
import type { Family, PriorChannel, PriorModel } from "./prior-families.ts";
import { simulateAtTruth, simulateFromPrior } from "./prior-simulator.ts";

export interface CalibrationJob {
  readonly family: Family;
  readonly seed: number;
  /** Parameters drawn anew for every data set, or the same in all of them. */
  readonly truth: "from the prior" | "fixed";
  /** Whether the bug is planted. */
  readonly planted: boolean;
}

/** The bug that calibration must find: half-saturation priors half as wide as those that made the data. */
function plantBug(model: PriorModel): PriorModel {
  return { ...model, channels: model.channels.map(halveHalfSaturation) };
}

function halveHalfSaturation(channel: PriorChannel): PriorChannel {
  const { saturation } = channel;
  if (!("halfSaturation" in saturation)) return channel;
  const { logMedian, logSd } = saturation.halfSaturation;
  return { ...channel, saturation: { ...saturation, halfSaturation: { logMedian, logSd: 0.5 * logSd } } };
}

answerJobs<CalibrationJob, RankedDataSet>(({ family, seed, truth, planted }) => {
  const simulated = truth === "fixed" ? simulateAtTruth(family, seed) : simulateFromPrior(family, seed);
  return rankDataSet(simulated, planted ? plantBug(simulated.model) : simulated.model, seed);
});
