/** Lift tests in the model: as terms of the likelihood, or as the prior of a channel's return (C-09). */

import type { ChannelHistory, MediaHistory, UsableLiftTest } from "../data/media-history.ts";
import { logNormalFromMeanSd } from "../numerics/log-normal.ts";
import { asPrior } from "./channel-priors.ts";
import type { LogNormalPrior, ModelChannel, ModelLiftTest } from "./media-mix-model.ts";

/**
 * The return that a channel's tests found.
 *
 * @param tests - of one channel, in KPI units and currency.
 * @param revenuePerKpi - [week] or null: then the return is KPI units per unit of spend.
 * @returns the log-normal with the mean and standard deviation of the tests' returns, each weighted by its precision;
 *   null without tests and where that mean is not above 0, since no log-normal has it. E.g. one test with lift 200 ± 50
 *   on spend 100 of a money KPI: mean 2, sd 0.5, so logSd² = ln(1 + 1/16).
 */
export function testedReturn(
  tests: readonly UsableLiftTest[],
  revenuePerKpi: Float64Array | null,
): LogNormalPrior | null {
  let precision = 0;
  let weighted = 0;
  for (const test of tests) {
    const value = meanOver(revenuePerKpi, test) / test.spendDelta;
    const error = test.standardError * value;
    precision += 1 / (error * error);
    weighted += (test.lift * value) / (error * error);
  }
  if (!(weighted > 0)) return null;
  return asPrior(logNormalFromMeanSd(weighted / precision, 1 / Math.sqrt(precision)));
}

function meanOver(revenuePerKpi: Float64Array | null, { firstWeek, lastWeek }: UsableLiftTest): number {
  if (revenuePerKpi === null) return 1;
  const weeks = revenuePerKpi.subarray(firstWeek, lastWeek + 1);
  return weeks.reduce((sum, value) => sum + value, 0) / weeks.length;
}

/**
 * The tests that enter the likelihood.
 *
 * @param history - whose tests lie in its weeks.
 * @param channels - of the model, in the history's order.
 * @param kpiScale - KPI units.
 * @param fittedWeeks - a test that ends later has not happened yet for this fit.
 * @returns none of a channel whose prior is made from its tests: they would count twice.
 */
export function modelLiftTests(
  history: MediaHistory,
  channels: readonly ModelChannel[],
  kpiScale: number,
  fittedWeeks: number,
): ModelLiftTest[] {
  return history.liftTests.flatMap((test) => {
    const channel = history.channels.findIndex(({ name }) => name === test.channel);
    if (
      channel < 0 ||
      test.lastWeek >= fittedWeeks ||
      hasPriorFromTests(history.channels[channel], channels[channel])
    )
      return [];
    const { spendScale } = channels[channel];
    return [
      {
        channel,
        firstWeek: test.firstWeek,
        lastWeek: test.lastWeek,
        spendWithout: test.spendWithout.map((week) => week / spendScale),
        lift: test.lift / kpiScale,
        standardError: test.standardError / kpiScale,
      },
    ];
  });
}

function hasPriorFromTests({ prior }: ChannelHistory, { effect }: ModelChannel): boolean {
  return prior?.kind === "lift-tests" && effect.kind === "return";
}
