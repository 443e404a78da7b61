/** Lays a lift test on the weeks of a history, in its units. */

import { normalQuantile } from "../numerics/normal.ts";
import type { LiftTest } from "./brief.ts";
import { daysFromIso } from "./calendar.ts";
import type { ChannelHistory, MediaHistory, UsableLiftTest } from "./media-history.ts";
import { nearestName } from "./nearest-name.ts";
import { plainNumber } from "./wording.ts";

/** What a test is laid on. */
export type TestedHistory = Pick<MediaHistory, "weeks" | "kpi" | "channels" | "leftOut">;

/** Why a test can not be used, and what to do. */
export interface Unusable {
  readonly reason: string;
  readonly remedy: string;
}

const WEEK = 7;
const HALF_WEEK = 3.5; // days: a week belongs to the test when most of its days do
const ROUNDING = 1e-6; // share of a total that rounding each week to cents may lose

/**
 * A test in the history's own weeks and units.
 *
 * The table holds what was really spent. A test compares it with spend that is lower by `spendDelta` (higher, where the
 * test cut spend: then it is below 0). The change is spread over the test's weeks in proportion to the table's spend,
 * evenly where that is 0 in all of them. A lift in percent is of the KPI without the test: 5 is 5 percent, and p percent
 * on an observed KPI are observed · p / (100 + p) units. The interval is taken for a normal one.
 *
 * @returns why not, where it can not be used. E.g. spend 100, 300 with a delta of 40 was 90, 270 without the test; a lift
 *   of 200 between 120 and 280 at a level of 0.9 has the standard error 160 / (2 · 1.645) = 48.6.
 */
export function layLiftTest(test: LiftTest, history: TestedHistory): UsableLiftTest | Unusable {
  const channel = history.channels.find(({ name }) => name === test.channel);
  if (channel === undefined) return noChannel(test, history);
  const weeks = testedWeeks(test, history.weeks);
  if ("reason" in weeks) return weeks;
  const spend = spendOf(test, channel, weeks);
  if ("reason" in spend) return spend;
  const effect = effectOf(test, history.kpi.values.subarray(weeks.firstWeek, weeks.lastWeek + 1));
  if ("reason" in effect) return effect;
  return { channel: test.channel, ...weeks, ...spend, ...effect };
}

function noChannel({ channel }: LiftTest, { channels, leftOut }: TestedHistory): Unusable {
  const out = leftOut.find(({ name }) => name === channel);
  if (out !== undefined) {
    const remedy = "It is used by itself once its channel is.";
    return { reason: `"${channel}" is left out of the model (${out.reason})`, remedy };
  }
  const names = channels.map(({ name }) => name);
  const remedy = `Did you mean "${nearestName(channel, names) ?? ""}"? Write the channel's name as it stands under "channels".`;
  return { reason: "no channel has that name", remedy };
}

/** First and last week most of whose days lie in the test. */
function testedWeeks(
  { start, end }: LiftTest,
  weeks: readonly string[],
): Pick<UsableLiftTest, "firstWeek" | "lastWeek"> | Unusable {
  const [from, to] = [daysFromIso(start) ?? 0, daysFromIso(end) ?? 0];
  const starts = weeks.map((week) => daysFromIso(week) ?? 0);
  const [first = 0, last = 0] = [starts[0], starts.at(-1)];
  if (from < first || to > last + WEEK - 1) {
    const remedy = `Correct its dates, or add the missing weeks to the table: the KPI is known from ${weeks[0]} on, for ${weeks.length} weeks.`;
    return { reason: "it does not lie within the weeks of the table", remedy };
  }
  const inside = starts.flatMap((day, week) => {
    const days = Math.min(to, day + WEEK - 1) - Math.max(from, day) + 1;
    return days > HALF_WEEK ? [week] : [];
  });
  const [firstWeek, lastWeek] = [inside[0], inside.at(-1)];
  if (firstWeek !== undefined && lastWeek !== undefined) return { firstWeek, lastWeek };
  return {
    reason: "no week of the table lies in it with most of its days",
    remedy: "A weekly model can not see so short a test: give one of a week or more.",
  };
}

function spendOf(
  { spendDelta }: LiftTest,
  { spend }: ChannelHistory,
  { firstWeek, lastWeek }: Pick<UsableLiftTest, "firstWeek" | "lastWeek">,
): Pick<UsableLiftTest, "spendWithout" | "spendDelta"> | Unusable {
  const tested = spend.subarray(firstWeek, lastWeek + 1);
  const total = tested.reduce((sum, week) => sum + week, 0);
  if (spendDelta === 0) {
    const remedy =
      'Give as "spendDelta" what the test added to the spend of all its weeks together; below 0 where it cut spend.';
    return { reason: "it changed no spend", remedy };
  }
  if (spendDelta > total * (1 + ROUNDING)) {
    const remedy = `Correct "spendDelta" or the spend column: the table must hold what was really spent, the test's part included.`;
    const reason = `it added ${plainNumber(spendDelta)}, but the table holds ${plainNumber(total)} of spend in its weeks`;
    return { reason, remedy };
  }
  const share = total > 0 ? spendDelta / total : 0;
  const each = total > 0 ? 0 : spendDelta / tested.length;
  return { spendWithout: tested.map((week) => Math.max(0, week - share * week - each)), spendDelta };
}

function effectOf(
  test: LiftTest,
  kpi: Float64Array,
): Pick<UsableLiftTest, "lift" | "standardError"> | Unusable {
  const observed = kpi.reduce((sum, week) => sum + week, 0);
  const inUnits = (value: number) => (test.unit === "percent" ? (observed * value) / (100 + value) : value);
  const bounds = "Give the interval that came with the test's result, and its level.";
  if (test.unit === "percent" && !(test.lower > -100))
    return { reason: "the KPI can not fall by 100 percent or more", remedy: bounds };
  const [lower, upper] = [inUnits(test.lower), inUnits(test.upper)];
  const standardError = (upper - lower) / (2 * normalQuantile((1 + test.level) / 2));
  if (!(standardError > 0))
    return {
      reason: "its interval has no width, or a level of 100%: no result is that certain",
      remedy: bounds,
    };
  if (test.spendDelta > 0 ? upper < 0 : lower > 0) return reversed(test);
  return { lift: inUnits(test.lift), standardError };
}

function reversed({ spendDelta }: LiftTest): Unusable {
  const said = spendDelta > 0 ? "more spend brought a smaller KPI" : "less spend brought a larger KPI";
  return {
    reason: `its whole interval says that ${said}: a sign seems to be reversed`,
    remedy: 'Where the test cut spend, "spendDelta" is below 0, and so is the lift where the KPI fell.',
  };
}
