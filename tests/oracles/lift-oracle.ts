/** Lift tests in the textbook form: two whole series, one without the change, and their difference. */

import { logNormal } from "./log-densities.ts";
import { type Natural, type OracleModel, oracleCoefficient, oracleReached } from "./media-mix-oracle.ts";

/** KPI with the tested spend less KPI without it, over the weeks of the test. */
export function oracleLift(
  model: OracleModel,
  natural: Natural,
  test: OracleModel["liftTests"][number],
): number {
  const channel = model.channels[test.channel];
  const own = natural.channels[test.channel];
  const other = Array.from(channel.spend);
  for (let week = test.firstWeek; week <= test.lastWeek; week++)
    other[week] = test.spendWithout[week - test.firstWeek];
  const withTest = oracleReached(channel, own, model.fittedWeeks);
  const without = oracleReached(channel, own, model.fittedWeeks, other);
  const beta = oracleCoefficient(model, channel, own, withTest);
  let difference = 0;
  for (let week = test.firstWeek; week <= test.lastWeek; week++)
    difference += beta * (withTest[week] - without[week]);
  return difference;
}

/** Σ log N(lift; with − without, standard error) over the lift tests, with every constant. */
export function oracleLiftLikelihood(model: OracleModel, natural: Natural): number {
  return model.liftTests.reduce(
    (sum, test) => sum + logNormal(test.lift, oracleLift(model, natural, test), test.standardError),
    0,
  );
}
